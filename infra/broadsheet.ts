import type { App } from 'aws-cdk-lib';
import type { Stage } from '../lambda/config.ts';
import { ServiceStack } from './stacks/service-stack.ts';
import type { StageValues } from './stages.ts';

/** All stacks of one stage. */
export function addBroadsheet(app: App, stage: Stage, values: StageValues): { service: ServiceStack } {
  const service = new ServiceStack(app, `broadsheet-${stage}`, { stage, values });
  return { service };
}
