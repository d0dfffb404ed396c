import { type Contribution as DomainContribution, directionOf } from '../../domain/article.ts';
import { richTextHtml } from '../../domain/html.ts';
import type { ListedArticle } from '../../domain/teaser.ts';
import type { Head } from '../../domain/version.ts';
import type { ArticleResultResolvers, ContributionResolvers, NewsArticleResolvers, StandfirstResolvers } from '../../generated/graphql.ts';
import type { RequestContext } from '../context.ts';
import type { ContributionOf } from '../parts.ts';

/** Fields that need the body; everything else comes with the head. */
export const BODY_FIELDS: ReadonlySet<string> = new Set(['body', 'quotations']);

export const NewsArticle: NewsArticleResolvers = {
  inLanguage: ({ language }) => language,
  direction: ({ language }) => directionOf(language),

  standfirst: async (article, _args, context) => {
    const standfirst = await roomy(article, 'standfirst', context);
    return standfirst ? { ...standfirst, article } : null;
  },
  abstract: (article, _args, context) => roomy(article, 'abstract', context),
  image: (article, _args, context) => roomy(article, 'image', context),
  contributions: async (article, _args, { articles }) => {
    const contributions = article.contributions ?? (await articles.headOf(article))?.contributions;
    return contributions?.map(({ role, person }, place) => ({ role, person, article, place })) ?? null;
  },

  dateline: fromHead('dateline'),
  series: fromHead('series'),
  formerPaths: async (article, _args, { articles }) => [...((await articles.headOf(article))?.formerPaths ?? [])],
  about: fromHead('about'),
  mentions: fromHead('mentions'),
  copyrightNotice: fromHead('copyrightNotice'),
  creditLine: fromHead('creditLine'),

  liveBlog: async (article, _args, { articles }) => {
    const head = await articles.headOf(article);
    return head?.liveBlog ? { ...head.liveBlog, article: head } : null;
  },
  body: async (article, _args, { articles }) => {
    const found = await articles.bodyOf(article);
    return found && { article: article.id, body: found.body, wordCount: found.head.wordCount };
  },
  quotations: async (article, _args, { articles }) => {
    const found = await articles.bodyOf(article);
    return found?.body.quotations.map((quotation) => ({ ...quotation, article: found.head })) ?? null;
  },
};

export const Standfirst: StandfirstResolvers = {
  html: richTextHtml,
  quotation: async ({ quotation, article }, _args, { articles }) => {
    const found = quotation === undefined ? (await articles.headOf(article))?.standfirst?.quotation : quotation;
    return found ? { ...found, article } : null;
  },
};

export const Contribution: Pick<ContributionResolvers, 'links' | 'note'> = {
  links: async (contribution, _args, context) => (await wholeContribution(contribution, context))?.links ?? [],
  note: async (contribution, _args, context) => (await wholeContribution(contribution, context))?.note ?? null,
};

export const ArticleResult: ArticleResultResolvers = {
  __resolveType: (found) => ('__typename' in found && found.__typename ? found.__typename : 'NewsArticle'),
};

async function wholeContribution(contribution: ContributionOf, { articles }: RequestContext): Promise<DomainContribution | null> {
  if (contribution.place === null) return contribution;
  return (await articles.headOf(contribution.article))?.contributions[contribution.place] ?? null;
}

/** A field that only the head holds: no call when the head is in hand. */
function fromHead<Field extends keyof Head>(field: Field) {
  return async (article: ListedArticle, _args: unknown, { articles }: RequestContext): Promise<Head[Field] | null> =>
    (await articles.headOf(article))?.[field] ?? null;
}

/** A field that a teaser holds whole where it has room for it; otherwise the head has it. */
async function roomy<Field extends 'standfirst' | 'abstract' | 'image'>(
  article: ListedArticle,
  field: Field,
  context: RequestContext,
): Promise<Head[Field] | null> {
  const held = article[field];
  return held === undefined ? fromHead(field)(article, {}, context) : (held as Head[Field]);
}
