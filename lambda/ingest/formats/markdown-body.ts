import type {
  DefinitionContent,
  BlockContent as FlowBlock,
  Html,
  List,
  ListItem as MdastItem,
  Nodes,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { type BlockContent, type ListItem, PLAIN_IMAGE, type RichText } from '../../domain/body.ts';
import { ArticleTooLarge, type Fault, Refused, refuse } from '../../domain/fault.ts';
import { parseDay } from './day.ts';
import { levelInBody } from './heading-level.ts';
import { readHtmlBody } from './html-body.ts';
import { type Container, gatherContainers, hideContainerLines } from './markdown-containers.ts';
import { refuseHardWork, TOO_DEEP } from './markdown-work.ts';
import { isStackOverflow } from './nesting.ts';
import { isMediaAddress, isWebAddress, NO_ADDRESS } from './picture-fields.ts';
import { type Definitions, footnoteLabel, RichTextWriter } from './rich-text.ts';

type Flow = FlowBlock | DefinitionContent;

/** What the body of a Markdown document says. */
export type MarkdownBody = {
  /** The first `# heading`; it is left in the blocks only when it was not wanted as the headline. */
  headline: string | null;
  blocks: BlockContent[];
  /** How many blocks stand before a line `<!--more-->`; null without one. */
  cut: number | null;
};

/** Where what everybody may read of a paid article ends. */
const CUT = /^<!--\s*more\s*-->$/i;

/** A last line of a blockquote that says whose words it holds. */
const ATTRIBUTION = /^(?:—|–|―|--)\s*\S/u;

/**
 * Reads GitHub-flavoured Markdown. Every character that a reader would see is kept; markup that has no block of ours gives its text.
 * @param firstLine the line of the document in which the body begins, for the places of faults
 * @param takeHeadline whether the first `# heading` is the headline of the article
 * @throws {Refused} when lists and quotations are nested too deep, and for containers that are wrong
 * @throws {ArticleTooLarge} when parsing would take longer than a push may
 */
export function readBody(markdown: string, firstLine: number, takeHeadline: boolean): MarkdownBody {
  refuseHardWork(markdown, firstLine);
  try {
    const hidden = hideContainerLines(markdown);
    const { children } = fromMarkdown(hidden.markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
    const faults: Fault[] = [];
    const parts = gatherContainers(children, hidden.lines, firstLine, faults);
    const heading = takeHeadline ? parts.find((part) => 'type' in part && part.type === 'heading' && part.depth === 1) : undefined;
    const definitions = definitionsIn(children);
    const reader = new BlockReader(definitions, firstLine, faults);
    for (const part of parts) {
      if ('name' in part) reader.readContainer(part);
      else if (part !== heading) reader.read(part);
    }
    if (faults.length > 0) throw new Refused(faults);
    const isHeading = heading && 'type' in heading && heading.type === 'heading';
    return {
      headline: isHeading ? new RichTextWriter(definitions).add(heading.children).finish().text.trim() || null : null,
      ...reader.finish(),
    };
  } catch (error) {
    if (isStackOverflow(error)) return refuse(`line ${firstLine}`, TOO_DEEP); // on emphasis inside emphasis
    throw error;
  }
}

/** Addresses that stand apart from their links; the first of a name counts. */
function definitionsIn(nodes: readonly Nodes[], found: Definitions = new Map()): Definitions {
  for (const node of nodes) {
    if (node.type === 'definition') {
      if (!found.has(node.identifier)) found.set(node.identifier, { url: node.url, title: node.title ?? null });
    } else if ('children' in node) {
      definitionsIn(node.children, found);
    }
  }
  return found;
}

/** Turns what stands at the top of a document into blocks. Footnotes go to the end, as readers know it. */
class BlockReader {
  readonly #definitions: Definitions;
  readonly #blocks: BlockContent[] = [];
  readonly #footnotes: BlockContent[] = [];
  readonly #firstLine: number;
  readonly #faults: Fault[];
  #cut: number | null = null;

  /** @param firstLine the line of the document in which the body begins  @param faults what is wrong is added here */
  constructor(definitions: Definitions, firstLine: number, faults: Fault[]) {
    this.#definitions = definitions;
    this.#firstLine = firstLine;
    this.#faults = faults;
  }

  finish(): { blocks: BlockContent[]; cut: number | null } {
    return { blocks: [...this.#blocks, ...this.#footnotes], cut: this.#cut };
  }

  read(node: RootContent): void {
    switch (node.type) {
      case 'paragraph':
        this.#readParagraph(node.children);
        break;
      case 'heading':
        this.#addText({ kind: 'Heading', level: levelInBody(node.depth), ...this.#richText(node.children) });
        break;
      case 'blockquote':
        this.#readBlockquote(node.children);
        break;
      case 'list':
        this.#blocks.push({ kind: 'ListBlock', ordered: node.ordered ?? false, items: this.#items(node, 0) });
        break;
      case 'table':
        this.#blocks.push(this.#table(node));
        break;
      case 'thematicBreak':
        this.#blocks.push({ kind: 'Divider' });
        break;
      case 'code':
        this.#addText({ kind: 'UnknownBlock', name: 'code', text: node.value });
        break;
      case 'html':
        if (CUT.test(node.value)) this.#readCut(node);
        else this.#readHtml(node);
        break;
      case 'footnoteDefinition': {
        const note = this.#writer().write(`${footnoteLabel(node)} `);
        this.#footnotes.push({ kind: 'Paragraph', ...note.addFlow(node.children).finish() });
        break;
      }
      default: // a definition; everything else stands inside one of these
    }
  }

  /** HTML between blocks is read as in every other format. */
  #readHtml({ value, position }: Html): void {
    try {
      for (const block of readHtmlBody(value, `line ${this.#firstLine + (position?.start.line ?? 1) - 1}`)) this.#blocks.push(block);
    } catch (error) {
      if (!(error instanceof Refused) || error instanceof ArticleTooLarge) throw error;
      this.#faults.push(...error.faults);
    }
  }

  #readCut({ position }: RootContent): void {
    if (this.#cut === null) this.#cut = this.#blocks.length;
    else this.#refuse(this.#firstLine + (position?.start.line ?? 1) - 1, 'cuts the article for the second time');
  }

  /** What stands in a container becomes one block. What is wrong with it is a fault, with the line in which it begins. */
  readContainer({ name, words, line, children }: Container): void {
    const content = children.filter((node) => {
      if (node.type === 'footnoteDefinition') this.read(node);
      return node.type !== 'footnoteDefinition' && node.type !== 'definition';
    });
    if (content.some((node) => node.type === 'html' && CUT.test(node.value)))
      this.#refuse(line, `holds the cut of the article; it stands between blocks`);
    switch (name) {
      case 'pullquote':
        this.#readPullQuote(line, words, content);
        break;
      case 'facts':
        this.#readFacts(line, words, content);
        break;
      case 'gallery':
        this.#readGallery(line, words, content);
        break;
      case 'video':
        this.#readVideo(line, words, content);
        break;
      case 'embed':
        this.#readEmbed(line, words, content);
        break;
      case 'correction':
        this.#readCorrection(line, words, content);
    }
  }

  /** @param words what stands in the first line of a container that takes none there */
  #readPullQuote(line: number, words: string, content: readonly RootContent[]): void {
    const writer = this.#writer().addFlow(content as Flow[]);
    const cite = writer.lastLine();
    const isAttribution = ATTRIBUTION.test(cite) && content.at(-1)?.type === 'paragraph' && writer.cutLastLine();
    if (words !== '') this.#refuse(line, 'takes no words in its first line; they stand below it');
    this.#addWords(line, { kind: 'PullQuote', cite: isAttribution ? cite : null, ...writer.finish() });
  }

  #addWords(line: number, block: BlockContent & RichText): void {
    if (block.text.trim() === '') this.#refuse(line, 'begins a container without words');
    else this.#blocks.push(block);
  }

  #readFacts(line: number, heading: string, content: readonly RootContent[]): void {
    const [list, ...others] = content;
    if (list?.type !== 'list' || others.length > 0) this.#refuse(line, 'begins key facts; they are one list, and nothing else');
    else this.#blocks.push({ kind: 'KeyFacts', heading: heading || null, items: this.#items(list, 0) });
  }

  #readGallery(line: number, caption: string, content: readonly RootContent[]): void {
    const blocks = content.map((node) => (node.type === 'paragraph' ? this.#picturesOf(node.children) : null));
    const images = blocks.flatMap((found) => found ?? []).map((block) => (block.kind === 'ImageBlock' ? block.image : null));
    const isGallery = images.length > 0 && blocks.every((found) => found !== null) && images.every((image) => image !== null);
    if (isGallery) this.#blocks.push({ kind: 'GalleryBlock', caption: caption || null, images });
    else this.#refuse(line, 'begins a gallery; it holds pictures such as ![A quay](https://…), and nothing else');
  }

  /** Words are its caption, a picture is its poster. */
  #readVideo(line: number, url: string, content: readonly RootContent[]): void {
    if (!isMediaAddress(url)) this.#refuse(line, `begins a video; its address ${NO_ADDRESS}, or a path of the site`);
    const pictures = content.flatMap((node) => (node.type === 'paragraph' ? (this.#picturesOf(node.children) ?? []) : []));
    const words = content.filter((node) => node.type !== 'paragraph' || this.#picturesOf(node.children) === null);
    const [poster, ...others] = pictures;
    if (others.length > 0 || (poster && poster.kind !== 'ImageBlock'))
      this.#refuse(line, 'begins a video; it takes one picture, its poster');
    const caption =
      this.#writer()
        .addFlow(words as Flow[])
        .finish()
        .text.trim() || null;
    const still = poster?.kind === 'ImageBlock' ? poster.image : null;
    this.#blocks.push({ kind: 'VideoBlock', video: { url, mimeType: null, caption, creditText: null, duration: null, poster: still } });
  }

  #readEmbed(line: number, words: string, content: readonly RootContent[]): void {
    const [, url = '', provider = ''] = /^(\S*)\s*(.*)$/.exec(words) ?? [];
    if (!isWebAddress(url)) this.#refuse(line, `begins an embed; its address ${NO_ADDRESS}`);
    const { text } = this.#writer()
      .addFlow(content as Flow[])
      .finish();
    this.#blocks.push({ kind: 'Embed', url, provider: provider || null, text });
  }

  #readCorrection(line: number, day: string, content: readonly RootContent[]): void {
    try {
      const date = day === '' ? null : parseDay(day, `line ${line}`);
      this.#addWords(line, {
        kind: 'CorrectionNote',
        date,
        ...this.#writer()
          .addFlow(content as Flow[])
          .finish(),
      });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.#faults.push(...error.faults);
    }
  }

  #refuse(line: number, reason: string): void {
    this.#faults.push({ place: `line ${line}`, reason });
  }

  /** A paragraph, or pictures where it holds nothing else. */
  #readParagraph(children: readonly PhrasingContent[]): void {
    const pictures = this.#picturesOf(children);
    if (pictures === null) this.#addText({ kind: 'Paragraph', ...this.#richText(children) });
    else this.#blocks.push(...pictures);
  }

  #picturesOf(children: readonly PhrasingContent[]): BlockContent[] | null {
    const pictures: BlockContent[] = [];
    for (const node of children) {
      if (node.type === 'image') {
        pictures.push(...this.#picture(node.alt, node.url, node.title));
      } else if (node.type === 'imageReference') {
        const { url = '', title = null } = this.#definitions.get(node.identifier) ?? {};
        pictures.push(...this.#picture(node.alt, url, title));
      } else if (node.type === 'link' || node.type === 'linkReference') {
        const inside = this.#picturesOf(node.children);
        if (inside === null) return null;
        pictures.push(...inside);
      } else if (node.type !== 'break' && !(node.type === 'text' && node.value.trim() === '')) {
        return null;
      }
    }
    return children.length > 0 ? pictures : null;
  }

  /** A picture whose address we would not hand on gives its words. */
  #picture(alt: string | null | undefined, url: string, title: string | null | undefined): BlockContent[] {
    if (!isMediaAddress(url)) {
      const text = [alt, title].filter(Boolean).join('\n');
      return text ? [{ kind: 'UnknownBlock', name: 'image', text }] : [];
    }
    const image = { ...PLAIN_IMAGE, url, alternativeText: alt || null, caption: title || null };
    return [{ kind: 'ImageBlock', image }];
  }

  #readBlockquote(children: readonly Flow[]): void {
    const writer = this.#writer().addFlow(children);
    const cite = writer.lastLine();
    const isAttribution = ATTRIBUTION.test(cite) && children.at(-1)?.type === 'paragraph' && writer.cutLastLine();
    this.#addText({ kind: 'Blockquote', cite: isAttribution ? cite : null, ...writer.finish() });
  }

  /** The items of a list and of the lists inside it, in reading order. What follows an inner list becomes an item of its own. */
  #items(list: List, level: number): ListItem[] {
    return list.children.flatMap((item) => {
      const parts: ListItem[] = [];
      let flow: Flow[] = [];
      const close = (): void => {
        if (flow.length > 0 || parts.length === 0) parts.push({ ...this.#itemText(item, flow, parts.length === 0), level });
        flow = [];
      };
      for (const child of item.children) {
        if (child.type === 'list') {
          close();
          parts.push(...this.#items(child, level + 1));
        } else {
          flow.push(child);
        }
      }
      close();
      return parts;
    });
  }

  #itemText({ checked }: MdastItem, flow: readonly Flow[], isFirst: boolean): RichText {
    const box = isFirst && typeof checked === 'boolean' ? (checked ? '☑ ' : '☐ ') : '';
    return this.#writer().write(box).addFlow(flow).finish();
  }

  #table({ children }: Table): BlockContent {
    const rows = children.map((row, index) => ({
      cells: row.children.map((cell) => ({ ...this.#richText(cell.children), isHeader: index === 0, colSpan: 1, rowSpan: 1 })),
    }));
    return { kind: 'TableBlock', caption: null, rows };
  }

  #addText(block: BlockContent & { text: string }): void {
    if (block.text !== '') this.#blocks.push(block);
  }

  #richText(children: readonly PhrasingContent[]): RichText {
    return this.#writer().add(children).finish();
  }

  #writer(): RichTextWriter {
    return new RichTextWriter(this.#definitions);
  }
}
