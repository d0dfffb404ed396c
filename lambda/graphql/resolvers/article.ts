import type { GraphQLResolveInfo } from 'graphql';
import { type Contribution as DomainContribution, directionOf } from '../../domain/article.ts';
import { type Exported, jsonLdOf, NEWEST_POSTS } from '../../domain/exports/json-ld.ts';
import { type NinjsVersion, ninjsOf } from '../../domain/exports/ninjs.ts';
import { richTextHtml } from '../../domain/html.ts';
import { readablePart } from '../../domain/paywall.ts';
import { addressOf } from '../../domain/site.ts';
import { authorPath } from '../../domain/site-paths.ts';
import type { ListedArticle } from '../../domain/teaser.ts';
import { type Head, ownNumber } from '../../domain/version.ts';
import type {
  ArticleResultResolvers,
  ContributionResolvers,
  NewsArticleResolvers,
  NinjsSchema,
  SeoResolvers,
  StandfirstResolvers,
} from '../../generated/graphql.ts';
import type { RequestContext } from '../context.ts';
import { BadInput } from '../errors.ts';
import type { ContributionOf } from '../parts.ts';
import { relatedTo } from '../related.ts';
import { wordsOf } from '../words.ts';

/** Fields that need the body; everything else comes with the head. */
export const BODY_FIELDS: ReadonlySet<string> = new Set(['body', 'quotations', 'jsonLd', 'ninjs']);

export const NewsArticle: NewsArticleResolvers = {
  version: (article) => ownNumber(article),
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

  headline: async (article, { role }, { articles, mended }) => {
    if (role === 'MAIN') return article.headline;
    const head = await articles.headOf(article).catch((error) => void mended.push(error)); // a headline never blanks its article
    const headlines = head?.headlines;
    return headlines?.find((headline) => headline.role === role)?.text ?? article.headline;
  },
  source: fromHead('source'),
  uri: fromHead('uri'),
  dateline: fromHead('dateline'),
  located: fromHead('located'),
  firstCreated: fromHead('firstCreated'),
  versionCreated: fromHead('versionCreated'),
  versions: async (article, _args, { articles }) => {
    const head = await articles.headOf(article);
    if (head === null) return null;
    const { availableFrom, versionNote, earlier } = head;
    return [...earlier, { version: ownNumber(head), availableFrom, note: versionNote }]
      .reverse()
      .map((one) => ({ number: one.version, date: one.availableFrom, note: one.note }));
  },
  corrections: async (article, _args, { articles }) => [...((await articles.headOf(article))?.corrections ?? [])],
  canonicalUrl: ({ path }, _args, { site }) => addressOf(site, path),
  alternates: async (article, _args, { articles, site }) => {
    const head = await articles.headOf(article);
    const others = head ? (await articles.translationsOf(head)).filter(({ id }) => id !== article.id) : [];
    return others.map((other) => ({ inLanguage: other.language, canonicalUrl: addressOf(site, other.path), article: other }));
  },
  seo: async (article, _args, { articles }) => {
    const head = await articles.headOf(article);
    return head && { head };
  },
  related: (article, { first }, context) => {
    if (!(first >= 1 && first <= MAX_RELATED)) throw new BadInput(`related: 1 to ${MAX_RELATED} articles, not ${first}`);
    return relatedTo(article, first, context);
  },
  accessTier: fromHead('accessTier'),
  usageTerms: fromHead('usageTerms'),
  digitalSourceType: fromHead('digitalSourceType'),
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
  body: async (article, _args, context, info) => {
    const found = await wordsOf(article, info, context);
    return found && { article: article.id, wordCount: found.head.wordCount, ...readablePart(found.head, found.body, context.access) };
  },
  quotations: async (article, _args, context, info) => {
    const found = await wordsOf(article, info, context);
    if (found === null) return null;
    return readablePart(found.head, found.body, context.access).body.quotations.map((quotation) => ({ ...quotation, article: found.head }));
  },
  jsonLd: async (article, _args, context, info) => {
    const exported = await exportedArticle(article, info, context, NEWEST_POSTS);
    return exported && jsonLdOf(exported);
  },
  ninjs: async (article, { schema }, context, info) => {
    const exported = await exportedArticle(article, info, context, 0);
    return exported && ninjsOf(exported, NINJS_VERSIONS[schema]);
  },
};

const NINJS_VERSIONS: Record<NinjsSchema, NinjsVersion> = { V2_1: '2.1', V3_0: '3.0', V3_1: '3.1' };

/** What this reader may read of an article, for other systems. One call more for the posts of a live blog. */
async function exportedArticle(
  article: ListedArticle,
  info: GraphQLResolveInfo,
  context: RequestContext,
  posts: number,
): Promise<Exported | null> {
  const { access, livePosts, site } = context;
  const found = await wordsOf(article, info, context);
  if (found === null) return null;
  const { head, body } = found;
  const { edges } = head.liveBlog && posts > 0 ? await livePosts.postsOf(head, { first: posts }) : { edges: [] };
  return { site, head, part: readablePart(head, body, access), posts: edges.map(({ node }) => node) };
}

/** Related articles that one answer holds; a page shows three to six. */
const MAX_RELATED = 20;

export const Seo: SeoResolvers = {
  title: ({ head }) => head.seo?.title ?? head.headlines.find(({ role }) => role === 'SEARCH')?.text ?? head.headline,
  description: ({ head }) => head.seo?.description ?? head.abstract ?? head.standfirst?.text ?? null,
  robots: ({ head }) => (head.seo?.noIndex ? 'noindex' : 'index, max-image-preview:large'),
  ogImage: ({ head }) => head.image,
};

export const Standfirst: StandfirstResolvers = {
  html: richTextHtml,
  quotation: async ({ quotation, article }, _args, { articles }) => {
    const found = quotation === undefined ? (await articles.headOf(article))?.standfirst?.quotation : quotation;
    return found ? { ...found, article } : null;
  },
};

export const Contribution: Pick<ContributionResolvers, 'path' | 'links' | 'note'> = {
  path: ({ person }) => authorPath(person),
  links: async (contribution, _args, context) => (await wholeContribution(contribution, context))?.links ?? null,
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
export async function roomy<Field extends 'standfirst' | 'abstract' | 'image'>(
  article: ListedArticle,
  field: Field,
  context: RequestContext,
): Promise<Head[Field] | null> {
  const held = article[field];
  return held === undefined ? fromHead(field)(article, {}, context) : (held as Head[Field]);
}
