import type { Article } from '../../lambda/domain/article.ts';
import { articleId } from '../../lambda/domain/identity.ts';
import { emptyTable } from '../support/table.ts';
import { diceOf } from './dice.ts';
import { type Answered, type Asked, example, type GraphqlFunction, loadFunction } from './function.ts';
import { article } from './newsroom.ts';
import { type FaultProxy, type Faults, startProxy } from './proxy.ts';
import { pushAll } from './pusher.ts';

/** One call in five fails, by throttling, with 500 or by a reset; and one Query in twenty meets half of a transaction. */
export const READING_WEATHER: Faults = {
  '*': { throttle: 0.08, serverError: 0.06, reset: 0.06 },
  Query: { throttle: 0.08, serverError: 0.06, reset: 0.06, torn: 0.05 },
  BatchGetItem: { throttle: 0.08, serverError: 0.06, reset: 0.06, partial: 0.4 },
};

/** A reader waits as long as this; milliseconds. */
const PATIENCE_MS = 2_000;

/** What a run showed. Latencies in milliseconds. */
export type Reads = {
  requests: number;
  /** Answered in time and exactly as without faults. */
  right: number;
  /** Masked errors with a stable code. */
  cleanErrors: number;
  /** Anything else: each is one line. */
  faults: string[];
  met: Record<string, number>;
  median: number;
  p99: number;
  slowest: number;
};

/** A table with articles in it, and the function in front of it. One for each process, as the function keeps its configuration. */
export type ReadingRoom = { proxy: FaultProxy; ask: GraphqlFunction; pages: Asked[] } & AsyncDisposable;

/** `endpoint` is that of the real DynamoDB; `pages` is how many different requests are asked. */
type Opening = { endpoint: string; seed: number; articles: number; pages: number };

export async function openReadingRoom({ endpoint, seed, articles, pages }: Opening): Promise<ReadingRoom> {
  const { table, tableName } = await emptyTable(endpoint);
  const stories = Array.from({ length: articles }, (_, n) => article(seed, n));
  await pushAll(
    table,
    stories.map((story) => [story]),
  );
  const proxy = await startProxy({ endpoint, seed });
  const ask = await loadFunction(proxy.endpoint, tableName);
  return { proxy, ask, pages: pagesOf(stories, seed).slice(0, pages), [Symbol.asyncDispose]: () => proxy[Symbol.asyncDispose]() };
}

/** "Reads under faults": each answer is compared with the one that the same request gets without faults. */
export async function readsUnderFaults({ proxy, ask, pages }: ReadingRoom, wish: { weather: Faults; requests: number }): Promise<Reads> {
  const right = await answersWithoutFaults({ proxy, ask }, pages);
  proxy.set(wish.weather);
  const before = { ...proxy.counts.faults };
  const result: Reads = { requests: wish.requests, right: 0, cleanErrors: 0, faults: [], met: {}, median: 0, p99: 0, slowest: 0 };
  const times: number[] = [];
  let asked = 0;
  const work = async () => {
    while (asked < wish.requests) {
      const page = pages[asked % pages.length] as Asked;
      asked += 1;
      const answered = await ask(page, LAMBDA_TIMEOUT_MS);
      times.push(answered.milliseconds);
      if (answered.body === right.get(page) && answered.milliseconds <= PATIENCE_MS) result.right += 1;
      else if (isCleanError(answered)) result.cleanErrors += 1;
      else result.faults.push(`${page.name} ${JSON.stringify(page.variables)}: ${describe(answered)}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  proxy.set({});
  for (const [kind, count] of Object.entries(proxy.counts.faults)) result.met[kind] = count - (before[kind as keyof typeof before] ?? 0);
  times.sort((one, other) => one - other);
  const at = (share: number) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  return { ...result, median: at(0.5), p99: at(0.99), slowest: at(1) };
}

/** Lambda ends the resolver after ten seconds. @see ../../infra */
const LAMBDA_TIMEOUT_MS = 10_000;

/** What a run with a DynamoDB that hangs showed. */
export type Hanging = { requests: number; answered: number; right: number; cleanErrors: number; slowest: number; faults: string[] };

/**
 * DynamoDB hangs, always or now and then: every request is answered before Lambda would end the function.
 * @param hanging probability that a call is never answered
 * @param timeout of the function, in milliseconds
 */
export async function readsWhileHanging(
  { proxy, ask, pages }: ReadingRoom,
  { hanging, timeout, requests }: { hanging: number; timeout: number; requests: number },
): Promise<Hanging> {
  const result: Hanging = { requests, answered: 0, right: 0, cleanErrors: 0, slowest: 0, faults: [] };
  const asked = Array.from({ length: requests }, (_, n) => pages[n % pages.length] as Asked);
  const right = await answersWithoutFaults({ proxy, ask }, asked);
  proxy.set({ '*': { hang: hanging } });
  await Promise.all(
    asked.map(async (page) => {
      const answered = await ask(page, timeout);
      result.slowest = Math.max(result.slowest, Math.round(answered.milliseconds));
      if (answered.milliseconds < timeout) result.answered += 1;
      else result.faults.push(`${page.name}: ${describe(answered)}, and the function had ${timeout} ms`);
      if (answered.body === right.get(page)) result.right += 1;
      else if (isCleanError(answered)) result.cleanErrors += 1;
      else result.faults.push(`${page.name}: ${describe(answered)}`);
    }),
  );
  proxy.set({});
  return result;
}

async function answersWithoutFaults(
  { proxy, ask }: Pick<ReadingRoom, 'proxy' | 'ask'>,
  pages: readonly Asked[],
): Promise<Map<Asked, string>> {
  proxy.set({});
  const answers = new Map<Asked, string>();
  for (const page of new Set(pages)) {
    const { body, ...rest } = await ask(page, LAMBDA_TIMEOUT_MS);
    if (body === null || body.includes('"errors"')) throw new Error(`Without faults, ${page.name} is ${describe({ body, ...rest })}`);
    answers.set(page, body);
  }
  return answers;
}

/** The documents of real pages over the articles of the newsroom, and the two ways to ask for articles by their ids. */
function pagesOf(stories: readonly Article[], seed: number): Asked[] {
  const dice = diceOf(seed);
  const pick = <One>(from: readonly One[]) => from[Math.floor(dice() * from.length)] as One;
  const ids = stories.map(({ source, uri }) => articleId(source, uri));
  const sections = [...new Set(stories.flatMap(({ story }) => story?.section.slug ?? []))];
  const people = [...new Set(stories.flatMap(({ story }) => story?.contributions.map(({ person }) => person.id) ?? []))];
  const paths = stories.flatMap(({ story }) => story?.path ?? []);
  return Array.from({ length: 20 }, () => [
    { name: 'article', query: example('article'), variables: { path: pick(paths) } },
    { name: 'front', query: example('front'), variables: {} },
    { name: 'section', query: example('section'), variables: { slug: pick(sections) } },
    { name: 'person', query: example('person'), variables: { id: pick(people) } },
    { name: 'article by id', query: BY_ID, variables: { id: pick(ids) } },
    { name: 'nodes', query: NODES, variables: { ids: Array.from({ length: 20 }, () => pick(ids)) } },
  ]).flat();
}

const BY_ID = 'query ($id: ID!) { article(by: { id: $id }) { ... on NewsArticle { id headline path body { blocks { id text } } } } }';
const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on NewsArticle { headline path } } }';

/** Every error has a stable code, and no byte of the answer tells what is behind us. */
function isCleanError({ body }: Answered): boolean {
  if (body === null || /dynamo|exception|proxy|throttl|aws|socket|econn|\.ts:|node_modules/i.test(body)) return false;
  const { errors = [] } = JSON.parse(body) as { errors?: { extensions?: { code?: string } }[] };
  return errors.length > 0 && errors.every(({ extensions }) => extensions?.code === 'INTERNAL_SERVER_ERROR');
}

function describe({ status, body, milliseconds }: Answered): string {
  return `${status} after ${Math.round(milliseconds)} ms: ${body?.slice(0, 200) ?? 'nothing'}`;
}
