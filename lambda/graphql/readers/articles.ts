import type { Body } from '../../domain/body.ts';
import type { ArticleId, ConceptId } from '../../domain/identity.ts';
import type { Instant } from '../../domain/instant.ts';
import type { ListedArticle, Teaser } from '../../domain/teaser.ts';
import type { Head } from '../../domain/version.ts';
import { type AtPath, type ReadableArticle, readArticleAt, readArticleByPath, readBody, readTeasers } from '../../store/article-reads.ts';
import { listAbout, listContributions, listLatest, listMentions, listSection, listSeries } from '../../store/listing-reads.ts';
import type { NewsTable } from '../../store/news-table.ts';
import type { Page, PageRequest } from '../../store/page.ts';

/** Whether the body will be wanted, so that it comes in the same call as the head. */
export type Wanted = { withBody: boolean };

/** Articles as they can be read at the clock of one request. Each article is loaded once, whoever asks for it. */
export type ArticleReader = {
  findById(id: ArticleId, wanted: Wanted): Promise<ReadableArticle | null>;
  findByPath(path: string, wanted: Wanted): Promise<AtPath | null>;
  /** The head behind what a list knows of an article; null when it can no longer be read. No call when the head is in hand. */
  headOf(article: ListedArticle): Promise<Head | null>;
  /** Head and body; null when the article can no longer be read. No call when the body came with the head. */
  bodyOf(article: ListedArticle): Promise<{ head: Head; body: Body } | null>;
  teasersOf(ids: readonly ArticleId[]): Promise<(Teaser | null)[]>;
  latest(language: string | null, page: PageRequest): Promise<Page<Teaser>>;
  inSection(slug: string, page: PageRequest): Promise<Page<Teaser>>;
  inSeries(slug: string, page: PageRequest): Promise<Page<Teaser>>;
  byContributor(person: ConceptId, page: PageRequest): Promise<Page<Teaser>>;
  about(concept: ConceptId, page: PageRequest): Promise<Page<Teaser>>;
  mentioning(concept: ConceptId, page: PageRequest): Promise<Page<Teaser>>;
};

export function articleReader(table: NewsTable, clock: Instant): ArticleReader {
  const loads = new Map<ArticleId, { withBody: boolean; article: Promise<ReadableArticle | null> }>();
  const bodies = new Map<ArticleId, Promise<Body>>();

  const findById: ArticleReader['findById'] = (id, { withBody }) => {
    const known = loads.get(id);
    if (known && (known.withBody || !withBody)) return known.article;
    const article = known ? known.article.then(addBody) : readArticleAt(table, id, clock, { withBody });
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
      const found = await findById(article.id, { withBody: false });
      return found && 'head' in found ? found.head : null;
    },
    async bodyOf(article) {
      if (article.type === 'HEAD' && !loads.has(article.id)) return { head: article, body: await bodyOfHead(article) };
      const found = await findById(article.id, { withBody: true });
      return found && 'head' in found && found.body ? { head: found.head, body: found.body } : null;
    },
    teasersOf: (ids) => readTeasers(table, ids, clock),
    latest: (language, page) => listLatest(table, language, clock, page),
    inSection: (slug, page) => listSection(table, slug, clock, page),
    inSeries: (slug, page) => listSeries(table, slug, clock, page),
    byContributor: (person, page) => listContributions(table, person, clock, page),
    about: (concept, page) => listAbout(table, concept, clock, page),
    mentioning: (concept, page) => listMentions(table, concept, clock, page),
  };
}
