import { documentId } from '../lambda/domain/document-id.ts';
import { postKey } from '../lambda/domain/identity.ts';
import { instantOf, millisecondsOf } from '../lambda/domain/instant.ts';
import type { Head } from '../lambda/domain/version.ts';
import { readArticleAt, readArticleByPath, readBody, readListed, readTeasers } from '../lambda/store/article-reads.ts';
import { listChanges, readLastChange } from '../lambda/store/change-reads.ts';
import { listConcepts, listSections, readConcept, readConcepts, readSection } from '../lambda/store/concept-reads.ts';
import { readDocument } from '../lambda/store/document-reads.ts';
import { readFront } from '../lambda/store/front-reads.ts';
import {
  listAbout,
  listContributions,
  listDescriptions,
  listLatest,
  listMentions,
  listQuotations,
  listSection,
  listSeries,
  listTranslations,
} from '../lambda/store/listing-reads.ts';
import { listKeyEvents, listPinned, listPosts, readPosts } from '../lambda/store/live-post-reads.ts';
import { metered, type NewsTable } from '../lambda/store/news-table.ts';
import { openPreview, readDraft } from '../lambda/store/preview-reads.ts';
import { idOf } from '../tests/support/article.ts';
import { idOfArticle, institution, MEASURED_AT, person, typicalArticle, typicalDocument } from './newsroom.ts';

/** An hour later: past the seconds for which changes are held back. */
const LATER = instantOf(millisecondsOf(MEASURED_AT) + 3_600_000);

const PAGE = { first: 20 };
const topic = typicalArticle(0).story?.about[0];

/** The head of the live blog, which whoever asks for posts has in hand: not counted. */
async function liveHead(table: NewsTable): Promise<Head> {
  const found = await readArticleAt(metered(table), idOf('live blog'), MEASURED_AT, { withBody: false });
  return (found as { head: Head }).head;
}

/** Every question that the read side can ask of the table, by the name of its function, asked of the articles in newsroom.ts. */
export const QUESTIONS: Record<string, (table: NewsTable) => Promise<unknown>> = {
  readArticleAt: (table) => readArticleAt(table, idOfArticle(7), MEASURED_AT, { withBody: true }),
  readArticleByPath: (table) => readArticleByPath(table, '/politics/article-7', MEASURED_AT, { withBody: true }),
  readBody: async (table) => {
    const found = await readArticleAt({ ...table, meter: { calls: 0, units: 0 } }, idOfArticle(7), MEASURED_AT, { withBody: false });
    return readBody(table, (found as { head: Head }).head);
  },
  readTeasers: (table) =>
    readTeasers(
      table,
      Array.from({ length: 20 }, (_, number) => idOfArticle(number)),
      MEASURED_AT,
    ),
  readListed: async (table) => {
    const { edges } = await listLatest({ ...table, meter: { calls: 0, units: 0 } }, null, MEASURED_AT, PAGE);
    const listed = edges.map(({ node }) => node);
    return readListed(table, listed, MEASURED_AT, { withBody: false });
  },
  listLatest: (table) => listLatest(table, null, MEASURED_AT, PAGE),
  listSection: (table) => listSection(table, 'politics', MEASURED_AT, { first: 15 }),
  listContributions: (table) => listContributions(table, person(5).id, MEASURED_AT, { first: 10 }),
  listSeries: (table) => listSeries(table, 'deeper-water', MEASURED_AT, PAGE),
  listTranslations: (table) => listTranslations(table, 'test', 'group 7', MEASURED_AT, PAGE),
  listAbout: (table) => listAbout(table, topic?.id as never, MEASURED_AT, PAGE),
  listMentions: (table) => listMentions(table, person(1).id, MEASURED_AT, PAGE),
  listQuotations: (table) => listQuotations(table, institution(1).id, MEASURED_AT, PAGE),
  listDescriptions: (table) => listDescriptions(table, person(1).id, MEASURED_AT, PAGE),
  readConcept: (table) => readConcept(table, person(1).id, MEASURED_AT),
  readConcepts: (table) =>
    readConcepts(
      table,
      Array.from({ length: 10 }, (_, number) => person(number).id),
      MEASURED_AT,
    ),
  readFront: (table) => readFront(table, 'home', MEASURED_AT),
  readSection: (table) => readSection(table, 'politics', MEASURED_AT),
  listConcepts: (table) => listConcepts(table, 'Person', 'person', MEASURED_AT, PAGE),
  listSections: (table) => listSections(table, MEASURED_AT, PAGE),
  listChanges: (table) => listChanges(table, null, LATER, 20),
  readLastChange: (table) => readLastChange(table, LATER),
  openPreview: async (table) => (await openPreview(table, LATER)).preview?.clock,
  listPosts: async (table) => listPosts(table, await liveHead(table), MEASURED_AT, PAGE),
  listKeyEvents: async (table) => listKeyEvents(table, await liveHead(table), MEASURED_AT, 20),
  listPinned: async (table) => listPinned(table, await liveHead(table), MEASURED_AT),
  readPosts: async (table) => {
    const article = await liveHead(table);
    const wanted = Array.from({ length: 20 }, (_, turn) => ({ article, key: postKey(`post ${turn}`) }));
    return readPosts(table, wanted, MEASURED_AT);
  },
  readDraft: (table) => readDraft(table, idOfArticle(7), MEASURED_AT, { withBody: true }),
  readDocument: (table) => readDocument(table, documentId(typicalDocument())),
};

/** What one question cost, and how much it answered. */
export type Cost = { calls: number; units: number; answer: unknown };

/** Asks every question once. @param table filled with at least a hundred articles of newsroom.ts */
export async function askAll(table: NewsTable): Promise<Map<string, Cost>> {
  const costs = new Map<string, Cost>();
  for (const [name, ask] of Object.entries(QUESTIONS)) {
    const asked = metered(table);
    const answer = await ask(asked);
    costs.set(name, { ...asked.meter, answer });
  }
  return costs;
}
