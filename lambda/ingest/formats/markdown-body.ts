import type {
  DefinitionContent,
  BlockContent as FlowBlock,
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
import { ArticleTooLarge, refuse } from '../../domain/fault.ts';
import { isSafeLink } from '../../domain/html.ts';
import { type Definitions, footnoteLabel, RichTextWriter, textOfHtml } from './rich-text.ts';

type Flow = FlowBlock | DefinitionContent;

/** What the body of a Markdown document says. */
export type MarkdownBody = {
  /** The first `# heading`; it is left in the blocks only when it was not wanted as the headline. */
  headline: string | null;
  blocks: BlockContent[];
};

/** A last line of a blockquote that says whose words it holds. */
const ATTRIBUTION = /^(?:—|–|―|--)\s*\S/u;

/**
 * Most work that a body may make for the parser, in squares. Its time grows with the square of the brackets, stars and lines of one
 * paragraph, and of the lists and quotations of a document: 5e7 took some 5 seconds here, and a feature of 100,000 words makes 1e6.
 */
const MOST_WORK = 5e7;

/** Deepest nesting of lists and quotations; what is deeper overflows the parser's stack, or takes it minutes. */
const DEEPEST = 100;

/** A list inside another is indented by at least as many columns. */
const LEAST_INDENT = 2;

/** Where a list item, a quotation or a footnote begins; all of them together in one line. */
const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)]|\[\^[^\]\s]{1,99}\]:)(?=[ \t]|$)))+/;

/**
 * Reads GitHub-flavoured Markdown. Every character that a reader would see is kept; markup that has no block of ours gives its text.
 * @param firstLine the line of the document in which the body begins, for the places of faults
 * @param takeHeadline whether the first `# heading` is the headline of the article
 * @throws {Refused} when lists and quotations are nested too deep
 * @throws {ArticleTooLarge} when parsing would take longer than a push may
 */
export function readBody(markdown: string, firstLine: number, takeHeadline: boolean): MarkdownBody {
  refuseHardWork(markdown, firstLine);
  try {
    const { children } = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
    const at = takeHeadline ? children.findIndex((node) => node.type === 'heading' && node.depth === 1) : -1;
    const heading = children[at];
    const definitions = definitionsIn(children);
    const reader = new BlockReader(definitions);
    for (const node of children) if (node !== heading) reader.read(node);
    return {
      headline: heading?.type === 'heading' ? new RichTextWriter(definitions).add(heading.children).finish().text.trim() || null : null,
      blocks: reader.finish(),
    };
  } catch (error) {
    if (error instanceof RangeError) return refuse(`line ${firstLine}`, TOO_DEEP); // the stack overflowed on emphasis inside emphasis
    throw error;
  }
}

const TOO_DEEP = 'begins something that is nested too deep to be read';

function refuseHardWork(markdown: string, firstLine: number): void {
  let [line, containers, markup, lines, work] = [firstLine, 0, 0, 0, 0];
  for (const text of markdown.split('\n')) {
    const opening = CONTAINERS.exec(text)?.[0] ?? '';
    const nesting = opening.match(/[>*+.):-]/g)?.length ?? 0;
    if (nesting > DEEPEST || opening.search(/\S/) > DEEPEST * LEAST_INDENT) refuse(`line ${line}`, TOO_DEEP);
    containers += Math.min(nesting, 1);
    if (text.trim() === '') {
      [markup, lines] = [0, 0];
    } else {
      const before = (markup + lines / 3) ** 2;
      markup += text.match(/[[\]*_~]/g)?.length ?? 0;
      lines += 1;
      work += (markup + lines / 3) ** 2 - before;
    }
    if (work + (2 * containers) ** 2 > MOST_WORK) {
      throw new ArticleTooLarge([
        { place: `line ${line}`, reason: 'is the end of more brackets, stars or list items than can be read at once' },
      ]);
    }
    line += 1;
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

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
  }

  finish(): BlockContent[] {
    return [...this.#blocks, ...this.#footnotes];
  }

  read(node: RootContent): void {
    switch (node.type) {
      case 'paragraph':
        this.#readParagraph(node.children);
        break;
      case 'heading':
        this.#addText({ kind: 'Heading', level: node.depth, ...this.#richText(node.children) });
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
        this.#addText({ kind: 'UnknownBlock', name: 'html', text: textOfHtml(node.value).trim() });
        break;
      case 'footnoteDefinition': {
        const note = this.#writer().write(`${footnoteLabel(node)} `);
        this.#footnotes.push({ kind: 'Paragraph', ...note.addFlow(node.children).finish() });
        break;
      }
      default: // a definition; everything else stands inside one of these
    }
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
    if (!isSafeLink(url) || /^mailto:/i.test(url)) {
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
