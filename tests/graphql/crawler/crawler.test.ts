import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery, isNonNullType } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { readerToken } from '../../../lambda/graphql/reader-token.ts';
import { type Ask, askHandler, READER_SECRET, SITE } from '../../support/graphql.ts';
import { liftLimits } from '../../support/limits.ts';
import { emptyTable, type LocalTable, startLocalTable } from '../../support/table.ts';
import { type Crawled, crawl, marksOf, type Question, questionsOf, saidIn } from './crawl.ts';
import { type Document, documentsFor, notVisited } from './documents.ts';
import { hiddenMarks, pushNewsroom, pushOpened, readableMarks, unmarked, unreadMarks } from './newsroom.ts';
import { ALL, FEW, OPENED_NAMES } from './values.ts';

/** Ends what would take for ever, in milliseconds; a crawl takes some ten seconds where nothing else runs. */
const LONG = 200_000;

/** A reader who has paid, for as long as tokens can say. */
const PAID = { 'x-broadsheet-reader': readerToken(READER_SECRET, 99_999_999_999) };

/** Fields without anything to say in these newsrooms, and why. A field that says something must leave this list. */
const SILENT: Readonly<Record<string, string>> = {};

/**
 * Root fields whose calls tell that something is hidden, and why that is so. Those of walks are not compared: what several lists of one
 * document ask for comes in one call or in two, as it happens.
 */
const COUNTED: Readonly<Record<string, string>> = {
  concepts: 'a directory holds who is not public yet among the others; such entries are passed over and the page is filled up',
};

type Table = Pick<LocalTable, 'table' | 'endpoint' | 'tableName'>;

let local: LocalTable;
let withSecrets: Table;
let withoutSecrets: Table;
let opened: Table;
let schema: GraphQLSchema;
let documents: Document[];
let withoutValue: string[];
let roots: Map<string, string[]>;
let questions: Question[];
let answers: Crawled[];

/** The handler reads its configuration when it is loaded; for each table it is loaded anew. */
function handlerOf({ endpoint, tableName }: Table): Promise<Ask> {
  vi.resetModules();
  return askHandler({ endpoint, tableName }, 'dev', { ...SITE, logo: 'https://test.example/logo.svg' });
}

beforeAll(async () => {
  liftLimits();
  local = await startLocalTable();
  withSecrets = local;
  [withoutSecrets, opened] = await Promise.all([emptyTable(local.endpoint), emptyTable(local.endpoint)]);
  await Promise.all([
    pushNewsroom(withSecrets.table, { secrets: true }),
    pushNewsroom(withoutSecrets.table, { secrets: false }),
    pushOpened(opened.table),
  ]);
  const ask = await handlerOf(withSecrets);
  const { data } = await ask<IntrospectionQuery>(getIntrospectionQuery({ oneOf: true, inputValueDeprecation: true }));
  schema = buildClientSchema(data);
  ({ documents, withoutValue } = documentsFor(schema, ALL));
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  roots = new Map(
    fields.map(({ name, args }) => [name, args.filter(({ type }) => isNonNullType(type)).map((arg) => `${arg.name}: ${arg.type}`)]),
  );
  questions = questionsOf(documents, roots, ALL, FEW);
  answers = await crawl(ask, questions);
}, LONG);
afterAll(() => local[Symbol.asyncDispose]());

/** Where hidden marks show: what is hidden, and the first question that found it. */
function leaksIn(crawled: readonly Crawled[]): string[] {
  const hidden = hiddenMarks();
  const leaks = new Map<string, string>();
  for (const one of crawled)
    for (const mark of marksOf(one)) {
      const what = hidden.get(mark);
      if (what !== undefined && !leaks.has(what)) leaks.set(what, `${what} shows in ${told(one.question)}`);
    }
  return [...leaks.values()];
}

function told({ text, variables }: Question): string {
  return `${text.length > 400 ? `${text.slice(0, 400)} …` : text} ${JSON.stringify(variables)}`;
}

describe('the crawler', () => {
  it('finds a mark in everything that is pushed', () => {
    expect(unmarked()).toEqual([]);
  });

  it('has a value for every argument, and visits every field with every argument and every value of its enums', () => {
    expect(withoutValue).toEqual([]);
    expect(notVisited(schema, documents, ALL)).toEqual([]);
  });

  it('is never answered with an error of ours', () => {
    const ours = answers.filter(({ answer }) => answer.errors?.some(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR'));
    expect(ours.map(({ question }) => told(question))).toEqual([]);
  });

  it(
    'finds every word of what is open, and of what is hidden elsewhere once it is open: it looks everywhere',
    async () => {
      const walks = documents.filter(({ root, purpose }) => purpose === 'WALK' && ['article', 'front', 'concept'].includes(root));
      const openAnswers = await crawl(await handlerOf(opened), questionsOf(walks, roots, OPENED_NAMES, OPENED_NAMES), { headers: PAID });
      const [found, foundOpened] = [answers, openAnswers].map((crawled) => new Set(crawled.flatMap(marksOf)));
      const readable = readableMarks();
      expect([...readable.open].filter(([mark]) => !found?.has(mark)).map(([, what]) => what)).toEqual([]);
      expect([...readable.opened].filter(([mark]) => !foundOpened?.has(mark)).map(([, what]) => what)).toEqual([]);

      const said = new Set([...answers, ...openAnswers].flatMap((one) => [...saidIn(one)]));
      const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
        'getFields' in type && !type.name.startsWith('__') && !('isOneOf' in type)
          ? Object.keys(type.getFields()).map((field) => `${type}.${field}`)
          : [],
      );
      expect(fields.filter((field) => said.has(field) === field in SILENT)).toEqual([]);
      const unread = unreadMarks();
      expect([...unread].filter(([mark]) => foundOpened?.has(mark)).map(([, place]) => place)).toEqual([]);
    },
    LONG,
  );

  it('finds nothing that is embargoed, scheduled, withheld, withdrawn, expired, superseded or to be paid for', () => {
    expect(leaksIn(answers)).toEqual([]);
  });

  it(
    'gets the same answers, for the same number of calls, where the secrets were never pushed',
    async () => {
      const others = await crawl(await handlerOf(withoutSecrets), questions);
      expect(leaksIn(others)).toEqual([]);
      const differ = answers.filter((one, place) => JSON.stringify(one.answer) !== JSON.stringify(others[place]?.answer));
      expect(differ.map(({ question }) => told(question))).toEqual([]);
      const narrow = answers.flatMap((one, place) => {
        const calls = others[place]?.calls;
        const isCompared = one.question.purpose !== 'WALK' && !(one.question.root in COUNTED);
        return isCompared && one.calls !== calls ? [`${one.calls}, not ${calls}: ${told(one.question)}`] : [];
      });
      expect(narrow).toEqual([]);
    },
    LONG,
  );
});

describe('a crawl without a rule', () => {
  afterEach(() => {
    for (const file of ['visible', 'paywall']) vi.doUnmock(`../../../lambda/domain/${file}.ts`);
    vi.doUnmock('../../../lambda/store/listing-reads.ts');
  });

  const leaks = async (): Promise<string[]> => {
    const hidden = hiddenMarks();
    const until = (one: Crawled) => marksOf(one).some((mark) => hidden.has(mark));
    return leaksIn((await crawl(await handlerOf(withSecrets), questions, { until })).filter(Boolean));
  };

  it(
    'tells of a reader that asks nobody whether something is visible',
    async () => {
      vi.doMock('../../../lambda/domain/visible.ts', () => ({ visible: () => true }));
      expect(await leaks()).not.toEqual([]);
    },
    LONG,
  );

  it(
    'tells of a body that is not cut',
    async () => {
      vi.doMock('../../../lambda/domain/paywall.ts', async (original) => ({
        ...(await original<object>()),
        readablePart: (_head: unknown, body: unknown) => ({ body, truncated: null }),
      }));
      expect(await leaks()).not.toEqual([]);
    },
    LONG,
  );

  it(
    'tells of a list of quotations that asks nobody who reads it',
    async () => {
      vi.doMock('../../../lambda/store/listing-reads.ts', async (original) => {
        const reads = await original<typeof import('../../../lambda/store/listing-reads.ts')>();
        const { listQuotations: list } = reads;
        return {
          ...reads,
          listQuotations: (...[table, concept, clock, page]: Parameters<typeof list>) => list(table, concept, clock, page, 'SUBSCRIBER'),
        };
      });
      expect(await leaks()).not.toEqual([]);
    },
    LONG,
  );
});
