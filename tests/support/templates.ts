import type { App } from 'aws-cdk-lib';
import { addBroadsheet } from '../../infra/broadsheet.ts';
import { VARIANTS, type VariantName } from '../../infra/variants.ts';

// biome-ignore lint/suspicious/noExplicitAny: what a resource holds is whatever CloudFormation takes
type Held = any;

export type Resource = {
  Type: string;
  Properties: Held;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
  DependsOn?: string[];
  UpdatePolicy?: Held;
};

/** What CloudFormation is given for one stack, and whether the stack itself may be deleted. */
export type Template = { Resources: Record<string, Resource>; Outputs?: Record<string, unknown> };
export type Stack = { template: Template; terminationProtection: boolean; region: string };

/** The stacks of one variant by their names: `service`, and where there is one `edge`. */
export type Stacks = { service: Stack; edge?: Stack };

/** What the stacks are made of; left out, it is what stands in infra/. */
export type Made = { add?: typeof addBroadsheet; variants?: typeof VARIANTS; skipValidation?: boolean };

/**
 * The stacks of one variant of a stage, as `npm run deploy` makes them.
 * @param app what they are made in, new
 * @returns the stacks, and what was said of them that is no error
 * @throws {Error} when the app is checked, and something is found that is not acknowledged
 */
export function stacksOf(
  variant: VariantName,
  app: App,
  { add = addBroadsheet, variants = VARIANTS, skipValidation = false }: Made = {},
): { stacks: Stacks; warnings: string[] } {
  const { stage, values } = variants[variant];
  add(app, stage, values);
  const made = app.synth({ skipValidation }).stacks;
  const stacks = made.map(({ stackName, template, terminationProtection = false, environment: { region } }) => [
    stackName.endsWith('-edge') ? 'edge' : 'service',
    { template, terminationProtection, region },
  ]);
  return {
    stacks: Object.fromEntries(stacks),
    warnings: made.flatMap(({ messages }) => messages.map(({ id, entry }) => `${id}: ${entry.data}`)),
  };
}

/** The resources of one type, by their logical ids, over all stacks. */
export function resourcesOf({ service, edge }: Stacks, type: string): [id: string, resource: Resource][] {
  return [service, edge].flatMap((stack) => Object.entries(stack?.template.Resources ?? {}).filter(([, { Type }]) => Type === type));
}

/** What stands in the only resource of a type whose logical id begins so. @throws {Error} when there is not one */
export function only(stacks: Stacks, type: string, beginning = ''): Resource {
  const found = resourcesOf(stacks, type).filter(([id]) => id.startsWith(beginning));
  const [one] = found;
  if (!one || found.length > 1) throw new Error(`${found.length} of ${type} begin with "${beginning}"`);
  return one[1];
}
