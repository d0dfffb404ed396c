import type { Contribution, SectionRef, Story } from './article.ts';
import type { Image, RichText } from './body.ts';
import type { ConceptId } from './identity.ts';
import type { Instant } from './instant.ts';
import type { Head, Publication } from './version.ts';

/** The standfirst of a card. Its quotation stays in the head when there is one: who said it takes more room than what was said. */
export type ListedStandfirst = RichText & { quotation?: null };

/** A contributor as a card names one; links and note stay in the head. */
export type ListedContribution = Pick<Contribution, 'role' | 'person'>;

/** What a teaser may leave out when it does not fit: the reader then takes it from the head. */
type Roomy = {
  standfirst?: ListedStandfirst | null;
  contributions?: ListedContribution[];
  image?: Image | null;
  abstract?: string | null;
};

/**
 * What a front, a list or a card needs of an article, without opening it. A field is held whole or left out; nothing is cut.
 */
export type Teaser = { type: 'TEASER' } & Omit<Publication, 'source' | 'uri'> &
  Pick<Story, 'headline' | 'kicker' | 'language' | 'genre' | 'section' | 'path' | 'byline' | 'isAccessibleForFree'> &
  Roomy;

/** An article in hand: what a list knows of it, or all but its body. */
export type ListedArticle = Teaser | Head;

/**
 * Largest teaser, in bytes as it is packed. Twenty-one listings must stay within 3 read units, which is 24,576 bytes: six times 4 KB at half a
 * unit each. That leaves 1,170 for each, of which keys and attribute names take up to 170.
 */
const MAX_TEASER_BYTES = 1000;

/** Builds the teaser of a version: first what a card cannot do without, then what still fits, in this order. */
export function teaserOf(head: Head): Teaser {
  const { id, version, base, availableFrom, datePublished, dateModified, until } = head;
  const { headline, kicker, language, genre, section, path, byline, isAccessibleForFree } = head;
  let teaser: Teaser = {
    type: 'TEASER',
    ...{ id, version, availableFrom, datePublished, dateModified, until },
    ...(base === undefined ? {} : { base }),
    ...{ headline, kicker, language, genre, section, path, byline, isAccessibleForFree },
  };
  const roomy: Required<Roomy> = {
    standfirst: listedStandfirst(head),
    contributions: head.contributions.map(({ role, person }) => ({ role, person })),
    image: head.image,
    abstract: head.abstract,
  };
  for (const [field, value] of Object.entries(roomy)) {
    const wider = { ...teaser, [field]: value };
    if (Buffer.byteLength(packTeaser(wider)) <= MAX_TEASER_BYTES) teaser = wider;
  }
  return teaser;
}

function listedStandfirst({ standfirst }: Head): ListedStandfirst | null {
  if (standfirst === null) return null;
  const { text, marks, quotation } = standfirst;
  return quotation ? { text, marks } : { text, marks, quotation };
}

/** A teaser as a list keeps it: one letter a name, and only what is not usual. Half the bytes, and lists are read by the byte. */
type Packed = {
  i: string;
  v: number;
  /** base */
  n?: number;
  /** availableFrom */
  a: Instant;
  /** datePublished, where an older version was readable before */
  p?: Instant;
  u?: Instant;
  h: string;
  k?: string;
  l: string;
  g?: string;
  /** slug and name of the section, then of those that it belongs to */
  s: string[];
  /** path */
  x: string;
  b?: string;
  /** 0: to be paid for */
  f?: 0;
  /** standfirst: text, marks, and 1 where its quotation stays in the head; 0 for none */
  d?: 0 | [text: string, marks?: RichText['marks'] | 0, quoted?: 1];
  /** The last place says who identifies the person: 1 the source, 2 editors, none nobody. */
  c?: [role: string, id: string, name: string, identity?: 1 | 2][];
  /** The picture, its trailing nulls left out; the last place holds its other sizes. */
  m?: 0 | PackedImage;
  t?: string | 0;
};

export function packTeaser(teaser: Teaser): string {
  const { id, version, base, availableFrom, datePublished, until, headline, kicker, language, genre, section, path, byline } = teaser;
  const { standfirst, contributions, image, abstract } = teaser;
  const packed: Packed = {
    ...{ i: id, v: version, a: availableFrom, h: headline, l: language, s: packSection(section), x: path },
    ...(datePublished === availableFrom ? {} : { p: datePublished }),
    ...(until === null ? {} : { u: until }),
    ...(base === undefined ? {} : { n: base }),
    ...(kicker === null ? {} : { k: kicker }),
    ...(genre === null ? {} : { g: genre }),
    ...(byline === null ? {} : { b: byline }),
    ...(teaser.isAccessibleForFree ? {} : { f: 0 }),
    ...(standfirst === undefined ? {} : { d: packStandfirst(standfirst) }),
    ...(contributions === undefined ? {} : { c: contributions.map(packContribution) }),
    ...(image === undefined ? {} : { m: image === null ? 0 : packImage(image) }),
    ...(abstract === undefined ? {} : { t: abstract ?? 0 }),
  };
  return JSON.stringify(packed);
}

/** @param packed as {@link packTeaser} wrote it, or that text already parsed */
export function unpackTeaser(packed: string | object): Teaser {
  const { i, v, n, a, p, u, h, k, l, g, s, x, b, f, d, c, m, t } = (typeof packed === 'string' ? JSON.parse(packed) : packed) as Packed;
  return {
    type: 'TEASER',
    ...{ id: i as Teaser['id'], version: v, availableFrom: a, datePublished: p ?? a, dateModified: a, until: u ?? null },
    ...(n === undefined ? {} : { base: n }),
    ...{ headline: h, kicker: k ?? null, language: l, genre: g ?? null, section: unpackSection(s), path: x },
    ...{ byline: b ?? null, isAccessibleForFree: f !== 0 },
    ...(d === undefined ? {} : { standfirst: d === 0 ? null : unpackStandfirst(d) }),
    ...(c === undefined ? {} : { contributions: c.map(unpackContribution) }),
    ...(m === undefined ? {} : { image: m === 0 ? null : unpackImage(m) }),
    ...(t === undefined ? {} : { abstract: t === 0 ? null : t }),
  };
}

function packStandfirst(standfirst: ListedStandfirst | null): NonNullable<Packed['d']> {
  if (standfirst === null) return 0;
  const { text, marks, quotation } = standfirst;
  const quoted = quotation === undefined;
  if (marks.length === 0 && !quoted) return [text];
  return quoted ? [text, marks.length === 0 ? 0 : marks, 1] : [text, marks];
}

function unpackStandfirst([text, marks, quoted]: Exclude<NonNullable<Packed['d']>, 0>): ListedStandfirst {
  return quoted ? { text, marks: marks || [] } : { text, marks: marks || [], quotation: null };
}

function packContribution({ role, person: { id, name, identity } }: ListedContribution): NonNullable<Packed['c']>[number] {
  return identity === 'NAME_ONLY' ? [role, id, name] : [role, id, name, identity === 'SOURCE' ? 1 : 2];
}

function unpackContribution([role, id, name, identified]: NonNullable<Packed['c']>[number]): ListedContribution {
  const identity = identified ? (identified === 1 ? 'SOURCE' : 'EDITOR') : 'NAME_ONLY';
  return { role: role as Contribution['role'], person: { id: id as ConceptId, kind: 'Person', name, identity } };
}

function packSection({ slug, name, parents }: SectionRef): string[] {
  return [slug, name, ...parents.flatMap((parent) => [parent.slug, parent.name])];
}

function unpackSection([slug = '', name = '', ...rest]: string[]): SectionRef {
  const parents = Array.from({ length: rest.length / 2 }, (_, place) => ({ slug: rest[2 * place] ?? '', name: rest[2 * place + 1] ?? '' }));
  return { slug, name, parents };
}

type PackedRendition = [name: string, url: string, width: number | null, height: number | null, mimeType: string | null];
type PackedImage = (string | number | null | [x: number, y: number] | PackedRendition[])[];

/** Sizes of one picture mostly share the beginning of their address with it: `12…` stands for its first 12 characters. */
function packImage({ url, alternativeText, caption, creditText, width, height, focalPoint, renditions }: Image): PackedImage {
  const others = renditions.map((rendition): PackedRendition => {
    const shared = sharedLength(url, rendition.url);
    return [rendition.name, `${shared}…${rendition.url.slice(shared)}`, rendition.width, rendition.height, rendition.mimeType];
  });
  const packed: PackedImage = [url, alternativeText, caption, creditText, width, height];
  packed.push(focalPoint && [focalPoint.x, focalPoint.y], others.length > 0 ? others : null);
  while (packed.at(-1) === null) packed.pop();
  return packed;
}

function unpackImage(packed: PackedImage): Image {
  const [url, alternativeText = null, caption = null, creditText = null, width = null, height = null, focus = null, others = null] =
    packed as [string, ...(string | null)[]];
  const focalPoint = focus as [number, number] | null;
  return {
    ...{ url, alternativeText, caption, creditText, width: width as number | null, height: height as number | null },
    focalPoint: focalPoint && { x: focalPoint[0], y: focalPoint[1] },
    renditions: ((others ?? []) as unknown as PackedRendition[]).map(([name, address, ...rest]) => {
      const [shared = '0'] = address.split('…', 1);
      return {
        name,
        url: url.slice(0, Number(shared)) + address.slice(shared.length + 1),
        width: rest[0],
        height: rest[1],
        mimeType: rest[2],
      };
    }),
  };
}

function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
