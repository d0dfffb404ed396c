import type { Story } from './article.ts';
import type { RichText } from './body.ts';
import type { Head, Publication } from './version.ts';

/** Fields that a teaser may leave out when they do not fit: the reader then takes them from the head. */
type Roomy = 'standfirst' | 'abstract' | 'image' | 'contributions';

/**
 * What a front, a list or a card needs of an article, without opening it. A field is held whole or left out; nothing is cut.
 */
export type Teaser = { type: 'TEASER' } & Omit<Publication, 'source' | 'uri'> &
  Pick<Story, 'headline' | 'kicker' | 'language' | 'genre' | 'section' | 'path' | 'byline' | 'isAccessibleForFree'> &
  Partial<Pick<Story, Exclude<Roomy, 'standfirst'>>> & { standfirst?: ListedStandfirst | null };

/** The standfirst of a card. Its quotation stays in the head when there is one: who said it takes more room than what was said. */
export type ListedStandfirst = RichText & { quotation?: null };

/** An article in hand: what a list knows of it, or all but its body. */
export type ListedArticle = Teaser | Head;

/**
 * Largest teaser, in bytes of JSON. Twenty listings must stay within 3 read units (20 x 1.2 KB = 24,000 bytes = six times 4 KB at half a unit);
 * keys and attribute names take up to 200 bytes of the 1,200.
 */
const MAX_TEASER_BYTES = 1000;

/** Builds the teaser of a version: first what a card cannot do without, then what still fits, in this order. */
export function teaserOf(head: Head): Teaser {
  const { id, version, availableFrom, datePublished, dateModified, until } = head;
  const { headline, kicker, language, genre, section, path, byline, isAccessibleForFree } = head;
  let teaser: Teaser = {
    type: 'TEASER',
    ...{ id, version, availableFrom, datePublished, dateModified, until },
    ...{ headline, kicker, language, genre, section, path, byline, isAccessibleForFree },
  };
  for (const field of ['standfirst', 'contributions', 'image', 'abstract'] as const satisfies readonly Roomy[]) {
    const wider = { ...teaser, [field]: field === 'standfirst' ? listedStandfirst(head) : head[field] };
    if (Buffer.byteLength(JSON.stringify(wider)) <= MAX_TEASER_BYTES) teaser = wider;
  }
  return teaser;
}

function listedStandfirst({ standfirst }: Head): ListedStandfirst | null {
  if (standfirst === null) return null;
  const { text, marks, quotation } = standfirst;
  return quotation ? { text, marks } : { text, marks, quotation };
}
