import type { ConceptRef } from '../../../lambda/domain/concept.ts';
import { partId, postKey } from '../../../lambda/domain/identity.ts';
import { authorPath, conceptPath, frontPath, sectionPath } from '../../../lambda/domain/site-paths.ts';
import { cursorOf } from '../../../lambda/store/page.ts';
import { at, idOf, SOURCE } from '../../support/article.ts';
import { SITE } from '../../support/graphql.ts';
import type { Values } from './documents.ts';
import { KINDS, SHARED, sharedConcept, sharedUri } from './marked.ts';
import { ARTICLE_URIS, ENTRIES, type Entry, FRONTS_BY_NAME, OPENED } from './newsroom.ts';

/** What the crawler gives as arguments: the names of everything that is hidden, and of what is not. */

/** A request for nodes holds a hundred ids. @see MAX_NODES in graphql/resolvers/query.ts */
const NODES_AT_ONCE = 100;

/** No reader lives at this instant; hidden articles do. */
const HIDDEN_MOMENT = '2099-01-01T00:01:00.000Z';

const everything = [...ENTRIES, ...OPENED];
const editions = everything.flatMap((entry) => ('article' in entry && entry.article.story ? [entry.article] : []));
const named = (name: keyof typeof ARTICLE_URIS) => idOf(ARTICLE_URIS[name]);
const edition = (name: keyof typeof ARTICLE_URIS, place = 0) => {
  const found = editions.filter(({ uri }) => uri === ARTICLE_URIS[name])[place];
  if (!found?.story || !found.body) throw new Error(`${name} is not in the newsroom`);
  return found as typeof found & { story: NonNullable<typeof found.story>; body: NonNullable<typeof found.body> };
};
const unique = <Value>(values: readonly Value[]): Value[] => [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];

/** Every concept that an edition names, wherever. */
function conceptsIn(value: unknown): ConceptRef[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'identity' in value ? [value as ConceptRef] : [];
  return [...own, ...Object.values(value).flatMap(conceptsIn)];
}

const concepts = unique(editions.flatMap((article) => conceptsIn(article)).map(({ id }) => id));
const shared = KINDS.map((kind) => sharedConcept(kind).id);
const hidden = edition('embargoed').story.mentions;
const waiting = edition('updated', 1).story.mentions;
const postIds = (name: keyof typeof ARTICLE_URIS, place = 0) =>
  (edition(name, place).posts ?? []).map(({ key }) => partId('u', named(name), key));
const quotationIds = (name: keyof typeof ARTICLE_URIS, place = 0) =>
  edition(name, place).body.quotations.map(({ key }) => partId('q', named(name), key));
const parts = [
  ...(['open', 'paid', 'embargoed', 'withdrawn'] as const).flatMap((name) => quotationIds(name)),
  ...quotationIds('updated', 1),
  ...(['open', 'paid', 'embargoed', 'withdrawn'] as const).flatMap((name) => postIds(name)),
  ...[...postIds('updated', 1), ...postIds('live'), ...postIds('live', 1), ...postIds('live', 2)],
  ...(['open', 'paid', 'embargoed'] as const).map((name) => partId('b', named(name), edition(name).body.blocks[0]?.key ?? '')),
  ...(['open', 'embargoed'] as const).map((name) => partId('q', named(name), edition(name).story.standfirst?.quotation?.key ?? '')),
];
const articleIds = unique(editions.map(({ uri }) => idOf(uri)));
const fewConcepts = [...shared, ...hidden.map(({ id }) => id), ...waiting.map(({ id }) => id)];
const sections = unique(editions.flatMap(({ story }) => (story ? [story.section, ...story.section.parents] : [])).map(({ slug }) => slug));
const paths = unique(editions.map(({ story }) => story?.path ?? '/'));
const fronts = unique(everything.flatMap((entry: Entry) => ('front' in entry ? [entry.front.slug] : [])));
const addresses = [
  ...paths,
  ...[edition('open'), edition('embargoed')].map(({ story: { section } }) => sectionPath(section)),
  ...[...KINDS.map(sharedConcept), ...hidden].map(conceptPath),
  ...[...edition('open').story.contributions, ...edition('embargoed').story.contributions].map(({ person }) => authorPath(person)),
  ...fronts.map(frontPath),
].map((path) => `${SITE.url}${path}`);

const inChunks = <Value>(values: readonly Value[], size: number): Value[][] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, place) => values.slice(place * size, (place + 1) * size));

/** A cursor of each list behind an open article, and one behind a hidden one, which no list has given out. */
const cursors = [
  [at('00:30'), named('open'), sharedConcept('Person')] as const,
  [HIDDEN_MOMENT, named('embargoed'), hidden[0] ?? sharedConcept('Person')] as const,
].flatMap(([moment, id, { id: concept, name }]) => {
  const ofArticles = ['A', 'M', 'R'].map((kind) => `${kind}#${moment}#${id}`);
  const others = [`Q#${moment}#${id}#0000`, `C#${moment}#${id}#0000000000000001`, `P#${moment}#${moment}#${postKey('fourth')}`];
  return [...ofArticles, ...others, `${name.toLowerCase()}\u0001${concept}`].map(cursorOf);
});

const optional: Values = {
  'first: Int': [1, 100],
  'first: Int!': [1, 20],
  'last: Int': [1, 100],
  'after: String': cursors,
  'before: String': cursors,
  'published: PublishedRange': [
    { from: at('00:02') },
    { until: at('00:03') },
    { from: at('00:00'), until: HIDDEN_MOMENT },
    { from: '2098-01-01T00:00:00.000Z', until: '2100-01-01T00:00:00.000Z' },
  ],
  'inLanguage: String': ['en', 'de', 'ar'],
  'startsWith: String': ['', 'person', hidden[0]?.name ?? ''],
  'slug: String!': unique([SHARED.section, ...Object.values(FRONTS_BY_NAME)]),
  'ratio: String': ['16:9', '1:1'],
  'width: Int!': [320, 1600],
};

const byUri = (kind: string, uri: string) => ({ uri: { kind, uri } });
const KIND_NAMES = { Person: 'PERSON', Organization: 'ORGANIZATION', Place: 'PLACE', NewsEvent: 'NEWS_EVENT', Topic: 'TOPIC' } as const;
const kinds = Object.values(KIND_NAMES);

/** Every value: of everything by every name. */
export const ALL: Values = {
  ...optional,
  'id: ID!': unique([...articleIds, ...fewConcepts, ...parts]),
  'ids: [ID!]!': inChunks(unique([...articleIds, ...concepts, ...parts]), NODES_AT_ONCE),
  'by: ArticleBy!': [
    ...articleIds.map((id) => ({ id })),
    ...paths.map((path) => ({ path })),
    ...unique(editions.map(({ uri }) => uri)).map((uri) => ({ uri: { source: SOURCE, uri } })),
  ],
  'by: ConceptBy!': [
    ...fewConcepts.map((id) => ({ id })),
    ...KINDS.map((kind) => byUri(KIND_NAMES[kind], sharedUri(kind))),
    ...hidden.map(({ kind, uri = '' }) => byUri(KIND_NAMES[kind], uri)),
  ],
  'slug: String!': unique([...sections, ...fronts]),
  'url: String!': addresses,
  'kind: ConceptKind!': kinds,
};

/** The few that tell most: open, paid, hidden and updated articles, what they share, and what only the hidden ones name. */
export const FEW: Values = {
  ...optional,
  'id: ID!': unique([
    named('open'),
    named('live'),
    named('paid'),
    named('embargoed'),
    named('updated'),
    ...shared,
    hidden[0]?.id ?? '',
    parts[0] ?? '',
    ...postIds('live', 1),
  ]),
  'ids: [ID!]!': [[named('open'), named('embargoed'), named('paid'), ...shared, hidden[0]?.id ?? '']],
  'by: ArticleBy!': [
    { id: named('open') },
    { id: named('paid') },
    { path: edition('embargoed').story.path },
    { path: edition('updated', 1).story.path },
  ],
  'by: ConceptBy!': [shared[0], hidden[0]?.id].map((id) => ({ id })),
  'slug: String!': [SHARED.section, edition('embargoed').story.section.slug, ...Object.values(FRONTS_BY_NAME)],
  'url: String!': [
    ...[edition('open').story.path, edition('embargoed').story.path, conceptPath(hidden[0] ?? sharedConcept('Person'))],
    authorPath(sharedConcept('Person')),
  ],
  'kind: ConceptKind!': kinds,
};

/** What was opened, each by one name. */
export const OPENED_NAMES: Values = {
  'by: ConceptBy!': hidden.map(({ id }) => ({ id })),
  'by: ArticleBy!': OPENED.flatMap((entry) => ('article' in entry ? [{ id: idOf(entry.article.uri) }] : [])),
  'slug: String!': OPENED.flatMap((entry) => ('front' in entry ? [entry.front.slug] : [])),
};
