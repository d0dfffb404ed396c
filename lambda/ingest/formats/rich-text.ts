import type { DefinitionContent, BlockContent as FlowBlock, Nodes, PhrasingContent } from 'mdast';
import type { Mark, RichText } from '../../domain/body.ts';
import { isSafeLink } from '../../domain/html.ts';

/** The addresses and titles that a document defines apart, by identifier. */
export type Definitions = Map<string, { url: string; title: string | null }>;

const MARK_TYPES = { strong: 'STRONG', emphasis: 'EMPHASIS', delete: 'STRIKETHROUGH' } as const;

/** Writes mdast nodes as one text with marks. A line break of the source that is none for readers becomes a space. */
export class RichTextWriter {
  readonly #definitions: Definitions;
  readonly #marks: Mark[] = [];
  /** Where the text has a line feed that readers see as a space. */
  readonly #softBreaks: number[] = [];
  #text = '';

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
  }

  /** Writes words as they are. */
  write(words: string): this {
    this.#text += words;
    return this;
  }

  add(nodes: readonly PhrasingContent[]): this {
    for (const node of nodes) this.#addNode(node);
    return this;
  }

  /** Writes blocks one below the other, parted by a line feed; for places that hold text and no blocks. */
  addFlow(nodes: readonly (FlowBlock | DefinitionContent)[]): this {
    const parts = nodes.filter(({ type }) => type !== 'definition' && type !== 'thematicBreak');
    for (const [index, node] of parts.entries()) {
      if (index > 0) this.write('\n');
      this.#addBlock(node);
    }
    return this;
  }

  /** The last line so far, as it stands in the source. */
  lastLine(): string {
    return this.#text.slice(this.#text.lastIndexOf('\n') + 1);
  }

  /** Takes the last line away, if another one stands above it. */
  cutLastLine(): boolean {
    const above = this.#text.slice(0, Math.max(0, this.#text.lastIndexOf('\n'))).trimEnd();
    if (above === '') return false;
    this.#text = above;
    return true;
  }

  /** The text, and its marks in reading order, the outer ones first. */
  finish(): RichText {
    const letters: string[] = [];
    let from = 0;
    for (const at of this.#softBreaks) {
      if (at >= this.#text.length) break;
      letters.push(this.#text.slice(from, at), ' ');
      from = at + 1;
    }
    const text = letters.join('') + this.#text.slice(from);
    const marks = this.#marks
      .toReversed() // an inner mark was closed before the one around it
      .map((mark) => ({ ...mark, end: Math.min(mark.end, text.length) }))
      .filter(({ start, end }) => start < end)
      .sort((one, other) => one.start - other.start || other.end - one.end);
    return { text, marks };
  }

  #addNode(node: PhrasingContent): void {
    switch (node.type) {
      case 'text':
        this.#addText(node.value);
        break;
      case 'strong':
      case 'emphasis':
      case 'delete':
        this.#marked({ type: MARK_TYPES[node.type] }, () => this.add(node.children));
        break;
      case 'inlineCode':
        this.#marked({ type: 'CODE' }, () => this.write(node.value));
        break;
      case 'link':
        this.#linked(node.url, node.children);
        break;
      case 'linkReference':
        this.#linked(this.#definitions.get(node.identifier)?.url ?? '', node.children);
        break;
      case 'image':
      case 'imageReference':
        this.write(node.alt ?? '');
        break;
      case 'footnoteReference':
        this.write(footnoteLabel(node));
        break;
      case 'break':
        this.write('\n');
        break;
      case 'html':
        this.write(textOfHtml(node.value));
        break;
    }
  }

  #addBlock(node: Nodes): void {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
      case 'tableCell':
        this.add(node.children);
        break;
      case 'code':
        this.write(node.value);
        break;
      case 'html':
        this.write(textOfHtml(node.value).trim());
        break;
      case 'table':
      case 'tableRow':
        for (const [index, child] of node.children.entries()) {
          if (index > 0) this.write(node.type === 'table' ? '\n' : '\t');
          this.#addBlock(child);
        }
        break;
      case 'list':
        for (const [index, item] of node.children.entries()) {
          if (index > 0) this.write('\n');
          this.addFlow(item.children);
        }
        break;
      case 'footnoteDefinition':
        this.write(footnoteLabel(node)).write(' ').addFlow(node.children);
        break;
      case 'blockquote':
        this.addFlow(node.children);
        break;
    }
  }

  #addText(value: string): void {
    for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) this.#softBreaks.push(this.#text.length + at);
    this.write(value);
  }

  #linked(url: string, children: readonly PhrasingContent[]): void {
    if (isSafeLink(url)) this.#marked({ type: 'LINK', href: url }, () => this.add(children));
    else this.add(children);
  }

  #marked(mark: Omit<Mark, 'start' | 'end'>, write: () => void): void {
    const start = this.#text.length;
    write();
    if (this.#text.length > start) this.#marks.push({ ...mark, start, end: this.#text.length });
  }
}

/** A footnote as its reference and its text name it. */
export function footnoteLabel({ label, identifier }: { label?: string | null | undefined; identifier: string }): string {
  return `[${label ?? identifier}]`;
}

/** What a reader would see of HTML: no tags, no comments, no scripts. `<br>` is a line break. The result is text, and never HTML. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<[/!?]?[a-z][^<>]*>/gi, '');
}
