import type { Body, Image, RichText } from './body.ts';
import type { ConceptRef } from './concept.ts';
import type { ArticleId } from './identity.ts';
import type { Instant } from './instant.ts';
import type { LivePost } from './live-post.ts';
import type { Quotation } from './quotation.ts';

/** IPTC's publication status, with the words of ninjs in capitals. */
export type PubStatus = 'USABLE' | 'WITHHELD' | 'CANCELED';

export type ContributionRole = 'AUTHOR' | 'EDITOR' | 'PHOTOGRAPHER' | 'TRANSLATOR' | 'CONTRIBUTOR';

/** A person's part in an article. */
export type Contribution = {
  role: ContributionRole;
  person: ConceptRef;
  /** Accounts and pages, in the source's order; `url` is null where the source only names the service. */
  links: { name: string; url: string | null }[];
  /** The line that the source prints about this person, word for word. */
  note: string | null;
};

/** A part of the site, or a series: a slug of its own and the name that readers see. Slugs may be in any script. */
export type Named = { slug: string; name: string };

/** A section with those that it belongs to, outermost first. An article stands in the lists of all of them. */
export type SectionRef = Named & { parents: readonly Named[] };

/** What a headline is made for. `MAIN` is the one above the article. */
export type HeadlineRole = 'MAIN' | 'SHORT' | 'SOCIAL' | 'SEARCH';

/** What the source wishes search engines and networks to show; null where it leaves that to us. */
export type Seo = { title: string | null; description: string | null /** Whether search engines shall keep away. */; noIndex: boolean };

/** Another article of the same source that belongs to this one, and the source's words for why. `rewrites`: this article is told anew from it. */
export type RelatedRef = { article: ArticleId; label: string | null; rewrites?: true };

/** A mistake that was put right: when, and what readers are told about it. */
export type Correction = { date: Instant; text: string };

/** What a live blog says of itself. Its posts are kept apart from the article. */
export type LiveCoverage = {
  /** Whether posts are still to come. */
  isLive: boolean;
  starts: Instant | null;
  ends: Instant | null;
};

/** All that readers may see of an article besides its body. Stored as the head of a version. */
export type Story = {
  headline: string;
  standfirst: (RichText & { quotation: Quotation | null }) | null;
  abstract: string | null;
  kicker: string | null;
  byline: string | null;
  dateline: string | null;
  /** BCP 47. */
  language: string;
  genre: string | null;
  section: SectionRef;
  series: Named | null;
  /** Articles that tell one story in several languages share this; a name of the source's own choosing. */
  translationGroup: string | null;
  /** The address on the site, as its source wishes it: `/world/2022/09/…`, normalised. */
  path: string;
  contributions: Contribution[];
  about: ConceptRef[];
  mentions: ConceptRef[];
  image: Image | null;
  wordCount: number;
  isAccessibleForFree: boolean;
  copyrightNotice: string | null;
  creditLine: string | null;
} & Sundry;

/** What most articles leave unsaid. Not kept where it is so: every reader gets {@link UNSAID} for it. */
export type Sundry = {
  /** Headlines for other places than the article itself, each role at most once. */
  headlines: readonly { role: Exclude<HeadlineRole, 'MAIN'>; text: string }[];
  /** Where it was written, as the source prints it. */
  located: string | null;
  usageTerms: string | null;
  /** How its words and pictures came to be: a term of IPTC's digital source types, such as `digitalCreation`. */
  digitalSourceType: string | null;
  seo: Seo | null;
  related: readonly RelatedRef[];
  corrections: readonly Correction[];
  /** What this version changes, for readers. */
  versionNote: string | null;
  /** Which readers may read all of it, in the source's words: `subscriber`. Null: everybody, or not said. */
  accessTier: string | null;
  /** How many blocks of the body everybody may read where the article is not free. */
  freeBlocks: number;
  liveBlog: LiveCoverage | null;
};

export const UNSAID: Sundry = {
  headlines: [],
  located: null,
  usageTerms: null,
  digitalSourceType: null,
  seo: null,
  related: [],
  corrections: [],
  versionNote: null,
  accessTier: null,
  freeBlocks: 0,
  liveBlog: null,
};

/** A section that belongs to no other. */
export function topSection(section: Named): SectionRef {
  return { ...section, parents: [] };
}

/** When and under which number a source sends an article, and what it wishes for its publication. */
export type Edition = {
  /** The feed or CMS; a name without `#`. */
  source: string;
  /** What the source calls this article, over all its versions. */
  uri: string;
  /** The source's number, 0 to 2^53 - 1. Null: the source does not number; other content then counts as the next version. */
  version: number | null;
  /** When the source made this version; null: when it reaches us. */
  versionCreated: Instant | null;
  firstCreated: Instant | null;
  /** When the article first stood somewhere, if not here: archives keep their dates. */
  firstPublished: Instant | null;
  embargoedUntil: Instant | null;
  scheduledFor: Instant | null;
  expires: Instant | null;
  pubStatus: PubStatus;
};

/** One article as it comes in: what every format is turned into. For `CANCELED` the story is not looked at and may be null. */
export type Article = Edition & {
  /**
   * The posts of a live blog: all that its source knows at this version, in any order; one that is missing is gone. Null or left out: this version
   * says nothing of posts, and they stay as they are. Not looked at for `CANCELED`.
   */
  posts?: readonly LivePost[] | null;
  /**
   * The source has taken the article back to its desk: readers of its own site no longer see it. What is public here is then withdrawn; what never
   * was waits as `WITHHELD`. Only beside that.
   */
  takesBack?: true;
} & ({ pubStatus: 'USABLE' | 'WITHHELD'; story: Story; body: Body } | { pubStatus: 'CANCELED'; story: Story | null; body: Body | null });

const RIGHT_TO_LEFT_SCRIPTS = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** The writing direction of a language, by the script it is usually or explicitly written in. */
export function directionOf(language: string): 'LTR' | 'RTL' {
  return RIGHT_TO_LEFT_SCRIPTS.has(new Intl.Locale(language).maximize().script ?? '') ? 'RTL' : 'LTR';
}
