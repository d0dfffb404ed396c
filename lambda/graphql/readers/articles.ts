import DataLoader from 'dataloader';
import type { Body } from '../../domain/body.ts';
import type { ArticleId, ConceptId } from '../../domain/identity.ts';
import type { Instant } from '../../domain/instant.ts';
import type { ListedArticle, Teaser } from '../../domain/teaser.ts';
import type { Head } from '../../domain/version.ts';
import {
  type AtPath,
  type ReadableArticle,
  readArticleAt,
  readArticleByPath,
  readBody,
  readListed,
  readTeasers,
} from '../../store/article-reads.ts';
import { type Change, listChanges } from '../../store/change-reads.ts';
import {
  listAbout,
  listContributions,
  listLatest,
  listMentions,
  listSection,
  listSeries,
  listTranslations,
} from '../../store/listing-reads.ts';
import type { NewsTable } from '../../store/news-table.ts';
import { type DatedPageRequest, MAX_PAGE_SIZE, type Page } from '../../store/page.ts';
import { readDraft } from '../../store/preview-reads.ts';
import { AnswerTooLarge, PAYLOAD_BYTES } from '../room.ts';

/** Whether the body will be wanted, so that it comes in the same call as the head. */
export type Wanted = { withBody: boolean };

/** An article that can be read, with its body. */
export type WholeArticle = { head: Head; body: Body };

/** Articles as they can be read at the clock of one request. Each article is loaded once, whoever asks for it; what lists ask for, in one call. */
export type ArticleReader = {
  findById(id: ArticleId, wanted: Wanted): Promise<ReadableArticle | null>;
  findByPath(path: string, wanted: Wanted): Promise<AtPath | null>;
  /** The head behind what a list knows of an article; null when it can no longer be read. No call when the head is in hand. */
  headOf(article: ListedArticle): Promise<Head | null>;
  /**
   * Head and body; null when the article can no longer be read. No call when the body came with the head.
   * @throws {AnswerTooLarge} when the bodies that a list asks for beside this one fill an answer
   */
  bodyOf(article: ListedArticle): Promise<WholeArticle | null>;
  /** What can be read of an article of which only the id is known. */
  teaserOf(id: ArticleId): Promise<Teaser | null>;
  teasersOf(ids: readonly ArticleId[]): Promise<(Teaser | null)[]>;
  latest(language: string | null, page: DatedPageRequest): Promise<Page<Teaser>>;
  inSection(slug: string, page: DatedPageRequest): Promise<Page<Teaser>>;
  inSeries(slug: string, page: DatedPageRequest): Promise<Page<Teaser>>;
  /** All language versions of a story, the one in hand among them. */
  translationsOf(head: Head): Promise<Teaser[]>;
  byContributor(person: ConceptId, page: DatedPageRequest): Promise<Page<Teaser>>;
  about(concept: ConceptId, page: DatedPageRequest): Promise<Page<Teaser>>;
  mentioning(concept: ConceptId, page: DatedPageRequest): Promise<Page<Teaser>>;
  changes(since: string | null, first: number | undefined): Promise<Page<Change>>;
};

/** @param draft the article whose version that waits may be read, whatever its moment */
export function articleReader(table: NewsTable, clock: Instant, draft: ArticleId | null = null): ArticleReader {
  /** Articles that were asked for by id or path, whose version is not known before they are read. */
  const loads = new Map<ArticleId, { withBody: boolean; article: Promise<ReadableArticle | null> }>();
  const bodies = new Map<ArticleId, Promise<Body>>();

  const findById: ArticleReader['findById'] = (id, { withBody }) => {
    const known = loads.get(id);
    if (known && (known.withBody || !withBody)) return known.article;
    const article = known ? known.article.then(addBody) : (id === draft ? readDraft : readArticleAt)(table, id, clock, { withBody });
    loads.set(id, { withBody, article });
    return article;
  };
  const addBody = async (article: ReadableArticle | null): Promise<ReadableArticle | null> => {
    if (article === null || 'tombstone' in article || article.body) return article;
    return { head: article.head, body: await bodyOfHead(article.head) };
  };
  const bodyOfHead = (head: Head): Promise<Body> => {
    const body = bodies.get(head.id) ?? readBody(table, head);
    bodies.set(head.id, body);
    return body;
  };

  /** A list asks for the heads or bodies of all its articles in one turn of the event loop, and gets them in one call. */
  const listed = (withBody: boolean) =>
    new DataLoader<ListedArticle, ReadableArticle | null, ArticleId>(
      async (articles) => {
        const found = await readListed(table, articles, clock, { withBody, mostBytes: PAYLOAD_BYTES });
        return Promise.all(
          articles.map(({ id }, place) => {
            const one = found[place];
            if (one === 'NO_ROOM') return new AnswerTooLarge();
            return one ?? findById(id, { withBody }); // that version has gone: what there is now
          }),
        );
      },
      { cacheKeyFn: ({ id }) => id },
    );
  const heads = listed(false);
  const wholes = listed(true);
  const teasers = new DataLoader<ArticleId, Teaser | null>((ids) => readTeasers(table, ids, clock));

  return {
    findById,
    async findByPath(path, wanted) {
      const found = await readArticleByPath(table, path, clock, wanted);
      if (found && 'article' in found) {
        loads.set(found.article.head.id, { withBody: found.article.body !== null, article: Promise.resolve(found.article) });
      }
      return found;
    },
    async headOf(article) {
      if (article.type === 'HEAD') return article;
      const found = await (loads.has(article.id) ? findById(article.id, { withBody: false }) : heads.load(article));
      return found && 'head' in found ? found.head : null;
    },
    async bodyOf(article) {
      if (article.type === 'HEAD' && !loads.has(article.id)) return { head: article, body: await bodyOfHead(article) };
      const found = await (loads.has(article.id) ? findById(article.id, { withBody: true }) : wholes.load(article));
      return found && 'head' in found && found.body ? { head: found.head, body: found.body } : null;
    },
    teaserOf: (id) => teasers.load(id),
    teasersOf: (ids) => Promise.all(ids.map((id) => teasers.load(id))),
    latest: (language, page) => listLatest(table, language, clock, page),
    inSection: (slug, page) => listSection(table, slug, clock, page),
    inSeries: (slug, page) => listSeries(table, slug, clock, page),
    async translationsOf({ source, translationGroup }) {
      if (translationGroup === null) return [];
      const { edges } = await listTranslations(table, source, translationGroup, clock, { first: MAX_PAGE_SIZE });
      return edges.map(({ node }) => node);
    },
    byContributor: (person, page) => listContributions(table, person, clock, page),
    about: (concept, page) => listAbout(table, concept, clock, page),
    mentioning: (concept, page) => listMentions(table, concept, clock, page),
    changes: (since, first) => listChanges(table, since, clock, first),
  };
}
