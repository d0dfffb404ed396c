import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { addBroadsheet } from '../../infra/broadsheet.ts';
import { checkedApp } from '../../infra/checks.ts';
import type { StageValues } from '../../infra/stages.ts';
import type { Stage } from '../../lambda/config.ts';

// biome-ignore lint/suspicious/noExplicitAny: what a resource holds is whatever CloudFormation takes
export type Resource = { Type: string; Properties: any; DeletionPolicy?: string; UpdateReplacePolicy?: string; DependsOn?: string[] };

/** What CloudFormation is given for one stack. */
export type Template = { Resources: Record<string, Resource>; Outputs?: Record<string, unknown> };

/**
 * The templates of one stage, by the names of their stacks, made as `npm run deploy` makes them.
 * @throws {Error} when a check finds something that is not acknowledged
 */
export function synthesize(stage: Stage, values: StageValues): Record<string, Template> {
  const outdir = mkdtempSync(`${tmpdir()}/broadsheet-templates-`);
  try {
    const app = checkedApp({ outdir });
    addBroadsheet(app, stage, values);
    return Object.fromEntries(app.synth().stacks.map(({ stackName, template }) => [stackName, template as Template]));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** The resources of one type, by their logical ids, over all templates. */
export function resourcesOf(templates: Record<string, Template>, type: string): [id: string, resource: Resource][] {
  return Object.values(templates).flatMap(({ Resources }) => Object.entries(Resources).filter(([, { Type }]) => Type === type));
}
