import type { RelatedRef } from '../../domain/article.ts';
import { type BlockContent, blockText, type ListItem, type RichText, type TableCell } from '../../domain/body.ts';
import { articleId } from '../../domain/identity.ts';
import { readAudio, readCustomEmbed, readGallery, readImage, readOembed, readVideo, type StoryFacts } from './ans-media.ts';
import { asText, basicIn, htmlIn, joined, lines, plainIn } from './ans-words.ts';
import { levelInBody } from './heading-level.ts';
import { linkOf, providerOf } from './html-media.ts';
import { elementBudget } from './html-tree.ts';
import type { Mapping } from './mapping.ts';
import { isWebAddress } from './picture-fields.ts';
import { stableUri } from './source-uri.ts';

/** Keys that every element may have, and that say how a page lays it out or what the editor keeps with it. */
export const LEFT_OF_ELEMENT = [
  '_id',
  'version',
  'subtype',
  'alignment',
  'additional_properties',
  'block_properties',
  'gallery_properties',
];

/** Lists in lists and groups in groups, together. A page has some three; more than this is an attack on whoever reads them. */
const DEEPEST = 30;

type Reader = (entry: Mapping) => BlockContent[];

/** Reads the `content_elements` of a story, each by its type. */
export class ElementReader {
  /** The stories that the body points at. */
  readonly related: RelatedRef[] = [];
  readonly #story: StoryFacts;
  /** Shared by all elements: many small ones are as much work as a large one. */
  readonly #budget = elementBudget();
  #depth = 0;

  constructor(story: StoryFacts) {
    this.#story = story;
  }

  /** The field `key` of `fields`, a list of elements, as blocks. */
  readAll(fields: Mapping, key = 'content_elements'): BlockContent[] {
    return fields.list(key, (entry) => this.#read(entry)).flat();
  }

  #read(entry: Mapping): BlockContent[] {
    const type = entry.needed('type');
    entry.skip(...LEFT_OF_ELEMENT);
    const channels = entry.texts('channels');
    if (channels.length > 0 && channels.every((channel) => channel.toLowerCase() === 'print')) {
      entry.skipOthers();
      return [];
    }
    this.#depth += 1;
    try {
      if (this.#depth > DEEPEST) {
        entry.skipOthers();
        entry.fault('type', 'stands in too many elements around it to be read');
        return [];
      }
      const blocks = Object.hasOwn(this.#readers, type) ? (this.#readers[type] as Reader)(entry) : this.#readUnknown(entry, type);
      if (blocks.length === 0) entry.close(true); // what it says may stand under a key that nobody knows
      return blocks;
    } finally {
      this.#depth -= 1;
    }
  }

  readonly #readers: Readonly<Record<string, Reader>> = {
    text: (entry) => this.#html(entry, 'content'),
    raw_html: (entry) => this.#html(entry, 'content'),
    header: (entry) => this.#readHeader(entry),
    list: (entry) => this.#readList(entry),
    link_list: (entry) => this.#readLinkList(entry),
    interstitial_link: (entry) => this.#readLink(entry),
    quote: (entry) => this.#readQuote(entry),
    blockquote: (entry) => quoteOf(asText(this.#html(entry, 'content')), /pull/i.test(entry.text('subtype') ?? ''), null),
    table: (entry) => this.#readTable(entry),
    table_02: (entry) => this.#readTable(entry), // of 0.5
    correction: (entry) => readCorrection(entry),
    code: (entry) => readCode(entry),
    divider: () => [{ kind: 'Divider' }],
    element_group: (entry) => this.readAll(entry),
    content_zone: () => [],
    numeric_rating: (entry) => readRating(entry),
    endorsement: (entry) => [{ kind: 'UnknownBlock', name: 'endorsement', text: entry.needed('endorsement') }],
    image: (entry) => {
      const image = readImage(entry, this.#story);
      return image ? [{ kind: 'ImageBlock', image }] : [];
    },
    gallery: (entry) => readGallery(entry, this.#story),
    video: (entry) => readVideo(entry, this.#story),
    audio: (entry) => readAudio(entry, this.#story),
    oembed_response: (entry) => readOembed(entry),
    custom_embed: (entry) => readCustomEmbed(entry),
    reference: (entry) => this.#readReference(entry),
    story: (entry) => this.#readStory(entry),
  };

  #html(entry: Mapping, key: string): BlockContent[] {
    return htmlIn(entry, key, this.#budget);
  }

  #readHeader(entry: Mapping): BlockContent[] {
    const { text, media } = asText(this.#html(entry, 'content'));
    const level = entry.wholeNumber('level', 1) ?? 2;
    return [...(text.text === '' ? [] : [{ kind: 'Heading' as const, level: Math.min(levelInBody(level), 6), ...text }]), ...media];
  }

  #readList(entry: Mapping): BlockContent[] {
    const media: BlockContent[] = [];
    const ordered = isOrdered(entry);
    const items = this.#items(entry, 0, media);
    return [...(items.length > 0 ? [{ kind: 'ListBlock' as const, ordered, items }] : []), ...media];
  }

  /** The items of a list and of the lists inside it, in reading order. */
  #items(list: Mapping, level: number, media: BlockContent[]): ListItem[] {
    return list
      .list('items', (item): ListItem[] => {
        if (item.text('type') === 'list' && level < DEEPEST) {
          item.skip(...LEFT_OF_ELEMENT, 'channels', 'list_type');
          return this.#items(item, level + 1, media);
        }
        const { text, media: found } = asText(this.#read(item));
        media.push(...found);
        return text.text === '' ? [] : [{ ...text, level }];
      })
      .flat();
  }

  #readLinkList(entry: Mapping): BlockContent[] {
    const title = plainIn(entry, 'title');
    const media: BlockContent[] = [];
    const items = this.#items(entry, 0, media);
    return [
      ...(title === null ? [] : [{ kind: 'Paragraph' as const, ...whole(title, { type: 'STRONG' }) }]),
      ...(items.length > 0 ? [{ kind: 'ListBlock' as const, ordered: false, items }] : []),
      ...media,
    ];
  }

  /** A link between two paragraphs, with what is said about its page below it. */
  #readLink(entry: Mapping): BlockContent[] {
    const href = linkOf(entry.text('url'));
    const words = asText(this.#html(entry, 'content')).text.text;
    const description = entry.mapping('description', (of) => asText(this.#read(of)).text);
    const image = entry.mapping('image', (of) => readImage(of, this.#story));
    const link: RichText = href === null ? { text: words, marks: [] } : whole(words, { type: 'LINK', href });
    const text = joined([link, description ?? whole('')]);
    return [
      ...(text.text === '' ? [] : [{ kind: 'Paragraph' as const, ...text }]),
      ...(image ? [{ kind: 'ImageBlock' as const, image }] : []),
    ];
  }

  /** Quotations in a quotation follow it. */
  #readQuote(entry: Mapping): BlockContent[] {
    const inside = this.readAll(entry);
    const cite = entry.mapping('citation', (of) => {
      of.skip('type', 'channels', ...LEFT_OF_ELEMENT);
      return plainIn(of, 'content');
    });
    const isQuote = ({ kind }: BlockContent) => kind === 'Blockquote' || kind === 'PullQuote';
    const own = asText(inside.filter((block) => !isQuote(block)));
    return [...quoteOf(own, /pull/i.test(entry.text('subtype') ?? ''), cite), ...inside.filter(isQuote)];
  }

  #readTable(entry: Mapping): BlockContent[] {
    const media: BlockContent[] = [];
    const cell =
      (isHeader: boolean) =>
      (of: Mapping): TableCell => {
        const blocks = /^table_cell(?:_02)?$/.test(of.text('type') ?? '') ? this.#cell(of) : this.#read(of);
        const { text, media: found } = asText(blocks);
        media.push(...found);
        return { ...text, isHeader, colSpan: 1, rowSpan: 1 };
      };
    const header = entry.isMapping('header') ? this.#headerRow(entry, cell(true)) : entry.list('header', cell(true));
    const rows = [...(header.length > 0 ? [header] : []), ...entry.rows('rows', cell(false), 'cells')].filter((cells) => cells.length > 0);
    const hasWords = rows.some((cells) => cells.some(({ text }) => text !== ''));
    return [...(hasWords ? [{ kind: 'TableBlock' as const, caption: null, rows: rows.map((cells) => ({ cells })) }] : []), ...media];
  }

  /** A header that is a row like the others. */
  #headerRow(entry: Mapping, cell: (of: Mapping) => TableCell): TableCell[] {
    const cells = entry.mapping('header', (row) => {
      row.skip('type', 'channels', ...LEFT_OF_ELEMENT);
      return row.list('cells', cell);
    });
    return cells ?? [];
  }

  #cell(of: Mapping): BlockContent[] {
    of.skip('channels', ...LEFT_OF_ELEMENT);
    return this.readAll(of);
  }

  /** Something that the CMS points at and did not put in. It has no words, but its id may be an address, or that of a story. */
  #readReference(entry: Mapping): BlockContent[] {
    const referent = entry.mapping('referent', (of) => {
      of.skipOthers();
      return { type: of.text('type'), id: of.textOrNumber('id') };
    });
    if (!referent?.id) return [];
    if (referent.type === 'story') this.related.push({ article: articleId(this.#story.source, stableUri(referent.id)), label: null });
    else if (isWebAddress(referent.id)) return [{ kind: 'Embed', url: referent.id, provider: providerOf(referent.id), text: '' }];
    return [];
  }

  #readStory(entry: Mapping): BlockContent[] {
    const related = readRelatedStory(entry, this.#story.source);
    if (related) this.related.push(related);
    return [];
  }

  /** A type that this reader does not know, as the schemas allow: what looks like words is kept. */
  #readUnknown(entry: Mapping, name: string): BlockContent[] {
    entry.skipOthers();
    const has = (key: string) => entry.keys().includes(key);
    const words = ['title', 'content', 'text', 'caption'].filter(has).map((key) => blocksText(this.#html(entry, key)));
    const block: BlockContent = {
      kind: 'UnknownBlock',
      name,
      text: lines(...words, has('headlines') ? basicIn(entry, 'headlines') : null) ?? '',
    };
    return [block, ...(has('content_elements') ? this.readAll(entry) : [])];
  }
}

/** A story that another one names: its id, and its headline where the CMS has put it in. Null without an id. */
export function readRelatedStory(of: Mapping, source: string): RelatedRef | null {
  of.skipOthers();
  const id = of.textOrNumber('_id');
  return id === null ? null : { article: articleId(source, stableUri(id)), label: basicIn(of, 'headlines') };
}

/** `corrections` of a story, and the element of that name. */
export function readCorrection(entry: Mapping): (BlockContent & { kind: 'CorrectionNote' })[] {
  entry.skip('correction_type');
  const { text } = asText(htmlIn(entry, 'text'));
  return text.text === '' ? [] : [{ kind: 'CorrectionNote', date: null, ...text }];
}

function readCode(entry: Mapping): BlockContent[] {
  entry.skip('language');
  return [{ kind: 'UnknownBlock', name: 'code', text: entry.needed('content') }];
}

/** As readers see it: `4.5/5 stars`. */
function readRating(entry: Mapping): BlockContent[] {
  const number = (key: string) => entry.number(key, -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  const [value, most, units] = [number('numeric_rating'), number('max'), entry.text('units')];
  number('min');
  if (value === null) return [];
  return [
    {
      kind: 'UnknownBlock',
      name: 'numeric_rating',
      text: `${value}${most === null ? '' : `/${most}`}${units === null ? '' : ` ${units}`}`,
    },
  ];
}

function quoteOf({ text, media }: { text: RichText; media: BlockContent[] }, isPulled: boolean, cite: string | null): BlockContent[] {
  if (text.text === '') return [...(cite === null ? [] : [{ kind: 'Paragraph' as const, ...whole(cite) }]), ...media];
  return [{ kind: isPulled ? 'PullQuote' : 'Blockquote', cite, ...text }, ...media];
}

function isOrdered(list: Mapping): boolean {
  return /^(?:ordered|ol|numbered)$/i.test(list.text('list_type') ?? '');
}

function whole(text: string, mark?: { type: 'STRONG' } | { type: 'LINK'; href: string }): RichText {
  return { text, marks: mark && text !== '' ? [{ ...mark, start: 0, end: text.length }] : [] };
}

function blocksText(blocks: readonly BlockContent[]): string | null {
  return blocks.map(blockText).filter(Boolean).join('\n') || null;
}
