import { readFileSync } from 'node:fs';
import {
  buildClientSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  isInputObjectType,
  isNonNullType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crawl, questionsOf } from '../../graphql/crawler/crawl.ts';
import { documentsFor, notVisited, type Values } from '../../graphql/crawler/documents.ts';
import { type BundledService, type PushAnswer, startBundledService } from '../../support/bundled-service.ts';
import { type Ask, askHandler, SITE } from '../../support/graphql.ts';
import { liftLimits } from '../../support/limits.ts';
import { DOCUMENTS, marks } from './documents.ts';
import { marksIn } from './marks.ts';

/**
 * What must not get through: every private field of every format is filled with a word of its own, pushed to the bundles, and then the whole public
 * API is asked for every field of every type, with the names of all that was pushed: the handler beside the test, for a walk asks more than a reader may.
 */

const SOURCE = 'desk';

/** Things by whose ids walks begin; the others are asked for all that they are, and not for what they lead to. */
const FEW = 8;

/** Ends what would take for ever, in milliseconds. */
const LONG = 200_000;

let service: BundledService;
let ask: Ask;
let schema: GraphQLSchema;
let pushed: PushAnswer[];
/** Every word of ours that an answer holds. */
let found: Set<string>;
let values: Values;
let notAsked: string[];
const errors: string[] = [];

beforeAll(async () => {
  service = await startBundledService([SOURCE]);
  liftLimits();
  ask = await askHandler(service.table);
  pushed = [];
  for (const { format, body } of DOCUMENTS) pushed.push(await service.push({ source: SOURCE, format, body }));
  const { data } = await ask<IntrospectionQuery>(getIntrospectionQuery({ oneOf: true, inputValueDeprecation: true }));
  schema = buildClientSchema(data);
  values = await namesOf(pushed.flatMap(({ articles }) => articles.flatMap(({ id }) => id ?? [])));
  // what arguments do to calls is none of our business
  const documents = documentsFor(schema, values).documents.filter(({ purpose }) => purpose === 'WALK' || purpose === 'NAMES');
  notAsked = notVisited(schema, documents, values).filter((one) => {
    const [type = '', field = ''] = one.split('.');
    return !field.includes('(') && !isInputObjectType(schema.getType(type));
  });
  const roots = new Map(
    Object.values(schema.getQueryType()?.getFields() ?? {}).map(({ name, args }) => [
      name,
      args.filter(({ type }) => isNonNullType(type)).map((arg) => `${arg.name}: ${arg.type}`),
    ]),
  );
  const cut = (key: string) => ({ [key]: (values[key] ?? []).slice(0, FEW) });
  const few = { ...values, ...cut('id: ID!'), ...cut('by: ArticleBy!'), ...cut('by: ConceptBy!') };
  const answers = await crawl(ask, questionsOf(documents, roots, values, few));
  for (const { answer } of answers)
    for (const { message, extensions } of answer.errors ?? []) if (extensions.code === 'INTERNAL_SERVER_ERROR') errors.push(message);
  found = marksIn(answers.map(({ answer }) => JSON.stringify(answer)).join('\n'));
}, LONG);
afterAll(() => service[Symbol.asyncDispose]());

/** How all that was pushed is named to the API, and no name that is hidden. */
async function namesOf(ids: readonly string[]): Promise<Values> {
  const names = 'id path';
  const { data } = await ask<{ nodes: (Named | null)[] }>(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on NewsArticle {
      path section { slug path } about { ${names} } mentions { ${names} } contributions { person { ${names} } }
      quotations { id speaker { agent { ${names} } } } } } }`,
    { ids },
  );
  const articles = data.nodes.filter((node) => node !== null);
  const concepts = articles.flatMap(({ about, mentions, contributions, quotations }) => [
    ...[about, mentions].flatMap((list) => list ?? []),
    ...(contributions ?? []).map(({ person }) => person),
    ...(quotations ?? []).flatMap(({ speaker }) => speaker?.agent ?? []),
  ]);
  const conceptIds = concepts.map(({ id }) => id);
  const all = [
    ...articles.map(({ id }) => id),
    ...ids,
    ...conceptIds,
    ...articles.flatMap(({ quotations }) => (quotations ?? []).map(({ id }) => id)),
  ];
  const paths = [...articles, ...concepts, ...articles.map(({ section }) => section)].map(({ path }) => path);
  return {
    'id: ID!': all,
    'ids: [ID!]!': Array.from({ length: Math.ceil(all.length / 100) }, (_, place) => all.slice(place * 100, (place + 1) * 100)),
    'by: ArticleBy!': [...new Set([...articles.map(({ id }) => id), ...ids])].map((id) => ({ id })),
    'by: ConceptBy!': conceptIds.map((id) => ({ id })),
    'slug: String!': ['home', ...new Set(articles.map(({ section }) => section.slug))],
    'url: String!': [...new Set(paths)].map((path) => `${SITE.url}${path}`),
    ...{
      'kind: ConceptKind!': ['PERSON', 'ORGANIZATION', 'PLACE', 'NEWS_EVENT', 'TOPIC'],
      'ratio: String!': ['1:1'],
      'width: Int!': [320],
    },
    ...{ 'first: Int': [100], 'first: Int!': [20] },
  };
}

type Name = { id: string; path: string };
type Named = Name & {
  section: { slug: string; path: string };
  about: Name[] | null;
  mentions: Name[] | null;
  contributions: { person: Name }[] | null;
  quotations: { id: string; speaker: { agent: Name | null } | null }[] | null;
};

const namesIn = (words: ReadonlyMap<string, string>, isFound: boolean) =>
  [...words].flatMap(([word, place]) => (found.has(word) === isFound ? [place] : []));

describe('what must not get through', () => {
  it('is in documents that are taken, or refused, as they are meant to be', () => {
    const told = DOCUMENTS.map(({ name, status }, place) => [name, status, pushed[place]?.status]);
    expect(told.filter(([, wanted, status]) => wanted !== status)).toEqual([]);
  });

  it('is looked for in every field of the API, without an error of ours', () => {
    expect(notAsked).toEqual([]);
    expect(errors).toEqual([]);
  });

  it.each(Object.entries(marks))('is in no answer: %s', (_format, { hidden, shown }) => {
    expect(namesIn(shown, false)).toEqual([]); // the crawl finds what may be found
    expect(hidden.size).toBeGreaterThan(5);
    expect(namesIn(hidden, true)).toEqual([]);
  });

  it('is all that docs/integrate.md leaves out', () => {
    const page = readFileSync(`${import.meta.dirname}/../../../docs/integrate.md`, 'utf8');
    const tables = { ninjs: '| key | | |\n|---|---|---|\n| `uri`', superdesk: '| key of Superdesk | | |' };
    for (const [format, start] of Object.entries(tables)) {
      const rows = page.slice(page.indexOf(start)).split('\n\n')[0]?.split('\n') ?? [];
      const left = rows.filter((row) => / \| (?:left|read) \| /.test(row) && !row.includes('decide'));
      const keys = left.flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`([\w.]+)(?:\.\*)?`/g)].map(([, key = '']) => key));
      const hidden = [...marks[format as keyof typeof marks].hidden.values()];
      expect(keys.length).toBeGreaterThan(9);
      expect(keys.filter((key) => !UNMARKED.has(key) && !hidden.some((place) => `${place}.`.includes(`: ${key}.`)))).toEqual([]);
    }
  });
});

/** Keys of documents that no word can stand in, or that the standard gives its words for. */
const UNMARKED = new Set([
  'type',
  'representationType',
  'standard',
  'standard.name',
  'standard.version',
  'standard.schema',
  'bodies.charCount',
  'bodies.wordCount',
  'correction_sequence',
  'signal',
]);
