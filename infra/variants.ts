import type { Stage } from '../lambda/config.ts';
import { STAGES, type StageValues } from './stages.ts';

const DOMAIN = { name: 'api.example.com', zoneId: 'Z0123456789ABCDEFGHIJ', zoneName: 'example.com' };
const MUTUAL_TLS = {
  by: 'mutual TLS',
  clientCertificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012',
  authorities: { bucket: 'example-authorities', key: 'broadsheet.pem', version: '3sL4kqtJlcpXroDTDmJrmSpXd3dIbrHY' },
} satisfies StageValues['origin'];
const FIREWALL = { requestsPerFiveMinutes: 2_000 };

/** Every shape that a stage can take: the two stages as they are, and prod with each choice taken the other way. Each is synthesized and tested. */
export const VARIANTS = {
  dev: { stage: 'dev', values: STAGES.dev },
  prod: { stage: 'prod', values: STAGES.prod },
  'prod-domain': { stage: 'prod', values: { ...STAGES.prod, domain: DOMAIN } },
  'prod-firewall': { stage: 'prod', values: { ...STAGES.prod, firewall: FIREWALL } },
  'prod-restored': {
    stage: 'prod',
    values: {
      ...STAGES.prod,
      table: { ...STAGES.prod.table, restored: { name: 'broadsheet-restored', streamLabel: '2026-11-24T06:30:00.000' } },
    },
  },
  'prod-everything': {
    stage: 'prod',
    values: {
      ...STAGES.prod,
      domain: DOMAIN,
      firewall: FIREWALL,
      origin: MUTUAL_TLS,
      table: { maxReadUnits: 40_000, maxWriteUnits: 10_000, restored: null },
      graphql: { ...STAGES.prod.graphql, reservedConcurrency: 500, provisionedConcurrency: 10 },
    },
  },
} as const satisfies Record<string, { stage: Stage; values: StageValues }>;

export type VariantName = keyof typeof VARIANTS;
