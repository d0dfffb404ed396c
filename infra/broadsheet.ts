import type { App } from 'aws-cdk-lib';
import type { Stage } from '../lambda/config.ts';
import { EdgeStack } from './stacks/edge-stack.ts';
import { ServiceStack } from './stacks/service-stack.ts';
import type { StageValues } from './stages.ts';

/**
 * All stacks of one stage.
 * @throws {Error} for values that contradict each other
 */
export function addBroadsheet(app: App, stage: Stage, values: StageValues): void {
  const { domain, firewall, origin } = values;
  if (origin.by === 'mutual TLS' && !domain)
    throw new Error(`${stage}: an origin with mutual TLS needs an own domain: CloudFront asks it by name`);
  const edge = domain || firewall ? new EdgeStack(app, `broadsheet-${stage}-edge`, { stage, values }) : null;
  new ServiceStack(app, `broadsheet-${stage}`, { stage, values, edge });
}
