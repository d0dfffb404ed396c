import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { costTable, monthly } from '../../bench/costs.ts';
import { PRICES } from '../../infra/prices.ts';
import { ALARMS } from './guards.ts';

const page = (name: string) => readFileSync(`${import.meta.dirname}/../../docs/${name}.md`, 'utf8');

describe('what is written about the infrastructure', () => {
  it('has the costs that the prices give', () => {
    const [, table] = /<!-- costs -->\n(.*?)\n<!-- \/costs -->/s.exec(page('deploy')) ?? [];
    expect(table).toBe(costTable());
  });

  it('says of every alarm what to do', () => {
    const rows = [...page('operations').matchAll(/^\| `(\w+)` \| [^|]+ \| [^|]+ \| [^|]+ \|$/gm)].map(([, name]) => name);
    expect(rows).toEqual(expect.arrayContaining(Object.keys(ALARMS)));
  });
});

describe('the costs', () => {
  const sum = (load: Parameters<typeof monthly>[0]) => Object.values(monthly(load)).reduce((all, cost) => all + cost, 0);

  it('are a few dollars while nothing happens, and none of them for readers', () => {
    const rest = monthly({ requestsPerSecond: 0, hits: 0, pushes: false });
    expect(rest).toMatchObject({ cdn: 0, gateway: 0, function: 0, table: 0, observing: 0, newsroom: 0 });
    expect(rest.standing).toBeLessThan(20);
  });

  it('follow the requests, and with hits only what the CDN takes for them', () => {
    const million = { requestsPerSecond: 1e6 / (730 * 3_600), pushes: false };
    const through = monthly({ ...million, hits: 0 });
    expect(through.gateway).toBeCloseTo(PRICES.gatewayRequests);
    expect(through.function).toBeCloseTo(PRICES.lambdaRequests + 1e6 * 0.025 * PRICES.lambdaSeconds.arm64);
    expect(through.table).toBeCloseTo(3 * PRICES.dynamodbReadUnits);
    const hit = monthly({ ...million, hits: 100 });
    expect(hit).toMatchObject({ cdn: through.cdn, gateway: 0, function: 0, table: 0, observing: 0 });
    expect(sum({ ...million, hits: 50 })).toBeLessThan(sum({ ...million, hits: 0 }));
  });
});
