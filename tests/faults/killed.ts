import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ENV } from '../../lambda/config.ts';
import type { ArticleId } from '../../lambda/domain/identity.ts';
import type { Instant } from '../../lambda/domain/instant.ts';
import { LOCAL_AWS } from '../../lambda/local/dynamodb.ts';
import { readArticleAt } from '../../lambda/store/article-reads.ts';
import { listLatest, listSection } from '../../lambda/store/listing-reads.ts';
import type { NewsTable } from '../../lambda/store/news-table.ts';
import { sweep } from '../../lambda/store/sweeper.ts';
import { emptyTable } from '../support/table.ts';
import { contentsOf, differences } from './contents.ts';
import { diceOf } from './dice.ts';
import { LATER, NOW } from './newsroom.ts';
import { startProxy } from './proxy.ts';
import { pushedList } from './pushed-list.ts';
import { pushAll } from './pusher.ts';

/** A reader that never rests would slow the writer down. */
const BETWEEN_LOOKS_MS = 150;

/** What a run showed. `faults` say at which moment what was wrong. */
export type Killed = { moments: number; calls: number; looks: number; faults: string[] };

/**
 * "Killed at any point": a writer is killed with SIGKILL as one of its calls arrives at DynamoDB, which carries that call out or does not; the
 * seed decides. At that cut, and beside the writer before it, every listed article can be opened. Then the same list is pushed again from its
 * beginning, and the table must equal that of an uninterrupted run, item by item.
 * @param wish.endpoint of the real DynamoDB
 * @param wish.from place in the pushed list at which the writer begins; what stands before is pushed without a cut
 * @param wish.to place before which it ends
 */
export async function killedAtAnyPoint(wish: {
  endpoint: string;
  seed: number;
  moments: number;
  from?: number;
  to?: number;
}): Promise<Killed> {
  const { endpoint, seed, moments, from = 0, to = pushedList().length } = wish;
  const dice = diceOf(seed);
  const begin = async () => {
    const begun = await emptyTable(endpoint);
    await pushAll(begun.table, [pushedList().slice(0, from)], 1);
    return { ...begun, endpoint, seed, from, to };
  };
  const whole = await begin();
  const calls = await callsOf(whole);
  const written = await contentsOf(whole.table);
  await sweep(whole.table, LATER);
  const swept = await contentsOf(whole.table);

  const result: Killed = { moments, calls, looks: 0, faults: [] };
  const cuts = Array.from({ length: moments }, (_, n) => ({
    // At one moment in each stretch of equal length, so that few of them leave no part of the run untried.
    call: 1 + Math.floor(((n + dice()) / moments) * calls),
    carriedOut: dice() < 0.5,
  })).values();
  const work = async () => {
    for (const { call, carriedOut } of cuts) {
      const at = `killed at call ${call} of ${calls}, ${carriedOut ? '' : 'not '}carried out`;
      const report = (fault: string) => result.faults.push(`${at}${fault}`);
      const begun = await begin();
      const { table } = begun;
      result.looks += await writeAndKill({ ...begun, call, carriedOut }, (fault) => report(`, ${fault}`));
      await pushAll(table, [pushedList().slice(0, to)], 1);
      for (const fault of differences(written, await contentsOf(table))) report(`, run again: ${fault}`);
      await sweep(table, LATER);
      for (const fault of differences(swept, await contentsOf(table))) report(`, run again and swept: ${fault}`);
    }
  };
  await Promise.all([work(), work()]);
  return result;
}

/** The uninterrupted run, by the same process as the others. */
async function callsOf(begun: Begun): Promise<number> {
  await using proxy = await startProxy(begun);
  const [code] = await once(startWriter({ ...begun, endpoint: proxy.endpoint }), 'exit');
  if (code !== 0) throw new Error(`The writer ended with ${code} although nobody killed it`);
  return proxy.counts.calls;
}

type Begun = { endpoint: string; table: NewsTable; tableName: string; seed: number; from: number; to: number };

type Cut = Begun & { call: number; carriedOut: boolean };

/** @returns how often a reader looked */
async function writeAndKill({ call, carriedOut, ...begun }: Cut, report: (fault: string) => void): Promise<number> {
  let writer: ReturnType<typeof startWriter> | undefined;
  const ended = Promise.withResolvers<void>();
  const { table } = begun;
  await using proxy = await startProxy({
    ...begun,
    onCall: async ({ number }) => {
      if (number < call) return undefined;
      writer?.kill('SIGKILL');
      await ended.promise;
      return carriedOut && number === call ? undefined : 'reset';
    },
  });
  writer = startWriter({ ...begun, endpoint: proxy.endpoint });
  writer.once('exit', () => ended.resolve());
  let looks = 0;
  while (writer.exitCode === null && writer.signalCode === null) {
    if (proxy.counts.calls > 0) {
      looks += 1;
      for (const fault of await listedAndClosed(table)) report(`beside the writer, ${fault}`);
    }
    await sleep(BETWEEN_LOOKS_MS);
  }
  await proxy.quiet();
  for (const fault of await listedAndClosed(table)) report(`at the cut, ${fault}`);
  return looks + 1;
}

function startWriter({ endpoint, tableName, from, to }: Begun) {
  const environment = { ...process.env, ...LOCAL_AWS, [ENV.dynamodbEndpoint]: endpoint, [ENV.newsTable]: tableName };
  return spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), String(from), String(to)], {
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Articles that a list shows now or at a later clock, and that cannot be opened. One that left its lists while we looked does not count. */
async function listedAndClosed(table: NewsTable): Promise<string[]> {
  const faults: string[] = [];
  for (const clock of [NOW, LATER]) {
    for (const id of await listed(table, clock)) {
      if (await opens(table, id, clock)) continue;
      const still = (await listed(table, clock)).has(id) && !(await opens(table, id, clock));
      if (still) faults.push(`${id} is listed at ${clock} and cannot be opened`);
    }
  }
  return faults;
}

async function listed(table: NewsTable, clock: Instant): Promise<Set<ArticleId>> {
  const page = { first: 100 };
  const sections = ['world', 'politics', 'sport', 'business'].map((slug) => listSection(table, slug, clock, page));
  const lists = await Promise.all([listLatest(table, null, clock, page), ...sections]);
  return new Set(lists.flatMap(({ edges }) => edges.map(({ node }) => node.id)));
}

async function opens(table: NewsTable, id: ArticleId, clock: Instant): Promise<boolean> {
  const found = await readArticleAt(table, id, clock, { withBody: true });
  return found !== null && 'head' in found && found.body !== null;
}
