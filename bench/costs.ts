/**
 * What a month of prod costs: at rest, and at 1, 100 and 10,000 requests a second, with and without answers from the CDN. `npm run costs` prints the table
 * that stands in docs/deploy.md; a test holds the two together. Prices are in `infra/prices.ts`, what is assumed of a newsroom stands here.
 */
import { PRICES } from '../infra/prices.ts';
import { STAGES } from '../infra/stages.ts';

/** A month, in seconds: 730 hours. */
const MONTH = 730 * 3_600;
const MILLION = 1e6;
const GB = 1e9;

/** A newsroom and its readers. */
export const ASSUMED = {
  /** As the CDN sends it: 13 KB of JSON, compressed. Bytes. */
  answer: 4_000,
  /** Of the table, for a request: an article page by its path takes 3, a section 2, a front 11; see docs/queries.md. */
  unitsPerRequest: 3,
  /** Billed time of a warm request: one call to DynamoDB and some processor time. Milliseconds; not measured on AWS. */
  milliseconds: 25,
  /** One line of the function and one of the gateway. Bytes. */
  logged: 1_300,
  /** Of the requests, those that Lambda traces: one in twenty, and one each second. */
  traced: 0.05,
  /** Articles that are kept, versions and listings included. Bytes. */
  stored: 100_000 * 40_000,
  /** Pushes in a month, the write units of one, and the tags that one purges. */
  pushes: 10_000,
  unitsPerPush: 120,
  tagsPerPush: 1.5,
  /** The schedule comes every minute, and mostly finds nothing: milliseconds, and the units of one look. */
  rounds: 730 * 60,
  millisecondsPerRound: 30,
  unitsPerRound: 1,
  /** Metrics of ours that report all the time, metrics that alarms watch, and secrets. */
  metrics: 12,
  watched: 23,
  secrets: 6,
} as const;

export type Load = {
  requestsPerSecond: number;
  /** Of a hundred requests, those that the CDN answers. */
  hits: number;
  /** Whether the newsroom pushes. */
  pushes: boolean;
};

/** US dollars a month. */
export type Costs = Record<'cdn' | 'gateway' | 'function' | 'table' | 'observing' | 'newsroom' | 'standing', number>;

/** What a month costs under a steady load. `standing` is what it costs while nothing happens. */
export function monthly({ requestsPerSecond, hits, pushes }: Load): Costs {
  const { architecture, graphql, events } = STAGES.prod;
  const asked = requestsPerSecond * MONTH;
  const reached = asked * (1 - hits / 100);
  const gigabyteSecond = PRICES.lambdaSeconds[architecture];
  const lambda = (times: number, milliseconds: number, memoryMiB: number) =>
    (times * PRICES.lambdaRequests) / MILLION + times * (milliseconds / 1_000) * (memoryMiB / 1_024) * gigabyteSecond;
  const traces = reached === 0 ? 0 : Math.min(reached, MONTH + reached * ASSUMED.traced);
  const writes = ASSUMED.pushes * (ASSUMED.unitsPerPush / MILLION) * PRICES.dynamodbWriteUnits;
  const purges = Math.max(0, ASSUMED.pushes * ASSUMED.tagsPerPush - 1_000) * PRICES.purge;
  return {
    cdn: (asked * PRICES.cdnRequests) / MILLION + ((asked * ASSUMED.answer) / GB) * PRICES.cdnTransfer,
    gateway: (reached * PRICES.gatewayRequests) / MILLION,
    function: lambda(reached, ASSUMED.milliseconds, graphql.memoryMiB),
    table: (reached * ASSUMED.unitsPerRequest * PRICES.dynamodbReadUnits) / MILLION,
    observing: ((reached * ASSUMED.logged) / GB) * PRICES.logs + (traces * PRICES.traces) / MILLION,
    newsroom: pushes ? writes + purges : 0,
    standing:
      (ASSUMED.stored / GB) * PRICES.dynamodbStorage +
      lambda(ASSUMED.rounds, ASSUMED.millisecondsPerRound, events.memoryMiB) +
      (ASSUMED.rounds * ASSUMED.unitsPerRound * PRICES.dynamodbReadUnits) / MILLION +
      ASSUMED.metrics * PRICES.metric +
      ASSUMED.watched * PRICES.alarm +
      ASSUMED.secrets * PRICES.secret +
      PRICES.dashboard,
  };
}

const LOADS: readonly Load[] = [
  { requestsPerSecond: 0, hits: 0, pushes: false },
  { requestsPerSecond: 0, hits: 0, pushes: true },
  ...[1, 100, 10_000].flatMap((requestsPerSecond) => [0, 95].map((hits) => ({ requestsPerSecond, hits, pushes: true }))),
];

const COLUMNS: Record<keyof Costs, string> = {
  cdn: 'CDN',
  gateway: 'gateway',
  function: 'function',
  table: 'table',
  observing: 'log and traces',
  newsroom: 'newsroom',
  standing: 'standing',
};

/** The table of docs/deploy.md, as Markdown. */
export function costTable(): string {
  const cells = (row: string[]) => `| ${row.join(' | ')} |`;
  const dollars = (amount: number) => `${Math.round(amount).toLocaleString('en')}`;
  const keys = Object.keys(COLUMNS) as (keyof Costs)[];
  const rows = LOADS.map((load) => {
    const costs = monthly(load);
    const sum = keys.reduce((all, key) => all + costs[key], 0);
    const perMillion = load.requestsPerSecond === 0 ? '' : (sum / ((load.requestsPerSecond * MONTH) / MILLION)).toFixed(2);
    return [
      load.requestsPerSecond.toLocaleString('en'),
      `${load.hits} %`,
      ...keys.map((key) => dollars(costs[key])),
      `**${dollars(sum)}**`,
      perMillion,
    ];
  });
  const head = ['requests a second', 'from the CDN', ...Object.values(COLUMNS), 'a month', 'a million requests'];
  return [cells(head), cells(head.map(() => '--:')), ...rows.map(cells)].join('\n');
}

if (import.meta.main) console.log(costTable());
