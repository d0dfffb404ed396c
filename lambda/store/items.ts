import { Entity } from 'dynamodb-toolbox/entity';
import { any, binary, item, number, string } from 'dynamodb-toolbox/schema';
import type { Table } from 'dynamodb-toolbox/table';
import type { Transformer } from 'dynamodb-toolbox/transformers';
import { jsonStringify } from 'dynamodb-toolbox/transformers/jsonStringify';
import type { Named } from '../domain/article.ts';
import type { ArticleState } from '../domain/article-state.ts';
import type { ConceptRef } from '../domain/concept.ts';
import type { StoredCard } from '../domain/concept-card.ts';
import type { FrontVersion } from '../domain/front.ts';
import type { FrontState } from '../domain/front-state.ts';
import type { ArticleId, ConceptId, ConceptKind } from '../domain/identity.ts';
import type { Instant } from '../domain/instant.ts';
import type { Listing } from '../domain/listings.ts';
import type { PostStates } from '../domain/live-post.ts';
import { packTeaser, type Teaser, unpackTeaser } from '../domain/teaser.ts';
import type { Verdict } from '../domain/verdict.ts';
import { type Head, packHead, type Tombstone, unpackHead } from '../domain/version.ts';
import { chunkNumber, liveBlogKey, padVersion } from './keys.ts';

/** The table as every item sees it. */
// biome-ignore lint/complexity/noBannedTypes: the toolbox's own way to say that there is no index
type ItemTable = Table<{ name: 'pk'; type: 'string' }, { name: 'sk'; type: 'string' }, {}, 'e'>;

/** Written into every item. Readers take this format and the one before: two versions of the code run side by side during a deploy. */
export const ITEM_FORMAT = 1;

/** An attribute that DynamoDB never looks into is one JSON text: native maps are the slowest to read. */
const json = <Value>() => any().castAs<Value>().transform(jsonStringify());
const packed = <Value>(encode: (value: Value) => string, decode: (text: string) => Value) =>
  any()
    .castAs<Value>()
    .transform({ encode, decode } as Transformer<unknown, Value, string>);
const instant = () => any().castAs<Instant>();
const format = number().default(ITEM_FORMAT).savedAs('f');
const named = { timestamps: false, entityAttribute: { name: 'entity', hidden: false } } as const;

/** What became of an article, as search engines, apps and partners follow it. */
export type ChangeKind = 'PUBLISHED' | 'UPDATED' | 'MOVED' | 'WITHDRAWN';

/** A concept or section as it is public: the name under which its oldest standing listing knows it, and that listing's moment. */
export type Profile = {
  kind: ConceptKind | 'Section';
  name: string;
  identity: ConceptRef['identity'];
  publicFrom: Instant;
  /** The concept that it was merged into, whose name and moment these are. It stands in no directory then. */
  into?: ConceptId;
  /** What the source calls a concept, where that is an address of the web. */
  uri?: string;
  /** The vocabulary of a topic and its code in it, where its source gives them. */
  scheme?: string;
  code?: string;
  /** The sections that a section belongs to, outermost first; left out when there is none. */
  parents?: readonly Named[];
};

/**
 * Every kind of item in the table, with its key rule. `../../docs/access-patterns.md` says which question each answers.
 */
export function newsItems(table: ItemTable) {
  return {
    /** One version of an article, all but its body; or what is left of it when it was withdrawn. */
    versionHead: new Entity({
      ...named,
      name: 'Head',
      table,
      schema: item({
        articleId: string().key().savedAs('a'),
        availableFrom: instant().key().savedAs('af'),
        version: number().key().savedAs('v'),
        head: packed<Head | Tombstone>(packHead, unpackHead).savedAs('h'),
        format,
      }),
      computeKey: ({ articleId, availableFrom, version }) => ({
        pk: `ARTICLE#${articleId}`,
        sk: `V#${availableFrom}#${padVersion(version)}#HEAD`,
      }),
    }),

    /** A part of a version's body. Sorts just below its head, so that newest first meets the head, then the body. */
    versionBody: new Entity({
      ...named,
      name: 'Body',
      table,
      schema: item({
        articleId: string().key().savedAs('a'),
        availableFrom: instant().key().savedAs('af'),
        version: number().key().savedAs('v'),
        chunk: number().key().savedAs('n'),
        /** How the bytes of the whole body are to be read. */
        codec: string().enum('deflate-raw').savedAs('c'),
        bytes: binary().savedAs('b'),
        format,
      }),
      computeKey: ({ articleId, availableFrom, version, chunk }) => ({
        pk: `ARTICLE#${articleId}`,
        sk: `V#${availableFrom}#${padVersion(version)}#BODY#${chunkNumber(chunk)}`,
      }),
    }),

    /** The end of a version that expires. Sorts above its head, should both have one instant. */
    versionEnd: new Entity({
      ...named,
      name: 'End',
      table,
      schema: item({
        articleId: string().key().savedAs('a'),
        expires: instant().key().savedAs('af'),
        version: number().key().savedAs('v'),
        tombstone: json<Tombstone>().savedAs('h'),
        format,
      }),
      computeKey: ({ articleId, expires, version }) => ({ pk: `ARTICLE#${articleId}`, sk: `V#${expires}#${padVersion(version)}#TOMB` }),
    }),

    /** The teaser for whoever holds only the id. */
    teaser: new Entity({
      ...named,
      name: 'Teaser',
      table,
      schema: item({ articleId: string().key().savedAs('a'), teaser: packed<Teaser>(packTeaser, unpackTeaser).savedAs('t'), format }),
      computeKey: ({ articleId }) => ({ pk: `ARTICLE#${articleId}`, sk: 'TEASER' }),
    }),

    /** The state of an article. Its `rev` fences every write. */
    manifest: new Entity({
      ...named,
      name: 'Manifest',
      table,
      schema: item({
        articleId: string().key().savedAs('a'),
        rev: number(),
        source: string(),
        uri: string(),
        state: json<Omit<ArticleState, 'rev'>>().savedAs('s'),
        format,
      }),
      computeKey: ({ articleId }) => ({ pk: `ARTICLE#${articleId}`, sk: 'LISTINGS' }),
    }),

    /** A place on the site. It never changes its article. */
    path: new Entity({
      ...named,
      name: 'Path',
      table,
      schema: item({ path: string().key().savedAs('p'), articleId: string().savedAs('a'), format }),
      computeKey: ({ path }) => ({ pk: `PATH#${path}`, sk: 'PATH' }),
    }),

    /** "This article stands in this list." */
    listing: new Entity({
      ...named,
      name: 'Listing',
      table,
      schema: item({
        partition: string().key().savedAs('pk'),
        place: string().key().savedAs('sk'),
        listing: packed<ListingContent>(packListing, unpackListing).savedAs('l'),
        format,
      }),
    }),

    /** A concept or a section, as public as its oldest standing listing makes it. */
    profile: new Entity({
      ...named,
      name: 'Profile',
      table,
      schema: item({
        partition: string().key().savedAs('pk'),
        place: string().key().savedAs('sk'),
        profile: json<Profile>().savedAs('d'),
        stamp: string(),
        format,
      }),
    }),

    /** What editors say of a concept. Shown with its profile, and never without. */
    card: new Entity({
      ...named,
      name: 'Card',
      table,
      schema: item({
        conceptId: string().key().savedAs('a'),
        rev: number(),
        stored: json<Omit<StoredCard, 'rev'>>().savedAs('d'),
        format,
      }),
      computeKey: ({ conceptId }) => ({ pk: `CONCEPT#${conceptId}`, sk: 'CARD' }),
    }),

    /** What editors decided of a concept. Its `rev` fences every write. */
    verdict: new Entity({
      ...named,
      name: 'Verdict',
      table,
      schema: item({ conceptId: string().key().savedAs('a'), rev: number(), verdict: json<Verdict>().savedAs('d'), format }),
      computeKey: ({ conceptId }) => ({ pk: `CONCEPT#${conceptId}`, sk: 'VERDICT' }),
    }),

    /** A profile in the directory of its kind, by folded name. */
    directory: new Entity({
      ...named,
      name: 'Directory',
      table,
      schema: item({
        partition: string().key().savedAs('pk'),
        place: string().key().savedAs('sk'),
        id: string(),
        profile: json<Profile>().savedAs('d'),
        format,
      }),
    }),

    /** What became readable, moved or was withdrawn. */
    change: new Entity({
      ...named,
      name: 'Change',
      table,
      schema: item({
        changedAt: instant().key().savedAs('at'),
        articleId: string().key().savedAs('a'),
        version: number().key().savedAs('v'),
        kind: string().enum('PUBLISHED', 'UPDATED', 'MOVED', 'WITHDRAWN').savedAs('k'),
        format,
      }),
      computeKey: ({ changedAt, articleId, version }) => ({ pk: 'CHANGES', sk: changeKey(changedAt, articleId, version) }),
    }),

    /** What has to be looked at when its time comes. */
    moment: new Entity({
      ...named,
      name: 'Moment',
      table,
      schema: item({ place: string().key().savedAs('sk'), articleId: string().savedAs('a'), format }),
      computeKey: ({ place }) => ({ pk: 'MOMENTS', sk: place }),
    }),

    /** One version of a front. Answers: the newest one readable at an instant. */
    front: new Entity({
      ...named,
      name: 'Front',
      table,
      schema: item({
        slug: string().key().savedAs('a'),
        availableFrom: instant().key().savedAs('af'),
        version: number().key().savedAs('v'),
        front: json<FrontVersion>().savedAs('d'),
        format,
      }),
      computeKey: ({ slug, availableFrom, version }) => ({ pk: `FRONT#${slug}`, sk: `V#${availableFrom}#${padVersion(version)}` }),
    }),

    /** The state of a front. Its `rev` fences every write. */
    frontState: new Entity({
      ...named,
      name: 'FrontState',
      table,
      schema: item({
        slug: string().key().savedAs('a'),
        rev: number(),
        state: json<Omit<FrontState, 'rev'>>().savedAs('s'),
        format,
      }),
      computeKey: ({ slug }) => ({ pk: `FRONT#${slug}`, sk: 'STATE' }),
    }),

    /** A post of a live blog: under its key, and once in each list that it stands in. */
    livePost: new Entity({
      ...named,
      name: 'LivePost',
      table,
      schema: item({
        partition: string().key().savedAs('pk'),
        place: string().key().savedAs('sk'),
        states: json<PostStates>().savedAs('s'),
        format,
      }),
    }),

    /** All posts of a live blog by what a push must know of them. Its `rev` fences every write of a post. */
    liveIndex: new Entity({
      ...named,
      name: 'LiveIndex',
      table,
      schema: item({ articleId: string().key().savedAs('a'), rev: number(), entries: binary().savedAs('x'), format }),
      computeKey: ({ articleId }) => ({ pk: liveBlogKey(articleId), sk: 'INDEX' }),
    }),

    /** What a client asks, word for word. It never changes, for its key is made of it. */
    document: new Entity({
      ...named,
      name: 'Document',
      table,
      schema: item({ documentId: string().key().savedAs('a'), text: string().savedAs('q'), format }),
      computeKey: ({ documentId }) => ({ pk: `DOCUMENT#${documentId}`, sk: 'DOCUMENT' }),
    }),
  };
}

export type Items = ReturnType<typeof newsItems>;

/** Sort key of a change. */
export function changeKey(changedAt: Instant, articleId: string, version: number): string {
  return `C#${changedAt}#${articleId}#${padVersion(version)}`;
}

/** Sort key of a moment. */
export function momentKey(at: Instant, articleId: string, version: number): string {
  return `D#${at}#${articleId}#${padVersion(version)}`;
}

/** Sort key of the moment that finishes a change which is cut. No version has it: the moments of versions stay until they are announced. */
export function cutKey(at: Instant, articleId: string, version: number): string {
  return `${momentKey(at, articleId, version)}#CUT`;
}

/** A change by its key. */
export type ChangeRef = { changedAt: Instant; articleId: ArticleId; version: number };

/** The change that a moment stands for: both have one instant, article and version. */
export function changeOf({ place, articleId }: { place: string; articleId: string }): ChangeRef {
  const [, at, , version] = place.split('#');
  return { changedAt: at as Instant, articleId: articleId as ArticleId, version: Number(version) };
}

/** Sort key of a listing: dated, then by article, then by the turn of a quotation within it. */
export function listingKey(kind: Listing['kind'], listedAt: Instant, articleId: string, turn: number | null): string {
  return `${kind}#${listedAt}#${articleId}${turn === null ? '' : `#${String(turn).padStart(4, '0')}`}`;
}

/** What a listing holds besides the list that it stands in. */
export type ListingContent = Omit<Listing, 'partition' | 'kind'>;

/** Most listings hold a teaser and nothing else: their text is that teaser's. Others are an array with the teaser first. */
function packListing({ teaser, ...rest }: ListingContent): string {
  const packedTeaser = packTeaser(teaser);
  return Object.keys(rest).length === 0 ? packedTeaser : `[${packedTeaser},${JSON.stringify(rest)}]`;
}

function unpackListing(text: string): ListingContent {
  if (!text.startsWith('[')) return { teaser: unpackTeaser(text) };
  const [teaser, rest] = JSON.parse(text) as [object, Omit<ListingContent, 'teaser'>];
  return { teaser: unpackTeaser(teaser), ...rest };
}
