import { createHash } from 'node:crypto';

/**
 * Ids that we mint: one letter for the kind, then 22 characters of base64url, 128 bits. They are global (the kind can be
 * told from the id alone), stable (derived from what the source calls the thing, so that two first pushes of one article
 * meet in one id), and safe in keys and URLs.
 */
export type ArticleId = string & { readonly articleId: unique symbol };
export type ConceptId = string & { readonly conceptId: unique symbol };

/** What articles are about or mention. The names are those of the GraphQL types. */
export type ConceptKind = 'Person' | 'Organization' | 'Place' | 'NewsEvent' | 'Topic';

const CONCEPT_LETTER: Record<ConceptKind, string> = { Person: 'p', Organization: 'o', Place: 'l', NewsEvent: 'e', Topic: 't' };
const MINTED = /^([a-z])_([\w-]{22})$/;

/** @param source the feed or CMS that owns the uri  @param uri what that source calls the article, over all its versions */
export function articleId(source: string, uri: string): ArticleId {
  return `a_${digest(source, uri)}` as ArticleId;
}

/**
 * A concept that its source identifies is keyed by that identity; one known by its name alone is keyed by source, kind and
 * folded name, and never meets an identified one.
 */
export function conceptId(kind: ConceptKind, source: string, known: { uri: string } | { name: string }): ConceptId {
  const rest = 'uri' in known ? digest('uri', known.uri) : digest('name', source, foldName(known.name));
  return `${CONCEPT_LETTER[kind]}_${rest}` as ConceptId;
}

/** Whether a text is an article id of ours; anything else cannot name an article. */
export function isArticleId(id: string): id is ArticleId {
  return MINTED.exec(id)?.[1] === 'a';
}

/** The kind that a concept id speaks of, or null when the text is no concept id of ours. */
export function conceptKindOf(id: string): ConceptKind | null {
  const letter = MINTED.exec(id)?.[1];
  const kinds = Object.keys(CONCEPT_LETTER) as ConceptKind[];
  return kinds.find((kind) => CONCEPT_LETTER[kind] === letter) ?? null;
}

/** What a {@link partId} names: `q` a quotation, `b` a block, `u` a post of a live blog. */
type PartLetter = 'q' | 'b' | 'u';

/** The id of a part of an article: unique over all articles; of quotations and blocks stable while their words stay, of posts always. */
export function partId(letter: PartLetter, article: ArticleId, key: string): string {
  return `${letter}_${article.slice(2)}_${key}`;
}

/** The article and key behind a {@link partId}, or null when the text is none. */
export function parsePartId(letter: PartLetter, id: string): { article: ArticleId; key: string } | null {
  const match = /^([a-z])_([\w-]{22})_([\w-]{1,32})$/.exec(id);
  if (!match || match[1] !== letter) return null;
  return { article: `a_${match[2]}` as ArticleId, key: match[3] as string };
}

/** A name as it is compared and sorted: one Unicode form, one case, single spaces. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** A short key made of a text's own characters: 8 characters of base64url, 48 bits. Unique within one article, not beyond. */
export function contentKey(text: string): string {
  return hash(text).slice(0, 8);
}

/** The key of a post of a live blog, made of its source's own id for it: 16 characters of base64url, 96 bits. Unique within one article. */
export function postKey(sourceId: string): string {
  return digest('post', sourceId).slice(0, 16);
}

/** 22 characters of base64url, 128 bits, over parts that cannot run into each other. */
export function digest(...parts: readonly string[]): string {
  return hash(JSON.stringify(parts)).slice(0, 22);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
