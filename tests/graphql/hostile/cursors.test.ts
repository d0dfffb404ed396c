import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identifiedConcept } from '../../../lambda/domain/concept.ts';
import { pushArticle } from '../../../lambda/store/article-writes.ts';
import { diceOf, seedOf } from '../../faults/dice.ts';
import { type ArticleWish, anArticle, aPost, aQuotation, at, idOf, LIVE } from '../../support/article.ts';
import { type Ask, askHandler } from '../../support/graphql.ts';
import { type LocalTable, startLocalTable } from '../../support/table.ts';

/**
 * Cursors that no list gave out. Each is refused, or leads to a page of the very list that is asked: never to what stands elsewhere in the table, and
 * never to what waits for its moment in the same list.
 *
 *     MUTATIONS=10000 vitest run tests/graphql/hostile/cursors.test.ts     every change of every character, and so many others
 */

/** How many cursors are made up for all lists together; with a number of one's own, also every character is tried at every place. */
const OTHERS = Number(process.env.MUTATIONS ?? 600);
const IS_FULL = process.env.MUTATIONS !== undefined;

/** Characters that are tried at each place of a cursor, where not all are. */
const TRIED = 2;

/** Lists that one request asks for: the limits take no more. */
const AT_ONCE = 50;
const PAGE = 3;

/** More of them tell no more. */
const MOST_FAULTS_SHOWN = 5;

/** Ends what would take for ever, in milliseconds. */
const LONG = 600_000;

const seed = seedOf();
const dice = diceOf(seed);
const below = (end: number) => Math.floor(dice() * end);
const oneOf = <One>(some: readonly One[]): One => some[below(some.length)] as One;

const TOPIC = identifiedConcept('Topic', 'Sea level', 'urn:topic:sea');
const PASSING = identifiedConcept('Topic', 'Weather', 'urn:topic:weather');
const SPEAKER = identifiedConcept('Person', 'Ilse Marrin', 'urn:person:marrin');
const AUTHOR = identifiedConcept('Person', 'Hester Quayle', 'urn:person:quayle');

/** What stands in every list there is. */
const everywhere = (id: string, wish: Partial<ArticleWish> = {}) => {
  const { speaker, ...rest } = aQuotation(`Words of ${id}.`, 'Ilse Marrin');
  return anArticle({
    ...{
      id,
      series: { slug: 'tides', name: 'Tides' },
      about: [TOPIC],
      mentions: [PASSING, identifiedConcept('Topic', `Topic ${id}`, `urn:topic:${id}`)],
    },
    quotations: [{ ...rest, speaker: speaker && { ...speaker, agent: SPEAKER } }],
    contributions: [{ role: 'AUTHOR', person: AUTHOR, links: [], note: null }],
    ...wish,
  });
};

type List = { name: string; ways: readonly ('after' | 'before')[]; ask: (alias: string, args: string) => string };
const both = ['after', 'before'] as const;
const below1 = (name: string, parent: string, field: string, node = 'id'): List => ({
  name,
  ways: both,
  ask: (alias, args) =>
    `${alias}: ${parent} { ${field.replace('ARGS', args)} { edges { cursor node { ${node} } } pageInfo { hasNextPage hasPreviousPage } } ${'} '.repeat(field.split('{').length - 1)} }`,
});
const root = (name: string, field: string, node = 'id', ways: List['ways'] = both): List => ({
  name,
  ways,
  ask: (alias, args) =>
    `${alias}: ${field.replace('ARGS', args)} { edges { cursor node { ${node} } } pageInfo { hasNextPage hasPreviousPage } }`,
});
const of =
  (concept: { id: string }, type: string) =>
  (field: string, node = 'id') =>
    below1(
      `${type}.${field.split('(')[0]}${/MENTIONED/.test(field) ? ' in passing' : ''}`,
      `node(id: "${concept.id}")`,
      `... on ${type} { ${field}`,
      node,
    );

const LISTS: readonly List[] = [
  root('latest', 'latest(ARGS)'),
  root('latest in a language', 'latest(inLanguage: "en", ARGS)'),
  root('latest of a time', 'latest(published: { from: "2026-03-14T06:02:00Z", until: "2026-03-14T06:07:00Z" }, ARGS)'),
  below1('Section.articles', 'section(slug: "world")', 'articles(ARGS)'),
  below1('Series.articles', `node(id: "${idOf('open1')}")`, '... on NewsArticle { series { articles(ARGS)'),
  of(TOPIC, 'Topic')('articles(ARGS)'),
  of(PASSING, 'Topic')('articles(role: MENTIONED, ARGS)'),
  of(SPEAKER, 'Person')('quotations(ARGS)', 'id text'),
  of(SPEAKER, 'Person')('roles(ARGS)', 'name isPartOf { id }'),
  of(AUTHOR, 'Person')('contributions(ARGS)'),
  below1('LiveBlog.posts', `node(id: "${idOf('live')}")`, '... on NewsArticle { liveBlog { posts(ARGS)', 'id text'),
  root('concepts', 'concepts(kind: TOPIC, ARGS)', 'id name'),
  root('concepts with a beginning', 'concepts(kind: TOPIC, startsWith: "topic o", ARGS)', 'id name'),
  root('changes', 'changes(ARGS)', 'articleId kind', ['after']),
];

let local: LocalTable;
let ask: Ask;

beforeAll(async () => {
  local = await startLocalTable();
  const { table } = local;
  for (let n = 1; n <= 8; n += 1) await pushArticle(table, everywhere(`open${n}`), at(`06:0${n}`));
  for (const id of ['elsewhere1', 'elsewhere2', 'elsewhere3'])
    await pushArticle(
      table,
      anArticle({ id, section: 'Sport', language: 'de', mentions: [identifiedConcept('Person', id, `urn:${id}`)] }),
      at('06:04'),
    );
  for (const id of ['hidden1', 'hidden2', 'hidden3'])
    await pushArticle(table, everywhere(id, { embargoedUntil: at('2099-01-01T00:00:00.000Z') }), at('06:03'));
  await pushArticle(table, everywhere('withdrawn'), at('06:05'));
  await pushArticle(
    table,
    { ...anArticle({ id: 'withdrawn', version: 2, status: 'CANCELED' }), story: null, body: null } as never,
    at('06:06'),
  );
  const posts = Array.from({ length: 8 }, (_, n) =>
    aPost(`post ${n}`, { datePublished: at(n < 6 ? `06:0${n}` : '2099-01-01T00:00:00.000Z') }),
  );
  await pushArticle(table, anArticle({ id: 'live', section: 'Live', liveBlog: LIVE, posts }), at('06:00'));
  ask = await askHandler(local, 'prod');
}, 60_000);
afterAll(() => local[Symbol.asyncDispose]());

type Edges = { edges: { cursor: string; node: object }[]; pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean } };
type Answered = { page: Edges | null; code: string | null };

/** Some cursors asked of one list in one direction, in as few requests as may be. */
async function askedWith(list: List, way: 'after' | 'before', cursors: readonly string[]): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (let from = 0; from < cursors.length; from += AT_ONCE) {
    const some = cursors.slice(from, from + AT_ONCE);
    const fields = some.map((_, n) => list.ask(`l${n}`, `${way === 'after' ? 'first' : 'last'}: ${PAGE}, ${way}: $c${n}`));
    const said = some.map((_, n) => `$c${n}: String`);
    const variables = Object.fromEntries(some.map((cursor, n) => [`c${n}`, cursor]));
    const { data, errors = [] } = await ask<Record<string, unknown> | null>(`query (${said.join(' ')}) { ${fields.join(' ')} }`, variables);
    for (const n of some.keys()) {
      const error = errors.find(({ path }) => path === undefined || path[0] === `l${n}`);
      answers.push({ page: connectionIn(data?.[`l${n}`]), code: error?.extensions.code ?? null });
    }
  }
  return answers;
}

function connectionIn(value: unknown): Edges | null {
  if (typeof value !== 'object' || value === null) return null;
  return 'edges' in value ? (value as Edges) : (Object.values(value).map(connectionIn).find(Boolean) ?? null);
}

/** All of a list, as an honest reader walks it. */
async function walked(list: List): Promise<Edges['edges']> {
  const all: Edges['edges'] = [];
  for (let cursor: string | null = null; ; ) {
    const { data } = await ask<Record<string, unknown>>(`{ ${list.ask('l', `first: ${PAGE}${cursor ? `, after: "${cursor}"` : ''}`)} }`);
    const page = connectionIn(data.l);
    if (!page) throw new Error(`${list.name} cannot be read`);
    all.push(...page.edges);
    cursor = page.edges.at(-1)?.cursor ?? null;
    if (!page.pageInfo.hasNextPage || !cursor) return all;
  }
}

const keyOf = (cursor: string) => Buffer.from(cursor, 'base64url');

/** Why an answer is not one that this list may give to a cursor; null where it may: it refuses, or shows what stands behind that very place. */
function wrong({ page, code }: Answered, cursor: string, all: Edges['edges'], way: 'after' | 'before'): string | null {
  if (code !== null) return code === 'INVALID_PAGE' && page === null ? null : `answered ${code}`;
  if (page === null) return 'answered nothing';
  const rises = Buffer.compare(keyOf(all[0]?.cursor ?? ''), keyOf(all.at(-1)?.cursor ?? '')) < 0;
  const isBehind = (edge: { cursor: string }) =>
    Buffer.compare(keyOf(edge.cursor), keyOf(cursor)) * (rises === (way === 'after') ? 1 : -1) > 0;
  const behind = all.filter(isBehind);
  const shown = way === 'after' ? behind.slice(0, PAGE) : behind.slice(-PAGE);
  if (JSON.stringify(page.edges) !== JSON.stringify(shown)) return `no page of the list behind that place: ${JSON.stringify(page.edges)}`;
  const more = way === 'after' ? page.pageInfo.hasNextPage : page.pageInfo.hasPreviousPage;
  return more === behind.length > PAGE ? null : 'says falsely whether there is more';
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const STRANGE = ['=', '+', '/', ' ', '\u0000', 'é', '🦆', '%'];

/** Every change of one character: another in its place, none, one more. */
function changesOf(cursor: string): string[] {
  const characters = [...ALPHABET, ...STRANGE];
  return Array.from({ length: cursor.length + 1 }, (_, place) => {
    const [head, tail] = [cursor.slice(0, place), cursor.slice(place + 1)];
    const tried = IS_FULL ? characters : Array.from({ length: TRIED }, () => oneOf(characters));
    return [
      ...tried.map((one) => head + one + tail),
      head + tail,
      ...(IS_FULL ? characters : [oneOf(characters)]).map((one) => head + one + cursor.slice(place)),
    ];
  })
    .flat()
    .filter((changed) => changed !== cursor);
}

const INSTANTS = [
  '2026-03-14T06:03:00.000Z',
  '2026-03-14T06:99:00.000Z',
  '2099-01-01T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
  '0000-00-00T00:00:00.000Z',
];
const IDS = ['hidden1', 'hidden2', 'open3', 'withdrawn', 'elsewhere1', 'nobody'].map(idOf);
const KEYS = [
  ...[
    'TEASER',
    'LISTINGS',
    'PROFILE',
    'PATH',
    '',
    '\u0001',
    '\u0000',
    'topic \u0001',
    `topic hidden1\u0001${identifiedConcept('Topic', '', 'urn:topic:hidden1').id}`,
  ],
  ...[
    'V#2099-01-01T00:00:00.000Z#0000000000000001#HEAD',
    'D#2099-01-01T00:00:00.000Z#a_x#1',
    '~',
    '\uffff',
    'A#',
    'a'.repeat(1_100),
    `${'a'.repeat(1_100)}\u0001t_x`,
  ],
];

/** A cursor that nobody gave out, made in one of several ways. */
function forged(own: string, others: readonly string[]): string {
  const encoded = (text: string | Buffer) => Buffer.from(text as string).toString('base64url');
  const key = Buffer.from(own, 'base64url');
  const [moment, id] = [oneOf(INSTANTS), oneOf(IDS)];
  const letter = oneOf([...'AMQRCPKTVDU']);
  switch (below(8)) {
    case 0:
      return encoded(Buffer.from(Array.from({ length: below(90) }, () => below(256))));
    case 1: // some bytes of its own
      for (let turn = below(4); turn >= 0; turn -= 1) key[below(key.length)] = below(256);
      return encoded(key);
    case 2: // the beginning of its own, the end of another
      return encoded(Buffer.concat([key.subarray(0, below(key.length)), Buffer.from(oneOf(others), 'base64url').subarray(below(40))]));
    case 3:
      return oneOf(others);
    case 4:
      return encoded(`${letter}#${moment}#${id}${oneOf(['', '#0000', '#0000000000000001', '#9999999999999999'])}`);
    case 5:
      return encoded(`${letter}#${moment}#${oneOf(INSTANTS)}#${'x'.repeat(16)}`);
    case 6:
      return encoded(oneOf(KEYS));
    default: // its own key with another moment
      return encoded(key.toString('utf8').replace(/\d{4}-[\d:T.-]+Z/, moment));
  }
}

describe(`forged cursors, seed ${seed},`, () => {
  it.each(LISTS.map((list): [string, List] => [list.name, list]))(
    'lead nowhere but into their own list: %s',
    async (_name, list) => {
      const all = await walked(list);
      expect(all.length).toBeGreaterThan(PAGE);
      expect(JSON.stringify(all)).not.toMatch(
        new RegExp(['hidden1', 'hidden2', 'hidden3', ...(list.name === 'changes' ? [] : ['withdrawn'])].map(idOf).join('|')),
      );
      const others: string[] = [];
      for (const other of LISTS) if (other !== list) others.push(...(await walked(other)).map(({ cursor }) => cursor));
      const own = all.map(({ cursor }) => cursor);
      const middle = own[Math.floor(own.length / 2)] as string;

      const cursors = [
        ...own,
        ...changesOf(middle),
        ...Array.from({ length: Math.ceil(OTHERS / LISTS.length) }, () => forged(oneOf(own), others)),
      ];
      let refused = 0;
      for (const way of list.ways) {
        const answers = await askedWith(list, way, cursors);
        const faults = answers.flatMap((answer, place) => {
          const why = wrong(answer, cursors[place] ?? '', all, way);
          return why === null
            ? []
            : [
                `${way} ${JSON.stringify(cursors[place])} (${JSON.stringify(Buffer.from(cursors[place] ?? '', 'base64url').toString())}): ${why}`,
              ];
        });
        expect(faults.slice(0, MOST_FAULTS_SHOWN)).toEqual([]);
        expect(answers.slice(0, own.length).filter(({ page }) => page === null)).toEqual([]);
        refused += answers.filter(({ code }) => code !== null).length;
      }
      expect(refused).toBeGreaterThan(cursors.length / 4); // most of them are no cursors at all
    },
    LONG,
  );
});
