import type { NewsTable } from '../../lambda/store/news-table.ts';
import { idOf } from '../support/article.ts';
import { type Got, get, parseSitemap } from '../support/feeds.ts';
import { askedOf, Findings, type Going, type Walked } from './findings.ts';
import { conceptOf, type Member, nameOf, ownSection, POOL, READ_AT, SECRET, sectionSlugs, WAITS } from './newsroom.ts';

/** Everything that stands at an address, walked in two newsrooms of which one holds what is hidden and the other never did. */

/** What an article can be had as. */
const ENDINGS = ['jsonld', 'ninjs.json', 'ninjs.json?schema=3.0', 'ninjs.json?schema=2.1'];

/** `isQuick`: every address is asked for once, and no feed as Atom besides. */
export type FeedsGoing = Going & { isQuick?: boolean };

/** The two newsrooms, and what is found in them. */
type Both = { table: NewsTable; control: NewsTable; findings: Findings; isQuick: boolean };

/**
 * Asks both newsrooms for every address, and again as caches do that have the answer; compares whole answers: status, headers, bytes, calls.
 * @param table the newsroom that holds what is hidden
 * @param control the one that never did
 */
export function walkFeeds(
  table: NewsTable,
  control: NewsTable,
  members: readonly Member[],
  { tell = () => {}, most, isQuick = false }: FeedsGoing = {},
): Promise<Walked> {
  const findings = new Findings(most);
  const both = { table, control, findings, isQuick };
  return findings.of(async () => {
    tell('sitemaps');
    const index = await compared(both, '/sitemap.xml');
    const files = new Set([index.told, index.other].flatMap(({ body }) => filesIn(body)));
    for (const address of [...files, '/sitemap-news.xml']) {
      const { told } = await compared(both, address);
      if (told.status !== 200) findings.fault(`${told.status} where the index leads: ${address}`);
    }
    await compared(both, `/sitemaps/${WAITS.slice(0, 7)}-1.xml`);
    tell('exports');
    for (const { address, never } of exportsOf(members)) {
      const { told } = await compared(both, address);
      if (never !== null) equal(told, await get(table, READ_AT, never), `${address}, beside ${never}`, findings);
    }
    tell('feeds');
    for (const feed of feedsFor(members))
      for (const kind of isQuick ? ['rss'] : ['rss', 'atom']) await compared(both, `/feeds/${feed}.${kind}`);
  });
}

/** The addresses of all feeds, without their endings. */
function feedsFor(members: readonly Member[]): string[] {
  const own = askedOf(members).hidden.map(conceptOf);
  const sections = members.filter(({ hasOwnSection }) => hasOwnSection).map(({ n }) => ownSection(n));
  const concepts = [...Object.values(POOL).flat(), ...own];
  return [
    'latest',
    ...[...sections, ...sectionSlugs].map((slug) => `sections/${slug}`),
    ...concepts.filter(({ kind }) => kind === 'Person').map(({ id }) => `authors/${id}`),
    ...concepts.map(({ id }) => `concepts/${id}`),
  ];
}

/** @returns with the address of what never was where nobody may tell the two apart */
function exportsOf(members: readonly Member[]): { address: string; never: string | null }[] {
  const { hidden, some } = askedOf(members);
  const secret = new Set(members.filter(({ hiding }) => SECRET.includes(hiding)).map(({ n }) => n));
  return [...hidden, ...some].flatMap((n) =>
    ENDINGS.map((ending) => ({
      address: `/articles/${idOf(nameOf(n))}.${ending}`,
      never: secret.has(n) ? `/articles/${idOf(`never ${n}`)}.${ending}` : null,
    })),
  );
}

/** Asks for an address, and again as a cache does that has the answer of the newsroom where nothing is hidden. */
async function compared({ table, control, findings, isQuick }: Both, address: string): Promise<{ told: Got; other: Got }> {
  const both = async (headers: Record<string, string>, expected?: number) => {
    const [told, other] = await Promise.all([table, control].map((one) => get(one, READ_AT, address, { headers })));
    if (!told || !other) throw new Error('There are two newsrooms');
    const place = `${address} ${JSON.stringify(headers)}`;
    findings.answer(JSON.stringify([told.headers, told.body]), place);
    equal(told, other, place, findings);
    if (expected && told.status !== expected) findings.fault(`${told.status}, not ${expected}: ${place}`);
    return { told, other };
  };
  const whole = await both({});
  if (isQuick || whole.other.status !== 200) return whole;
  const { etag, 'last-modified': modified } = whole.other.headers;
  if (!etag || !modified) throw new Error(`${address} cannot be asked for again`);
  await both({ 'if-none-match': etag }, 304);
  await both({ 'if-modified-since': modified }, 304);
  await both({ 'if-modified-since': new Date(Date.parse(modified) - 1000).toUTCString() }, 200);
  return whole;
}

function equal(told: Got, other: Got, place: string, findings: Findings): void {
  for (const part of ['status', 'headers', 'calls', 'body'] as const) {
    const [one, another] = [told, other].map((got) => JSON.stringify(got[part]));
    if (one !== another) findings.fault(`${part} ${one?.slice(0, 300)}, not ${another?.slice(0, 300)}: ${place}`);
  }
}

function filesIn(index: string): string[] {
  return (parseSitemap(index, 'sitemapindex').sitemap ?? []).map(({ loc }) => new URL(loc).pathname);
}
