import { HeaderMap } from '@apollo/server';
import { partId, postKey } from '../../lambda/domain/identity.ts';
import type { Instant } from '../../lambda/domain/instant.ts';
import { requestContext } from '../../lambda/graphql/context.ts';
import { buildServer } from '../../lambda/graphql/server.ts';
import type { NewsTable } from '../../lambda/store/news-table.ts';
import { idOf } from '../support/article.ts';
import { SITE } from '../support/graphql.ts';
import { askedOf, Findings, type Going, type Walked } from './findings.ts';
import { conceptOf, type Member, nameOf, ownSection, POOL, pathOf, sectionSlugs } from './newsroom.ts';

/** Every query, walked as a reader without any token walks it, in two newsrooms of which one holds what is hidden and the other never did. */

/** An answer: `headers` say how long it lives, and what it is purged by. */
type Told = { text: string; data: unknown; calls: number; headers: string };
export type Ask = (query: string, variables?: Record<string, unknown>) => Promise<Told>;

/** Asks the server itself at one clock, as whoever asks with GET on a stage that says what each request cost. */
export function askerOf(server: ReturnType<typeof buildServer>, table: NewsTable, clock: Instant): Ask {
  return async (query, variables = {}) => {
    const contextValue = requestContext(table, { site: SITE, clock });
    const http = { method: 'GET', headers: new HeaderMap(), search: '', body: undefined };
    const { body, http: answered } = await server.executeOperation({ query, variables, http }, { contextValue });
    if (body.kind !== 'single') throw new Error('An answer came in parts');
    const { extensions, ...answer } = body.singleResult;
    const { calls } = (extensions as { cost: { calls: number } }).cost;
    return { text: JSON.stringify(answer), data: answer.data, calls, headers: JSON.stringify([...answered.headers]) };
  };
}

/** That of routers: it answers all that everybody may ask, and what they ask besides. */
export function serverForWalks(): ReturnType<typeof buildServer> {
  return buildServer({
    stage: 'dev',
    of: 'subgraph',
    log: ({ level, message, error }) => level === 'error' && console.error(message, error),
  });
}

/** As many as one page may hold. */
const PAGE = 100;

/** So many things by name in one request: each with all that is known of it. */
const NAMED_AT_ONCE = 10;

const CARD =
  'id version path headline kicker byline abstract inLanguage datePublished dateModified section { slug name parent { slug } } standfirst { text html } contributions { person { id name } } image { url alternativeText }';
const HEAD =
  'short: headline(role: SHORT) dateline accessTier usageTerms creditLine series { slug name } seo { title description } versions { number } formerPaths { path } about { id name } mentions { id name } canonicalUrl';
const WORDS = 'body { html wordCount } quotations { id text speaker { name jobTitle describedAs agent { id name } } }';
const EXPORTS = 'jsonLd ninjs';
const AROUND =
  'related(first: 5) { reason label article { id headline path } } alternates { canonicalUrl article { id headline } } liveBlog { isLive keyEvents { id text } pinned { id text } posts { edges { cursor node { id headline text contributions { note } } } pageInfo { hasNextPage } } }';
const WHOLE = `... on NewsArticle { ${CARD} ${HEAD} ${WORDS} ${EXPORTS} ${AROUND} } ... on WithdrawnArticle { articleId reason withdrawnAt } ... on MovedArticle { articleId path }`;
const PAGE_INFO = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const connection = (node: string) => `{ edges { cursor node { ${node} } } ${PAGE_INFO} }`;

/** Names of the concepts that one request asks for. A directory passes over who is not public yet, so that its calls may differ. */
const CALLS_MAY_DIFFER = /\bconcepts\(/;

/**
 * Walks everything in both newsrooms, and compares every answer, its lifetime and its number of calls.
 * @param ask the newsroom that holds what is hidden
 * @param control the one that never did; null to look for marks alone
 */
export function walkQueries(
  ask: Ask,
  control: Ask | null,
  members: readonly Member[],
  { tell = () => {}, most }: Going = {},
): Promise<Walked> {
  const findings = new Findings(most);
  return findings.of(() => walk(ask, control, members, { tell, findings }));
}

async function walk(
  ask: Ask,
  control: Ask | null,
  members: readonly Member[],
  { tell, findings }: { tell: (line: string) => void; findings: Findings },
): Promise<void> {
  const both = async (query: string, variables: Record<string, unknown> = {}): Promise<unknown> => {
    const [told, other] = await Promise.all([ask(query, variables), control?.(query, variables)]);
    const place = `${query.slice(0, 160)} ${JSON.stringify(variables).slice(0, 160)}`;
    findings.answer(told.text, place);
    if (told.text.includes('"errors"')) findings.fault(`an error in ${place}: ${told.text.slice(0, 300)}`);
    if (other && other.text !== told.text) findings.fault(`another answer than where nothing is hidden: ${place}`);
    if (other && other.headers !== told.headers) findings.fault(`${told.headers}, not ${other.headers}: ${place}`);
    if (other && other.calls !== told.calls && !CALLS_MAY_DIFFER.test(query))
      findings.fault(`${told.calls} calls, not ${other.calls}: ${place}`);
    return told.data;
  };
  /** A list to its end, both ways. @param ask the list with its arguments, inside of what it hangs on */
  const list = async (field: (args: string) => string, ways: readonly ('after' | 'before')[] = ['after', 'before']): Promise<void> => {
    for (const way of ways)
      for (let cursor: string | null = null; ; ) {
        const query: string = `query ($c: String) { ${field(`${way === 'after' ? 'first' : 'last'}: ${PAGE}, ${way}: $c`)} }`;
        const page = pageIn(await both(query, { c: cursor }));
        cursor = way === 'after' ? (page?.endCursor ?? null) : (page?.startCursor ?? null);
        if (!page || !cursor || !(way === 'after' ? page.hasNextPage : page.hasPreviousPage)) break;
      }
  };
  const inGroups = async <One>(all: readonly One[], size: number, field: (one: One, alias: string) => string): Promise<void> => {
    for (let from = 0; from < all.length; from += size)
      await both(
        `{ ${all
          .slice(from, from + size)
          .map((one, n) => field(one, `a${n}`))
          .join(' ')} }`,
      );
  };

  const { hidden, some } = askedOf(members);
  const text = JSON.stringify;

  tell('site, sections and fronts');
  await both(`{ site { name } sections { slug name path children { slug } articles(first: 1) ${connection('id')} } }`);
  for (const slug of ['home', 'waits'])
    await both(
      `{ front(slug: "${slug}") { slug title dateModified containers { slug headline items { headline isCurated image { url } standfirst { text } article { ${CARD} } } } } }`,
    );
  tell('lists of articles');
  await list((args) => `latest(${args}) ${connection(`${CARD} short: headline(role: SHORT) dateline`)}`);
  for (const language of ['en', 'de', 'fr']) await list((args) => `latest(inLanguage: "${language}", ${args}) ${connection(CARD)}`);
  await list((args) => `latest(published: { from: "2098-01-01T00:00:00Z", until: "2100-01-01T00:00:00Z" }, ${args}) ${connection(CARD)}`);
  for (const slug of sectionSlugs) await list((args) => `section(slug: "${slug}") { name articles(${args}) ${connection(CARD)} }`);
  await inGroups(
    hidden,
    NAMED_AT_ONCE,
    (n, alias) => `${alias}: section(slug: ${text(ownSection(n))}) { slug name articles(first: 1) ${connection('id')} }`,
  );
  for (const n of [0, 1, 2])
    await list(
      (args) =>
        `node(id: "${idOf(nameOf(some[n] ?? 0))}") { ... on NewsArticle { series { slug name articles(${args}) ${connection(CARD)} } } }`,
    );
  await list((args) => `changes(${args}) ${connection('date kind articleId article { id headline path }')}`, ['after']);
  tell('concepts');
  for (const kind of ['PERSON', 'ORGANIZATION', 'PLACE', 'NEWS_EVENT', 'TOPIC']) {
    await list((args) => `concepts(kind: ${kind}, ${args}) ${connection('id name path')}`);
    await list((args) => `concepts(kind: ${kind}, startsWith: "own", ${args}) ${connection('id name')}`);
  }
  for (const [kind, concepts] of Object.entries(POOL))
    for (const { id } of concepts) {
      const onConcept = (field: string) => `node(id: "${id}") { id ... on ${kind} { name ${field} } }`;
      await list((args) => onConcept(`articles(${args}) ${connection(CARD)}`));
      await list((args) => onConcept(`articles(role: MENTIONED, ${args}) ${connection(CARD)}`));
      if (['Person', 'Organization', 'NewsEvent'].includes(kind))
        await list((args) =>
          onConcept(`quotations(${args}) ${connection('id text speaker { name jobTitle describedAs } isPartOf { id headline path }')}`),
        );
      if (kind !== 'Person') continue;
      await list((args) =>
        onConcept(`roles(${args}) ${connection('name jobTitle describedAs affiliation { name } isPartOf { id headline }')}`),
      );
      await list((args) => onConcept(`contributions(${args}) ${connection(CARD)}`));
    }
  await inGroups(
    hidden,
    NAMED_AT_ONCE,
    (n, alias) =>
      `${alias}: concept(by: { id: "${conceptOf(n).id}" }) { id name description articles(first: 5) ${connection('id')} ... on Person { quotations(first: 5) ${connection('text')} roles(first: 5) ${connection('name')} } }`,
  );
  tell('articles by every name');
  for (const n of [...hidden, ...some]) {
    const id = idOf(nameOf(n));
    await both(`{ article(by: { id: "${id}" }) { __typename ${WHOLE} } }`);
  }
  const paths = (n: number) => [pathOf(n), pathOf(n, `zh${n.toString(36)}q1hz`)];
  await inGroups(
    hidden.flatMap(paths),
    NAMED_AT_ONCE,
    (path, alias) => `${alias}: article(by: { path: "${path}" }) { __typename ... on NewsArticle { ${CARD} } }`,
  );
  await inGroups(
    hidden.flatMap(paths),
    NAMED_AT_ONCE,
    (path, alias) => `${alias}: resolve(url: "${SITE.url}${path}") { __typename ... on NewsArticle { ${CARD} ${WORDS} } }`,
  );
  await inGroups(
    hidden,
    NAMED_AT_ONCE,
    (n, alias) =>
      `${alias}: article(by: { uri: { source: "test", uri: "${nameOf(n)}" } }) { __typename ... on NewsArticle { ${CARD} ${HEAD} } }`,
  );
  await inGroups(
    hidden,
    NAMED_AT_ONCE,
    (n, alias) => `${alias}: node(id: "${partId('u', idOf(nameOf(n)), postKey(`post of ${n}`))}") { id ... on LivePost { text } }`,
  );
  tell('all ids');
  const ids = members.map(({ n }) => idOf(nameOf(n)));
  for (let from = 0; from < ids.length; from += PAGE) {
    await both(`query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on NewsArticle { ${CARD} ${HEAD} } } }`, {
      ids: ids.slice(from, from + PAGE),
    });
    await both(`query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on NewsArticle { ${WORDS} ${EXPORTS} } } }`, {
      ids: ids.slice(from, from + PAGE),
    });
  }
  tell('what a router names');
  const parts = hidden.map((n) => ({ __typename: 'LivePost', id: partId('u', idOf(nameOf(n)), postKey(`post of ${n}`)) }));
  const representations = [
    ...ids.map((id) => ({ __typename: 'NewsArticle', id })),
    ...hidden.map((n) => ({ __typename: 'Person', id: conceptOf(n).id })),
    ...hidden.map((n) => ({ __typename: 'Section', slug: ownSection(n) })),
    ...['home', 'waits'].map((slug) => ({ __typename: 'Front', slug })),
    ...parts,
  ];
  const entities = [
    `... on NewsArticle { ${CARD} ${HEAD} }`,
    '... on Person { id name description path }',
    '... on Section { slug name path }',
    '... on Front { slug title description }',
    '... on LivePost { id text html }',
  ];
  for (let from = 0; from < representations.length; from += PAGE) {
    const some = { r: representations.slice(from, from + PAGE) };
    await both(`query ($r: [_Any!]!) { _entities(representations: $r) { __typename ${entities.join(' ')} } }`, some);
    await both(`query ($r: [_Any!]!) { _entities(representations: $r) { ... on NewsArticle { ${WORDS} ${EXPORTS} } } }`, some);
  }
}

type PageInfo = { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };

function pageIn(value: unknown): PageInfo | null {
  if (typeof value !== 'object' || value === null) return null;
  if ('pageInfo' in value) return value.pageInfo as PageInfo;
  for (const part of Object.values(value)) {
    const found = pageIn(part);
    if (found) return found;
  }
  return null;
}
