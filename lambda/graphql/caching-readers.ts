import type { FillList } from '../domain/front.ts';
import type { ArticleId } from '../domain/identity.ts';
import type { Instant } from '../domain/instant.ts';
import { LIST } from '../domain/listings.ts';
import type { Page } from '../store/page.ts';
import type { Shown } from './caching-shown.ts';
import type { ArticleReader } from './readers/articles.ts';
import type { ConceptReader } from './readers/concepts.ts';
import type { FrontReader } from './readers/fronts.ts';

type Article = { id: ArticleId; until?: Instant | null };

/** Readers that note what they give out. They ask for nothing more, and know nothing of what they may not give. */
export function notedArticles(articles: ArticleReader, shown: Shown): ArticleReader {
  const noted = <One extends Article | null>(article: One): One => {
    if (article) shown.article(article);
    return article;
  };
  const all = <One extends Article | null>(some: One[]): One[] => some.map(noted);
  const listed = listOf(shown, (article: Article) => article);
  return {
    async findById(id, wanted) {
      shown.asked(id);
      const found = await articles.findById(id, wanted);
      if (found && 'head' in found) noted(found.head);
      return found;
    },
    async findByPath(path, wanted) {
      const found = await articles.findByPath(path, wanted);
      if (found) noted('article' in found ? found.article.head : 'moved' in found ? found.moved : found.withdrawn);
      return found;
    },
    headOf: async (article) => noted(await articles.headOf(article)),
    async bodyOf(article) {
      const found = await articles.bodyOf(article);
      if (found) noted(found.head);
      return found;
    },
    teaserOf: async (id) => noted(await articles.teaserOf(id)),
    teasersOf: async (ids) => all(await articles.teasersOf(ids)),
    latest: (language, page) => listed(LIST.latest(language ?? undefined), page, articles.latest(language, page)),
    inSection: (slug, page) => listed(LIST.section(slug), page, articles.inSection(slug, page)),
    inSeries: (slug, page) => listed(LIST.series(slug), page, articles.inSeries(slug, page)),
    translationsOf: async (head) => all(await articles.translationsOf(head)),
    byContributor: (person, page) => listed(LIST.author(person), page, articles.byContributor(person, page)),
    about: (concept, page) => listed(LIST.concept(concept), page, articles.about(concept, page)),
    mentioning: (concept, page) => listed(LIST.concept(concept), page, articles.mentioning(concept, page)),
    changes: articles.changes, // says only that something changed, and to which id
  };
}

export function notedConcepts(concepts: ConceptReader, shown: Shown): ConceptReader {
  const listed = listOf(shown, ({ teaser }: { teaser: Article }) => teaser);
  return {
    async findConcept(id) {
      shown.concept(id);
      const found = await concepts.findConcept(id);
      if (found) shown.concept(found.id); // another one where the id that was asked for has been merged
      return found;
    },
    findSection(slug) {
      shown.list(LIST.section(slug));
      return concepts.findSection(slug);
    },
    sections: concepts.sections,
    directory: concepts.directory,
    saidBy: (id, page) => listed(LIST.concept(id), page, concepts.saidBy(id, page)),
    describedAs: (id, page) => listed(LIST.concept(id), page, concepts.describedAs(id, page)),
  };
}

export function notedFronts(fronts: FrontReader, shown: Shown): FrontReader {
  return {
    findFront(slug) {
      shown.front(slug);
      return fronts.findFront(slug);
    },
    async itemsIn(front, place) {
      const fill = front.containers[place]?.fill;
      if (fill) shown.list(partitionOf(fill.from));
      const placed = await fronts.itemsIn(front, place);
      for (const { teaser } of placed) shown.article(teaser);
      return placed;
    },
  };
}

/** Notes the articles of a page, and its list where the page begins at the top: there new ones come in. */
function listOf<Item>(shown: Shown, articleOf: (item: Item) => Article) {
  return async <One extends Item>(
    partition: string,
    { after }: { after?: string | null },
    page: Promise<Page<One>>,
  ): Promise<Page<One>> => {
    if (after == null) shown.list(partition);
    const found = await page;
    for (const { node } of found.edges) shown.article(articleOf(node));
    return found;
  };
}

function partitionOf(list: FillList): string {
  switch (list.kind) {
    case 'LATEST':
      return LIST.latest(list.language ?? undefined);
    case 'SECTION':
      return LIST.section(list.slug);
    case 'SERIES':
      return LIST.series(list.slug);
    case 'ABOUT':
      return LIST.concept(list.concept);
  }
}
