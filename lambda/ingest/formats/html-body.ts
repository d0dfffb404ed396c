import type { BlockContent, Image, ListItem, Mark, RichText, TableCell } from '../../domain/body.ts';
import { Refused, refuse } from '../../domain/fault.ts';
import { parseDay } from './day.ts';
import { levelInBody } from './heading-level.ts';
import { frameEmbeddedLinks, linkedEmbed } from './html-embeds.ts';
import { frameOf, imageOf, isTiny, linkOf, postOf, videoOf } from './html-media.ts';
import { HtmlTextWriter, splitAtEmptyLines } from './html-text.ts';
import { attributeOf, type ElementBudget, type HtmlElement, type HtmlNode, hasClass, isElement, parseHtml } from './html-tree.ts';
import { isStackOverflow } from './nesting.ts';

/** Nothing of these is seen by readers, or may be handed on to them: what runs, what styles, and the controls of forms. */
const NEVER = words(`script style template head title meta link base frameset noframes canvas area param source track
  button input select textarea option optgroup datalist output progress meter desc metadata defs dialog`);

/** What stands on lines of its own. All else stands in a line. */
const BLOCKS =
  words(`address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4
  h5 h6 header hgroup hr legend li listing main menu nav ol p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp
  caption`);

const MEDIA = words('img video audio iframe embed object');

/** Elements of HTML that stand in a line and mean no mark of ours. Others that are not known to HTML either become an `UnknownBlock`. */
const MARKS: Readonly<Record<string, Mark['type']>> = {
  strong: 'STRONG',
  b: 'STRONG',
  em: 'EMPHASIS',
  i: 'EMPHASIS',
  cite: 'EMPHASIS',
  dfn: 'EMPHASIS',
  var: 'EMPHASIS',
  s: 'STRIKETHROUGH',
  del: 'STRIKETHROUGH',
  strike: 'STRIKETHROUGH',
  code: 'CODE',
  kbd: 'CODE',
  samp: 'CODE',
  tt: 'CODE',
};

/** A last line of a quotation that says whose words it holds. */
const ATTRIBUTION = /^(?:—|–|―|--)\s*\S/u;

/** HTML allows 1,000 columns; more than that is an attack on whoever lays the table out. */
const MOST_SPAN = 1000;

/** Galleries have some dozens of pictures of some five elements each; a larger figure is read as what stands in it. */
const MOST_IN_FIGURE = 2000;

type OpenMark = Omit<Mark, 'start' | 'end'>;

/**
 * HTML as blocks. Every word that a reader would see in a browser that runs no scripts is kept; scripts, styles, handlers and form controls
 * never survive. Elements that mean nothing to us give their words.
 * @param place as its author would call the text: `bodies, entry 1`
 * @throws {Refused} for text with control characters, and for trees that are nested too deep
 * @throws {ArticleTooLarge} for more elements than can be read at once
 */
export function readHtmlBody(html: string, place: string): BlockContent[] {
  return readHtml(html, place).blocks;
}

/** What a CMS means by its HTML beyond what browsers do. */
export type HtmlReading = {
  /** Whether the ends of lines in the source are line breaks, and two of them part paragraphs: of editors that write no `p`. */
  lineEndsCount?: boolean;
  /** Gives elements of the tree the names of those that they stand for, before anything is read. */
  prepare?: (body: HtmlElement) => void;
  /** Whether a node is the sign for where an article may be cut. None is, when left out. */
  isCut?: (node: HtmlNode) => boolean;
  /** Shared by documents that are read in several parts. */
  budget?: ElementBudget;
};

/** `cut`: how many blocks stand before the first sign for it; null without one. */
export type HtmlContent = { blocks: BlockContent[]; cut: number | null };

/** The same for the HTML of a CMS. @throws what {@link readHtmlBody} throws */
export function readHtml(html: string, place: string, reading: HtmlReading = {}): HtmlContent {
  try {
    // a sign that stands first would else stand outside of the body
    const body = parseHtml(reading.isCut ? `<body>${html}` : html, place, reading.budget);
    if (body === null) return { blocks: [], cut: null };
    reading.prepare?.(body);
    frameEmbeddedLinks(body);
    const reader = new BlockReader(place, reading);
    return { blocks: reader.readAll(body), cut: reader.cut };
  } catch (error) {
    if (isStackOverflow(error)) return refuse(place, 'holds elements that are nested too deep to be read');
    throw error;
  }
}

class BlockReader {
  /** See {@link HtmlContent}. */
  cut: number | null = null;
  readonly #place: string;
  readonly #reading: HtmlReading;
  readonly #blocks: BlockContent[] = [];
  readonly #holdsBlocks = new WeakMap<HtmlElement, boolean>();
  /** How many elements stand in one; each is counted once, however deep it lies. */
  readonly #sizes = new WeakMap<HtmlElement, number>();
  /** Marks of elements that stand around whole blocks. */
  #around: readonly OpenMark[] = [];
  /** The words of the paragraph that is being read. */
  #line: HtmlTextWriter;

  constructor(place: string, reading: HtmlReading) {
    this.#place = place;
    this.#reading = reading;
    this.#line = this.#newLine();
  }

  #newLine(): HtmlTextWriter {
    return new HtmlTextWriter(this.#place, this.#reading.lineEndsCount);
  }

  readAll(body: HtmlElement): BlockContent[] {
    this.#readFlow(body.childNodes);
    this.#endLine();
    return this.#blocks;
  }

  #readFlow(nodes: readonly HtmlNode[]): void {
    // an element of somebody's own is a block where no words stand beside it
    const standsAlone = (node: HtmlNode) => isElement(node) && this.#isBlock(node);
    const customStandAlone = nodes.every((node) => isBlank(node) || standsAlone(node) || (isElement(node) && isCustom(node)));
    for (const node of nodes) {
      if (this.#reading.isCut?.(node)) {
        this.#endLine();
        this.cut ??= this.#blocks.length;
        continue;
      }
      const isAlone = isElement(node) && (this.#isBlock(node) || (customStandAlone && isCustom(node)));
      if (!isAlone) this.#addToLine(node);
      else if (!isHidden(node)) this.#readBlock(node);
    }
  }

  /** Whether an element is a block, or holds one where it should hold words: `<a><h2>…</h2></a>`. */
  #isBlock(node: HtmlElement): boolean {
    return BLOCKS.has(node.tagName) || this.#holdsBlock(node);
  }

  #holdsBlock(node: HtmlElement): boolean {
    const known = this.#holdsBlocks.get(node);
    if (known !== undefined) return known;
    const isSeen = !NEVER.has(node.tagName) && !MEDIA.has(node.tagName);
    const found = isSeen && node.childNodes.some((child) => isElement(child) && this.#isBlock(child));
    this.#holdsBlocks.set(node, found);
    return found;
  }

  #addToLine(node: HtmlNode): void {
    if (isElement(node) && MEDIA.has(node.tagName) && this.#line.isEmpty && !isHidden(node)) {
      const media = mediaOf(node); // stands before the words, and so comes first
      if (media) this.#blocks.push(media);
      else writeNode(node, this.#line);
    } else {
      writeNode(node, this.#line);
    }
  }

  /** Ends the paragraph; an empty line inside it parts it in two. Pictures among its words follow it. */
  #endLine(): void {
    const line = this.#line;
    this.#line = this.#newLine();
    for (const part of splitAtEmptyLines(line.finish())) {
      if (part.text.trim() !== '') this.#blocks.push({ kind: 'Paragraph', ...this.#underMarks(part) }); // of no-break spaces only, it is a gap
    }
    this.#blocks.push(...line.media);
  }

  /** A text with the marks of the elements around its block. */
  #underMarks({ text, marks }: RichText): RichText {
    if (text === '') return { text, marks: [] };
    const inner = marks.filter(({ type }) => type === 'LINK' || !this.#around.some((mark) => mark.type === type));
    return { text, marks: [...this.#around.map((mark) => ({ ...mark, start: 0, end: text.length })), ...inner] };
  }

  #readBlock(node: HtmlElement): void {
    this.#endLine();
    switch (node.tagName) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        this.#addText(node, (text) => ({ kind: 'Heading', level: levelInBody(Number(node.tagName.slice(1))), ...text }));
        break;
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
        this.#addList(node);
        break;
      case 'blockquote':
        this.#addQuote(node, hasClass(node, PULL_QUOTE));
        break;
      case 'aside':
        this.#readAside(node);
        break;
      case 'figure':
        this.#readFigure(node);
        break;
      case 'table':
        this.#addTable(node, null);
        break;
      case 'hr':
        this.#blocks.push({ kind: 'Divider' });
        break;
      case 'pre':
      case 'listing':
      case 'plaintext':
      case 'xmp':
        this.#addText(node, ({ text }) => ({ kind: 'UnknownBlock', name: node.tagName, text }));
        break;
      default:
        if (isCustom(node) && !this.#holdsBlock(node))
          this.#addText(node, ({ text }) => ({ kind: 'UnknownBlock', name: node.tagName, text }));
        else this.#readInside(node);
    }
    this.#endLine();
  }

  /** What stands in an element that is no block of ours. A mark of it goes to the words of every block inside. */
  #readInside(node: HtmlElement): void {
    const before = this.#around;
    const mark = markOf(node);
    if (mark && (mark.type === 'LINK' || !before.some(({ type }) => type === mark.type))) this.#around = [...before, mark];
    this.#readFlow(node.childNodes);
    this.#endLine();
    this.#around = before;
  }

  /** A block made of all words inside an element; pictures and videos among them follow it. */
  #addText(node: HtmlElement, blockOf: (text: RichText) => BlockContent): void {
    const { text, media } = this.#textOf(node.childNodes, node.tagName === 'pre' || node.tagName === 'listing');
    if (text.text.trim() !== '') this.#blocks.push(blockOf(text));
    this.#blocks.push(...media);
  }

  #textOf(nodes: readonly HtmlNode[], exact = false): { text: RichText; media: BlockContent[] } {
    const writer = this.#newLine();
    for (const node of nodes) writeNode(node, writer, exact);
    return { text: this.#underMarks(writer.finish()), media: writer.media };
  }

  #addList(node: HtmlElement): void {
    const media: BlockContent[] = [];
    const items = this.#items(node, 0, media);
    if (items.length > 0) this.#blocks.push({ kind: 'ListBlock', ordered: node.tagName === 'ol', items });
    this.#blocks.push(...media);
  }

  /** The items of a list and of the lists inside it, in reading order. What follows an inner list becomes an item of its own. */
  #items(list: HtmlElement, level: number, media: BlockContent[]): ListItem[] {
    return list.childNodes.flatMap((child): ListItem[] => {
      if (isElement(child) && isList(child)) return this.#items(child, level + 1, media);
      if (isElement(child) && isHidden(child)) return [];
      const parts: ListItem[] = [];
      let run: HtmlNode[] = [];
      const close = (): void => {
        const { text, media: found } = this.#textOf(run);
        if (text.text !== '') parts.push({ ...text, level });
        media.push(...found);
        run = [];
      };
      for (const inner of isElement(child) && child.tagName === 'li' ? child.childNodes : [child]) {
        if (!isElement(inner) || !isList(inner)) {
          run.push(inner);
          continue;
        }
        close();
        parts.push(...this.#items(inner, level + 1, media));
      }
      close();
      return parts;
    });
  }

  #addQuote(node: HtmlElement, isPulled: boolean, caption: string | null = null): void {
    const post = postOf(node, linksIn(node));
    if (post) {
      const { text, media } = this.#textOf(node.childNodes);
      this.#blocks.push({ kind: 'Embed', url: post.url, provider: post.provider, text: text.text }, ...media);
      if (caption !== null) this.#blocks.push({ kind: 'Paragraph', text: caption, marks: [] });
      return;
    }
    const source = caption === null ? citeIn(node) : null;
    const { text, media } = this.#textOf(node.childNodes.flatMap((child) => withoutNode(child, source)));
    const said = source ? this.#textOf([source]).text.text : '';
    const { words: spoken, cite } = attributed(text, said || caption);
    if (spoken.text !== '') this.#blocks.push({ kind: isPulled ? 'PullQuote' : 'Blockquote', cite, ...spoken });
    this.#blocks.push(...media);
  }

  /** Words of the article set apart, key facts, or a correction, where an aside is one of them; else what stands in it. */
  #readAside(node: HtmlElement): void {
    const parts = node.childNodes.filter(isElement).filter((child) => !isHidden(child) && !NEVER.has(child.tagName));
    const hasLooseWords = node.childNodes.some((child) => !isElement(child) && 'value' in child && child.value.trim() !== '');
    const last = parts.at(-1);
    if (hasClass(node, CORRECTION)) {
      this.#addCorrection(node);
    } else if (!hasLooseWords && parts.length === 1 && last?.tagName === 'blockquote') {
      this.#addQuote(last, true);
    } else if (hasClass(node, PULL_QUOTE)) {
      this.#addQuote(node, true);
    } else if (!hasLooseWords && last && isList(last) && parts.length <= 2 && parts.slice(0, -1).every(isHeadingLike)) {
      const media: BlockContent[] = [];
      const heading = this.#textOf(parts.slice(0, -1)).text.text || null;
      const items = this.#items(last, 0, media);
      if (items.length > 0) this.#blocks.push({ kind: 'KeyFacts', heading, items }, ...media);
      else this.#readFlow(node.childNodes);
    } else {
      this.#readFlow(node.childNodes);
    }
  }

  #addCorrection(node: HtmlElement): void {
    const time = descendants(node).find(({ tagName }) => tagName === 'time') ?? null;
    const date = dayOf(time && attributeOf(time, 'datetime'));
    const isSaid = time !== null && date !== null && this.#textOf([time]).text.text === date.slice(0, 10); // the date itself says it
    const { text, media } = this.#textOf(isSaid ? node.childNodes.flatMap((child) => withoutNode(child, time)) : node.childNodes);
    if (text.text.trim() !== '') this.#blocks.push({ kind: 'CorrectionNote', date, ...text });
    this.#blocks.push(...media);
  }

  #countInside(node: HtmlElement): number {
    const known = this.#sizes.get(node);
    if (known !== undefined) return known;
    const size = node.childNodes.reduce((sum, child) => (isElement(child) ? sum + 1 + this.#countInside(child) : sum), 0);
    this.#sizes.set(node, size);
    return size;
  }

  /** A figure is what stands in it; words beside that are its caption, or say who made it. */
  #readFigure(node: HtmlElement): void {
    if (this.#countInside(node) > MOST_IN_FIGURE) {
      this.#readFlow(node.childNodes);
      return;
    }
    const linked = linkedEmbed(node);
    if (linked !== null) {
      const { text, media } = this.#textOf(linked.words ? [linked.words] : []);
      this.#blocks.push({ kind: 'Embed', url: linked.url, provider: linked.provider, text: text.text || linked.title }, ...media);
      return;
    }
    const inside = descendants(node);
    const images = inside.flatMap((one) => (one.tagName === 'img' ? (imageOf(one) ?? []) : []));
    const others = inside.filter(({ tagName }) => /^(?:video|audio|iframe|embed|object|table|blockquote|pre|ul|ol)$/.test(tagName));
    if (others.length === 0 && images.length > 0) {
      this.#addPictures(node, images);
      return;
    }
    const captions = node.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'figcaption');
    const caption = this.#textOf(captions).text.text || null;
    const [only] = others;
    const rest = node.childNodes.filter((child) => !captions.includes(child as HtmlElement) && !isBlank(child));
    const isAlone = only && rest.length === 1 && rest[0] === only && images.length === 0;
    const media = isAlone ? mediaOf(only) : null;
    if (isAlone && only.tagName === 'table') {
      this.#addTable(only, caption);
    } else if (isAlone && only.tagName === 'blockquote') {
      this.#addQuote(only, hasClass(node, PULL_QUOTE) || hasClass(only, PULL_QUOTE), caption);
    } else if (media?.kind === 'VideoBlock') {
      this.#blocks.push({ ...media, video: { ...media.video, ...this.#captionOf(captions) } });
    } else if (media?.kind === 'Embed') {
      this.#blocks.push({ ...media, text: caption ?? media.text });
    } else {
      this.#readFlow(node.childNodes);
    }
  }

  #addPictures(node: HtmlElement, images: readonly Image[]): void {
    const [only] = images;
    if (images.length === 1 && only) {
      this.#blocks.push({ kind: 'ImageBlock', image: { ...only, ...this.#captionOf(node.childNodes) } });
      return;
    }
    const parts = descendants(node).filter(({ tagName }) => tagName === 'figure');
    const own = parts.filter((part) => descendants(part).filter((one) => one.tagName === 'img' && imageOf(one)).length === 1);
    const captioned = own.filter((part) => !own.some((other) => other !== part && descendants(other).includes(part)));
    const gallery = descendants(node).flatMap((one): Image[] => {
      const image = one.tagName === 'img' ? imageOf(one) : null;
      const part = image && captioned.find((figure) => descendants(figure).includes(one));
      return image ? [{ ...image, ...(part ? this.#captionOf(part.childNodes) : {}) }] : [];
    });
    const around = node.childNodes.flatMap((child) =>
      captioned.reduce<HtmlNode[]>((left, part) => left.flatMap((one) => withoutNode(one, part)), [child]),
    );
    this.#blocks.push({ kind: 'GalleryBlock', caption: this.#textOf(around).text.text || null, images: gallery });
  }

  /** The words around a picture; a part whose class says so is the credit. */
  #captionOf(nodes: readonly HtmlNode[]): { caption: string | null; creditText: string | null } {
    const credits = nodes
      .filter(isElement)
      .flatMap((node) => [node, ...descendants(node)])
      .filter((node) => hasClass(node, CREDIT));
    const [credit] = credits;
    const caption = this.#textOf(nodes.flatMap((node) => (credit ? withoutNode(node, credit) : [node]))).text.text;
    return { caption: caption || null, creditText: credit ? this.#textOf([credit]).text.text || null : null };
  }

  #addTable(table: HtmlElement, figcaption: string | null): void {
    const media: BlockContent[] = [];
    const parts = table.childNodes.filter(isElement);
    const caption = this.#textOf(parts.filter(({ tagName }) => tagName === 'caption')).text.text || null;
    const rows = parts
      .flatMap((part) => (part.tagName === 'tr' ? [part] : part.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'tr')))
      .filter((row) => !isHidden(row))
      .map((row) => ({
        cells: row.childNodes.filter(isElement).flatMap((cell): TableCell[] => {
          if (!/^t[dh]$/.test(cell.tagName) || isHidden(cell)) return [];
          const { text, media: found } = this.#textOf(cell.childNodes);
          media.push(...found);
          return [{ ...text, isHeader: cell.tagName === 'th', colSpan: spanOf(cell, 'colspan'), rowSpan: spanOf(cell, 'rowspan') }];
        }),
      }))
      .filter(({ cells }) => cells.length > 0);
    const captions = [caption, figcaption].filter((line) => line !== null).join('\n') || null;
    if (rows.some(({ cells }) => cells.some(({ text }) => text !== ''))) this.#blocks.push({ kind: 'TableBlock', caption: captions, rows });
    else if (captions !== null) this.#blocks.push({ kind: 'Paragraph', text: captions, marks: [] });
    this.#blocks.push(...media);
  }
}

const PULL_QUOTE = /pull-?quote/i;
const CORRECTION = /^correction/i;
const CREDIT = /(?:^|[-_])(?:credit|credits|byline|photographer|source|copyright)(?:$|[-_])/i;

/** Writes a node as words; blocks inside stand on lines of their own. */
function writeNode(node: HtmlNode, writer: HtmlTextWriter, exact = false): void {
  if (!isElement(node)) {
    if (node.nodeName === '#text' && 'value' in node) {
      if (exact) writer.writeExact(node.value);
      else writer.write(node.value);
    }
    return;
  }
  const { tagName } = node;
  if (NEVER.has(tagName) || isHidden(node)) return;
  const inside = (): void => {
    for (const child of node.childNodes) writeNode(child, writer, exact || tagName === 'pre');
  };
  if (tagName === 'br') {
    writer.lineBreak();
  } else if (MEDIA.has(tagName)) {
    writeMedia(node, writer, inside);
  } else if (tagName === 'q') {
    writer.write('“'); // browsers show quotation marks that the text does not hold
    inside();
    writer.write('”');
  } else if (BLOCKS.has(tagName)) {
    const sign = tagName === 'td' || tagName === 'th' ? '\t' : '\n';
    writer.blockBreak(sign);
    inside();
    writer.blockBreak(sign);
  } else {
    const mark = markOf(node);
    if (mark) writer.marked(mark, inside);
    else inside();
  }
}

/** A picture that cannot be one gives the words that stand for it; other media without an address give what stands inside. */
function writeMedia(node: HtmlElement, writer: HtmlTextWriter, inside: () => void): void {
  const media = mediaOf(node);
  if (media) writer.media.push(media);
  else if (node.tagName === 'img') writer.write(attributeOf(node, 'alt') ?? '');
  else if (node.tagName === 'object') inside();
}

function mediaOf(node: HtmlElement): BlockContent | null {
  if (node.tagName === 'img') {
    const image = isTiny(node) ? null : imageOf(node);
    return image && { kind: 'ImageBlock', image };
  }
  if (node.tagName === 'video') return videoOf(node);
  return /^(?:audio|iframe|embed|object)$/.test(node.tagName) ? frameOf(node) : null;
}

function markOf(node: HtmlElement): OpenMark | null {
  if (node.tagName === 'a') {
    const href = linkOf(attributeOf(node, 'href'));
    return href === null ? null : { type: 'LINK', href };
  }
  const type = Object.hasOwn(MARKS, node.tagName) ? MARKS[node.tagName] : undefined;
  return type ? { type } : null;
}

/** Who is quoted, where a quotation says it in an element of its own: its last footer, or a `cite` that stands below its words. */
function citeIn(quote: HtmlElement): HtmlElement | null {
  const parts = quote.childNodes.filter((child) => !isBlank(child));
  const last = parts.at(-1);
  if (parts.length < 2 || !last || !isElement(last)) return null;
  if (last.tagName === 'footer' || last.tagName === 'figcaption' || last.tagName === 'cite') return last;
  const [only, ...others] = last.childNodes.filter((child) => !isBlank(child));
  return last.tagName === 'p' && others.length === 0 && only && isElement(only) && only.tagName === 'cite' ? only : null;
}

/** @param source who is quoted, where an element says so; else a last line that begins with a dash does */
function attributed(text: RichText, source: string | null): { words: RichText; cite: string | null } {
  if (source) return text.text === '' ? { words: { text: source, marks: [] }, cite: null } : { words: text, cite: source };
  const end = text.text.lastIndexOf('\n');
  const last = text.text.slice(end + 1);
  const above = text.text.slice(0, Math.max(0, end)).trimEnd();
  if (above === '' || !ATTRIBUTION.test(last)) return { words: text, cite: null };
  return { words: { text: above, marks: text.marks.flatMap((mark) => cutMark(mark, above.length)) }, cite: last };
}

function cutMark(mark: Mark, length: number): Mark[] {
  return mark.start < length ? [{ ...mark, end: Math.min(mark.end, length) }] : [];
}

/** A copy of a node without another node inside it, or nothing when it is that node. The tree itself stays as it is. */
function withoutNode(node: HtmlNode, other: HtmlNode | null): HtmlNode[] {
  if (node === other) return [];
  if (other === null || !isElement(node) || !descendants(node).includes(other as HtmlElement)) return [node];
  return [{ ...node, childNodes: node.childNodes.flatMap((child) => withoutNode(child, other)) }];
}

/** All elements inside one that readers see, in reading order. */
function descendants(node: HtmlElement, found: HtmlElement[] = []): HtmlElement[] {
  for (const child of node.childNodes) {
    if (!isElement(child) || NEVER.has(child.tagName) || isHidden(child)) continue;
    found.push(child);
    descendants(child, found);
  }
  return found;
}

function linksIn(node: HtmlElement): string[] {
  return descendants(node).flatMap((one) => (one.tagName === 'a' ? (linkOf(attributeOf(one, 'href')) ?? []) : []));
}

/** Whether nobody sees the words of an element, where it stands among others. */
export function hidesWords(node: HtmlElement): boolean {
  return NEVER.has(node.tagName) || (MEDIA.has(node.tagName) && node.tagName !== 'object') || isHidden(node);
}

/** What no browser shows: an element that says so itself. */
function isHidden(node: HtmlElement): boolean {
  return (
    attributeOf(node, 'hidden') !== null ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributeOf(node, 'style') ?? '')
  );
}

/** An element of somebody's own making: the standard asks for a hyphen in its name. */
function isCustom({ tagName }: HtmlElement): boolean {
  return tagName.includes('-');
}

function isList({ tagName }: HtmlElement): boolean {
  return tagName === 'ul' || tagName === 'ol' || tagName === 'menu' || tagName === 'dir';
}

function isHeadingLike({ tagName }: HtmlElement): boolean {
  return /^(?:h[1-6]|p|header)$/.test(tagName);
}

function isBlank(node: HtmlNode): boolean {
  return isElement(node) ? NEVER.has(node.tagName) : !('value' in node) || node.value.trim() === '';
}

function spanOf(cell: HtmlElement, name: string): number {
  const span = Number.parseInt(attributeOf(cell, name) ?? '', 10);
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), MOST_SPAN);
}

function dayOf(text: string | null) {
  try {
    return text === null ? null : parseDay(text, 'time');
  } catch (error) {
    if (error instanceof Refused) return null; // a sign for machines; the words that readers see are kept
    throw error;
  }
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
