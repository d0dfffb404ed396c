import type { DefinitionContent, BlockContent as FlowBlock, Nodes, PhrasingContent } from 'mdast';
import { parseFragment } from 'parse5';
import { blockText, type Mark, type RichText } from '../../domain/body.ts';
import { isSafeLink } from '../../domain/html.ts';
import { hidesWords, readHtmlBody } from './html-body.ts';
import { isElement } from './html-tree.ts';

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
    const ends = closingTags(nodes);
    for (let at = 0; at < nodes.length; at += 1) {
      const node = nodes[at] as PhrasingContent;
      this.#addNode(node);
      const places = (node.type === 'html' && ends.get(hidingName(node.value))) || [];
      while ((places.at(-1) ?? nodes.length) < at) places.pop();
      at = places.at(-1) ?? at; // where nothing ends what is hidden, they are words after all
    }
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
      case 'html': // a tag or a comment among words: only a line break is seen of it
        if (/^<br[\s/>]/i.test(node.value)) this.write('\n');
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
        this.write(wordsOfHtml(node.value));
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

/** HTML that stands in a place for words. @throws what {@link readHtmlBody} throws */
function wordsOfHtml(html: string): string {
  return readHtmlBody(html, 'HTML').map(blockText).filter(Boolean).join('\n');
}

/** What a tag is called that hides the words behind it; empty for all others. */
function hidingName(tag: string): string {
  const name = /^<([a-z][^\s/>]*)/i.exec(tag)?.[1]?.toLowerCase() ?? '';
  const [element] = name === '' ? [] : parseFragment(tag).childNodes;
  return element && isElement(element) && hidesWords(element) ? name : '';
}

/** Where each name is closed, the last place first. */
function closingTags(nodes: readonly PhrasingContent[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, node] of [...nodes.entries()].reverse()) {
    const name = node.type === 'html' ? /^<\/([a-z][^\s/>]*)/i.exec(node.value)?.[1]?.toLowerCase() : undefined;
    if (name === undefined) continue;
    const known = places.get(name);
    if (known) known.push(place);
    else places.set(name, [place]);
  }
  return places;
}
