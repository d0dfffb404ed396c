import { describe, expect, it } from 'vitest';
import { STAGE_NAMES, STAGES } from '../../infra/stages.ts';
import { synthesize } from '../support/templates.ts';
import { grantsOf } from './grants.ts';

describe.each(STAGE_NAMES)('what functions may do on %s', (stage) => {
  const grants = grantsOf(synthesize(stage, STAGES[stage]));

  it('lets the read side ask the table by key, and write its log and traces', () => {
    expect(grants.graphql).toEqual({
      'dynamodb:BatchGetItem': ['NewsTable'],
      'dynamodb:GetItem': ['NewsTable'],
      'dynamodb:Query': ['NewsTable'],
      'logs:CreateLogStream': ['GraphqlResolverLog'],
      'logs:PutLogEvents': ['GraphqlResolverLog'],
      'xray:PutTelemetryRecords': ['*'],
      'xray:PutTraceSegments': ['*'],
    });
  });
});
