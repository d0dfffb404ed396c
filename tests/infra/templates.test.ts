import { describe, expect, it } from 'vitest';
import { checkedApp } from '../../infra/checks.ts';
import { VARIANTS, type VariantName } from '../../infra/variants.ts';
import { type Stacks, stacksOf } from '../support/templates.ts';
import { GUARDS } from './guards.ts';

const NAMES = Object.keys(VARIANTS) as VariantName[];

/** Each variant once, held to every check: what is found throws here, and fails every test of this file by name. */
const made = Object.fromEntries(NAMES.map((name) => [name, stacksOf(name, checkedApp())])) as Record<
  VariantName,
  ReturnType<typeof stacksOf>
>;

describe('what is deployed', () => {
  it.each(NAMES)('gives no check anything to say: %s', (name) => {
    expect(made[name].warnings).toEqual([]);
  });

  it.each(Object.entries(GUARDS))('says that %s', (_sentence, { of, check }) => {
    check(made[of].stacks);
  });

  it.each(['dev', 'prod', 'prod-everything'] as const)('is what was last reviewed: %s', async (name) => {
    for (const [stack, { template }] of Object.entries(made[name].stacks as Required<Stacks>)) {
      await expect(reviewable(template)).toMatchFileSnapshot(`snapshots/${name}.${stack}.json`);
    }
  });

  it('calls by the same names for ever what holds data: another name is an empty table', () => {
    const stateful =
      /^AWS::(DynamoDB::GlobalTable|S3::Bucket|SecretsManager::Secret|SQS::Queue|Events::EventBus|CloudFront::Distribution|ApiGatewayV2::Api)$/;
    for (const name of NAMES.filter((one) => one !== 'dev')) {
      const { Resources } = made[name].stacks.service.template;
      expect(Object.keys(Resources).filter((id) => stateful.test(Resources[id]?.Type ?? ''))).toEqual(PINNED);
    }
  });
});

const PINNED = [
  ...['NewsTable5065DBC5', 'SecretsOrigin297BAAC6', 'SecretsIngestKeys7C9ED8DE', 'SecretsReaderSecretsE3984668'],
  ...['SecretsPreviewSecrets5BC9F796', 'SecretsClientSecretsF17AF73A', 'SecretsAssetNamesC41F1BB7'],
  ...['GraphqlGatewayApiED8DB0A5', 'SubgraphGatewayApiD6A7C22B', 'FilesBucket7C17EE2E'],
  ...['CdnAccessLog38E4AE0B', 'CdnDistribution149FA6C8', 'IngestDeadLettersQueue860F4B3A', 'IngestGatewayApi57C6EFC4'],
  ...['EventsBus45DE4339', 'EventsDeadLettersQueueECD7C6A3'],
];

/** A template without what changes with every bundle: a snapshot then changes when the infrastructure does. */
function reviewable(template: object): string {
  const text = JSON.stringify(template, null, 2)
    .replace(/\b[0-9a-f]{64}\.zip\b/g, '<bundle>.zip')
    .replace(/(CurrentVersion[0-9A-F]{8})[0-9a-f]{32}/g, '$1<hash>');
  return `${text}\n`;
}
