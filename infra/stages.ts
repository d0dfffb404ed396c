import type { ReaderConfig, Stage } from '../lambda/config.ts';

/** Requests a second for long, and at once for a moment; what is above is answered 429. */
export type Throttle = { perSecond: number; burst: number };

/** Everything in which stages may differ. A construct never asks which stage it is in. */
export type StageValues = {
  /** Where everything lives that need not live in us-east-1. */
  region: string;
  site: ReaderConfig['site'];
  table: {
    /** Outlives its stack, and cannot be deleted before somebody turns this off. */
    keep: boolean;
    /** Units a second that may be paid for. Null: as many as are asked for. */
    maxReadUnits: number | null;
    maxWriteUnits: number | null;
  };
  graphql: {
    /** arm64 costs a fifth less for the same time. Both run the same bundle. */
    architecture: 'arm64' | 'x86_64';
    /** Processor time comes with memory, and a cold start is nothing but processor time: 1,769 MiB are one core. */
    memoryMiB: number;
    throttle: Throttle;
    /** Environments that may run at once. Null: what the account has left. */
    reservedConcurrency: number | null;
    /** Environments kept warm, at a price by the hour. Null: none. */
    provisionedConcurrency: number | null;
  };
  /** How long CloudWatch keeps what functions and gateways log. Days, of those that CloudWatch knows. */
  logDays: 1 | 3 | 7 | 14 | 30 | 60 | 90 | 180 | 365;
};

export const STAGE_NAMES: readonly Stage[] = ['dev', 'prod'];

export const STAGES: Record<Stage, StageValues> = {
  dev: {
    region: 'eu-central-1',
    site: {
      name: 'The Example',
      publisher: 'Example Press',
      url: 'https://dev.example.com',
      languages: ['en'],
      logo: null,
      imageService: null,
    },
    table: { keep: false, maxReadUnits: 1_000, maxWriteUnits: 1_000 },
    graphql: {
      architecture: 'arm64',
      memoryMiB: 1_024,
      throttle: { perSecond: 100, burst: 200 },
      reservedConcurrency: null,
      provisionedConcurrency: null,
    },
    logDays: 7,
  },
  prod: {
    region: 'eu-central-1',
    site: {
      name: 'The Example',
      publisher: 'Example Press',
      url: 'https://www.example.com',
      languages: ['en'],
      logo: null,
      imageService: null,
    },
    table: { keep: true, maxReadUnits: null, maxWriteUnits: null },
    graphql: {
      architecture: 'arm64',
      memoryMiB: 1_024,
      throttle: { perSecond: 10_000, burst: 5_000 }, // what an account has for all its gateways in a region, until more is asked for
      reservedConcurrency: null,
      provisionedConcurrency: null,
    },
    logDays: 90,
  },
};
