import { type Article, type Contribution, type Named, type PubStatus, type SectionRef, UNSAID } from '../../domain/article.ts';
import { countWords, type Image, withKeys } from '../../domain/body.ts';
import { type ConceptRef, distinctConcepts, identifiedConcept } from '../../domain/concept.ts';
import { type Fault, Refused } from '../../domain/fault.ts';
import { type Instant, millisecondsOf } from '../../domain/instant.ts';
import { defaultPath, normalizePath, slugOf } from '../../domain/path.ts';
import { quotationsWithKeys } from '../../domain/quotation.ts';
import type { Sent } from '../format.ts';
import { mentionsIn } from '../quotations/mentions.ts';
import { sectionOf } from '../section.ts';
import type { HtmlContent } from './html-body.ts';
import { quotationsIn } from './quotations-in-blocks.ts';

/** A category or a tag. */
export type Term = { slug: string; name: string /** Those that it lies in, outermost first. */; parents: readonly Named[] };

/** A post of WordPress, however it came. */
export type Post = {
  guid: string | null;
  /** Its address on the site of WordPress; null when it is none of a reader's, such as `?p=12`. */
  link: string | null;
  slug: string | null;
  /** `publish`, `future`, `draft`, `pending`, `private`, `trash`, or the word of a plugin. */
  status: string | null;
  /** When it was, or will be, published. */
  date: Instant | null;
  modified: Instant | null;
  hasPassword: boolean;
  title: string | null;
  abstract: string | null;
  content: HtmlContent;
  categories: readonly Term[];
  tags: readonly Term[];
  authors: readonly ConceptRef[];
  image: Image | null;
  /** BCP 47, when the source says it. */
  language: string | null;
};

/**
 * What readers of the site of WordPress may see, they may see here. A status that is said and is none of these takes back what was public:
 * docs/decisions/0023-what-wordpress-unpublishes-is-withdrawn.md.
 */
const PUBLIC_STATUSES: readonly string[] = ['publish', 'future'];

/** Fields that say what a post is called and which of its versions this is: with them alone a post can be withdrawn. */
const NAMING = ['guid', 'link', 'status', 'modified', 'modified_gmt', 'gmt_offset'];

/** What WordPress puts a post into that nobody has put anywhere. */
const NO_CATEGORY = 'uncategorized';

/**
 * A post as an article. Only `publish` and `future` become public, and only without a password. With any other status it waits for an editor, and
 * takes back what was public before; that is taken whatever else is wrong with it. Without a status it only waits.
 * @param placeOf how its source calls one of its fields
 * @param faults what is wrong so far
 * @throws {Refused} with all of them, when there are any
 */
export function articleOf(post: Post, placeOf: (field: string) => string, faults: Fault[], { source, wishes }: Sent): Article {
  const pubStatus = statusOf(post);
  const isScheduled = post.status === 'future';
  const edition = {
    ...{ source, uri: post.guid ?? '', versionCreated: post.modified, firstCreated: null, embargoedUntil: null, expires: null },
    version: post.modified === null ? null : Math.max(0, millisecondsOf(post.modified)),
    firstPublished: pubStatus === 'USABLE' && !isScheduled ? (post.date ?? wishes.published ?? null) : null,
    scheduledFor: isScheduled ? post.date : null,
  };
  const fault = (field: string, reason: string) => faults.push({ place: placeOf(field), reason });
  if (post.guid === null) fault('guid', 'is missing, and so is the link: nothing says what this article is called');
  const withdrawal = (): Article => {
    const decisive = faults.filter(({ place }) => NAMING.some((field) => place === placeOf(field)));
    if (decisive.length > 0) throw new Refused(decisive);
    return { ...edition, pubStatus: 'CANCELED', story: null, body: null };
  };
  if (pubStatus === 'CANCELED') return withdrawal();
  const isAtItsDesk = pubStatus === 'WITHHELD' && post.status !== null;
  if (isScheduled && post.date === null) fault('date_gmt', 'is missing; a post of the future says when it is to be published');
  const isTold = (field: string) => faults.some(({ place }) => place.startsWith(placeOf(field)));
  if (post.title === null && !isTold('title')) fault('title', 'is missing');
  if (post.content.blocks.length === 0 && !isTold('content')) fault('content', 'holds no words');
  const path = pathOf(post, placeOf, faults);
  if (faults.length > 0 && isAtItsDesk) return withdrawal(); // a draft need not be whole, and must not leave readable what it takes back
  if (faults.length > 0) throw new Refused(faults);
  const { title, abstract, image } = post;
  const language = post.language ?? wishes.language ?? 'en';
  const blocks = withKeys(post.content.blocks);
  const quotations = quotationsWithKeys(quotationsIn(blocks, { language, source, known: [], events: [] }), blocks);
  const [first, ...others] = post.categories.filter(({ slug }) => slug !== NO_CATEGORY);
  const section: SectionRef = first ? { slug: first.slug, name: first.name, parents: first.parents } : sectionOf(wishes.section);
  return {
    ...edition,
    pubStatus,
    ...(isAtItsDesk && { takesBack: true }),
    story: {
      ...{ headline: title ?? '', standfirst: null, abstract, kicker: null, byline: null, dateline: null, language, genre: null },
      ...{ section, series: null, translationGroup: null },
      path: path ?? wishes.path ?? defaultPath(section.slug, post.date, post.slug ?? title ?? ''),
      contributions: post.authors.map((person): Contribution => ({ role: 'AUTHOR', person, links: [], note: null })),
      about: distinctConcepts([
        ...others.map((term) => conceptOf('category', term, source)),
        ...post.tags.map((term) => conceptOf('post_tag', term, source)),
      ]),
      mentions: distinctConcepts(mentionsIn(quotations)),
      image,
      wordCount: countWords(blocks, language),
      ...{ isAccessibleForFree: true, copyrightNotice: null, creditLine: null },
      ...UNSAID,
      freeBlocks: post.content.cut ?? 0,
    },
    body: { blocks, quotations },
  };
}

function statusOf({ status, hasPassword }: Post): PubStatus {
  if (hasPassword) return 'CANCELED'; // those who have none cannot read it there, and nobody is asked for one here
  if (status === 'trash') return 'CANCELED';
  return PUBLIC_STATUSES.includes(status ?? '') ? 'USABLE' : 'WITHHELD';
}

/** A term that is known by its slug, as WordPress writes it: percent-encoded where it is no ASCII. The name may be missing. */
export function termOf(slug: string, name: string, parents: readonly Named[] = []): Term {
  const plain = decoded(slug);
  return { slug: slugOf(plain || name), name: name || plain, parents };
}

/** The same slug of the same taxonomy is the same topic, in whichever format it comes. */
function conceptOf(taxonomy: string, { slug, name }: Term, source: string): ConceptRef {
  return identifiedConcept('Topic', name, `literal:${source}:${taxonomy}:${slug}`);
}

/** The path of the public address, if it has one: `?p=12` is an address for machines. */
function pathOf({ link }: Post, placeOf: (field: string) => string, faults: Fault[]): string | null {
  if (link === null || !/^https?:/i.test(link) || !URL.canParse(link)) return null;
  const { pathname, search } = new URL(link);
  if (search !== '' || pathname === '/') return null;
  try {
    return normalizePath(pathname, placeOf('link'));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    faults.push(...error.faults);
    return null;
  }
}

/** What cannot be decoded stays as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
