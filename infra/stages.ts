import type { ReaderConfig, Stage } from '../lambda/config.ts';

/** Requests a second for long, and at once for a moment; what is above is answered 429. */
export type Throttle = { perSecond: number; burst: number };

/** How large a function is. */
export type Size = {
  /** Processor time comes with memory: 1,769 MiB are one core. */
  memoryMiB: number;
  /** Environments that may run at once. Null: what the account has left. */
  reservedConcurrency: number | null;
};

/** Where an alarm rings; `none` is said, not forgotten: it then has no alarm. */
export type Threshold = number | 'none';

/** Everything in which stages may differ. A construct never asks which stage it is in. */
export type StageValues = {
  /** Where everything lives that need not live in us-east-1. */
  region: string;
  site: ReaderConfig['site'];
  /** The name under which the API is reached, and the hosted zone of Route 53 that it stands in. Null: CloudFront's own name. */
  domain: { name: string; zoneId: string; zoneName: string } | null;
  /**
   * How the origin knows the CDN. By a secret header: the letter of the value that the CDN shows; see docs/deploy.md, "Keys". By mutual TLS, which needs an
   * own domain: the certificate that CloudFront shows (ACM, us-east-1), and where the authority stands that signed it.
   */
  origin:
    | { by: 'header'; shows: 'a' | 'b' }
    | { by: 'mutual TLS'; clientCertificateArn: string; authorities: { bucket: string; key: string; version: string } };
  /** A firewall in front of the CDN. `requestsPerFiveMinutes`: of one address, above which it is refused. Null: none. */
  firewall: { requestsPerFiveMinutes: number } | null;
  /** What holds data outlives its stack, and cannot be deleted before somebody turns this off. */
  keepData: boolean;
  table: {
    /** Units a second that may be paid for. Null: as many as are asked for. */
    maxReadUnits: number | null;
    maxWriteUnits: number | null;
    /** A table that was restored from a backup and takes the place of the own one, which stays as it is; see docs/deploy.md, "Restore". */
    restored: { name: string; streamLabel: string } | null;
  };
  /** arm64 costs a fifth less for the same time. Both run the same bundles. */
  architecture: 'arm64' | 'x86_64';
  graphql: Size & {
    throttle: Throttle;
    /** Environments kept warm, at a price by the hour. Null: none. */
    provisionedConcurrency: number | null;
    /** What may be asked: any document, or registered ones only; see docs/deploy.md, "Registered documents". */
    documents: 'any' | 'registered';
    /** How a new version takes over. */
    rollout: 'all at once' | 'a tenth for five minutes';
  };
  ingest: Size & { throttle: Throttle };
  /** Feeds, sitemaps and exports; their requests count in the throttle of `graphql`, for the gateway is one. */
  feeds: Size;
  events: Size;
  /** How long CloudWatch keeps what functions and gateways log. Days, of those that CloudWatch knows. */
  logDays: 1 | 3 | 7 | 14 | 30 | 60 | 90 | 180 | 365;
  alarms: {
    /** Who is told. */
    mail: string | 'none';
    /** Errors of ours within a minute. */
    faults: Threshold;
    /** Milliseconds that 99 of 100 requests stay below. */
    p99: Threshold;
    /** Requests that a function or the table turned away within a minute. */
    throttles: Threshold;
    /** Messages that lie in a queue of dead letters. */
    deadLetters: Threshold;
    /** Milliseconds that a change waits to be announced. */
    iteratorAge: Threshold;
    /** Moments that were worked off two minutes late or more, within five minutes. */
    lateMoments: Threshold;
    /** Milliseconds from the acceptance of a withdrawal until the CDN no longer shows the article. */
    killLatency: Threshold;
    /** Withdrawals whose article the CDN still showed when the time to look was up. */
    killsUnconfirmed: Threshold;
    /** Of a hundred requests, within fifteen minutes. */
    coldStarts: Threshold;
    /** US dollars for a thousand requests that reach the function, within an hour. */
    costPerThousand: Threshold;
  };
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
    domain: null,
    origin: { by: 'header', shows: 'a' },
    firewall: null,
    keepData: false,
    table: { maxReadUnits: 1_000, maxWriteUnits: 1_000, restored: null }, // a loop that runs away costs cents
    architecture: 'arm64',
    graphql: {
      memoryMiB: 1_024,
      reservedConcurrency: null,
      provisionedConcurrency: null,
      throttle: { perSecond: 100, burst: 200 },
      documents: 'any', // where pages are written, and try what they will ask
      rollout: 'all at once',
    },
    ingest: { memoryMiB: 1_024, reservedConcurrency: null, throttle: { perSecond: 20, burst: 40 } },
    feeds: { memoryMiB: 1_024, reservedConcurrency: null },
    events: { memoryMiB: 512, reservedConcurrency: null },
    logDays: 7,
    alarms: {
      mail: 'none',
      faults: 'none',
      p99: 'none',
      throttles: 'none',
      deadLetters: 1,
      iteratorAge: 'none',
      lateMoments: 'none',
      killLatency: 'none',
      killsUnconfirmed: 'none',
      coldStarts: 'none',
      costPerThousand: 'none',
    },
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
    domain: null,
    origin: { by: 'header', shows: 'a' },
    firewall: null,
    keepData: true,
    table: { maxReadUnits: null, maxWriteUnits: null, restored: null }, // a night with news is no night for a ceiling
    architecture: 'arm64',
    graphql: {
      memoryMiB: 1_024, // a cold start is nothing but processor time, and readers wait for it
      reservedConcurrency: null,
      provisionedConcurrency: null,
      throttle: { perSecond: 10_000, burst: 5_000 }, // what an account has for all its gateways in a region, until more is asked for
      documents: 'registered', // what public pages ask is known, and nobody else's question is parsed, weighed or paid for
      rollout: 'a tenth for five minutes',
    },
    ingest: { memoryMiB: 1_024, reservedConcurrency: null, throttle: { perSecond: 50, burst: 100 } }, // a CMS that sends its archive
    feeds: { memoryMiB: 1_024, reservedConcurrency: null }, // sitemaps are long texts
    events: { memoryMiB: 512, reservedConcurrency: null },
    logDays: 90,
    alarms: {
      mail: 'newsdesk-tech@example.com',
      faults: 5,
      p99: 1_500, // a cold start and a slow front stay below
      throttles: 1,
      deadLetters: 1,
      iteratorAge: 60_000,
      lateMoments: 1,
      killLatency: 30_000,
      killsUnconfirmed: 1,
      coldStarts: 'none', // the dashboard shows them: a quiet night is all cold starts
      costPerThousand: 0.01, // four times what a request usually costs
    },
  },
};
