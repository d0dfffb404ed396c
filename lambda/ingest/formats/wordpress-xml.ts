import sax from 'sax';
import { type Fault, Refused } from '../../domain/fault.ts';

/** An element of an export, with everything inside. */
export type XmlElement = {
  /** With the prefix that WordPress writes, whatever the document calls it: `wp:post_id`. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** Of the element itself and of its CDATA sections, not of the elements inside; entities are decoded, once. */
  text: string;
  children: XmlElement[];
  /** From 1; where it begins. */
  line: number;
  /** Whether it holds more than is kept: its words are gone then, and it has to be refused. */
  isTooLarge: boolean;
};

/** Most characters of one element of the channel that are kept: a post of the largest body, its markup, and its fields. */
const MOST_CHARACTERS = 6 * 1024 * 1024;

/** Most elements inside of one; a post with 1,000 fields of plugins has 3,000. */
const MOST_ELEMENTS = 100_000;

/** An export has six levels. */
const DEEPEST = 32;

/**
 * Characters that the parser is given at once. It compares all that stands behind `<!` anew with each character, so that a sign that is never
 * closed takes the square of its length; between two slices it is stopped.
 */
const SLICE = 4096;

/** Namespaces by what they end in: those of WordPress have the version of the export in them. */
const NAMESPACES: readonly [pattern: RegExp, prefix: string][] = [
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/$/, 'wp:'],
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/excerpt\/$/, 'excerpt:'],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content\/$/, 'content:'],
  [/^http:\/\/purl\.org\/dc\/elements\/1\.1\/$/, 'dc:'],
];

const UNBOUND = /^Unbound namespace prefix/;

/** Comments and their fields: words of readers with their addresses, which are never kept. */
const NEVER_KEPT = new Set(['wp:comment']);

/**
 * Reads an export piece by piece, and keeps no more of it than one element of its channel.
 * Entities are XML's own five and numbers; a DOCTYPE, which could declare others, is refused.
 */
export class ChannelReader {
  readonly #parser = sax.parser(true, { xmlns: true, position: true });
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  readonly #path: XmlElement[] = [];
  #ready: XmlElement[] = [];
  #fault: Fault | null = null;
  #characters = 0;
  #elements = 0;
  #skipping = 0;
  #isExport = false;
  #hasEnded = false;

  constructor() {
    const parser = this.#parser;
    parser.onerror = (error) => {
      if (UNBOUND.test(error.message))
        parser.resume(); // of a plugin that forgets to say where its elements come from: they are passed over
      else this.#stop(`is no XML: ${(error.message.split('\n')[0] ?? '').replace(/\.$/, '')}`);
    };
    parser.ondoctype = () => this.#stop('holds a DOCTYPE, which no export of WordPress has');
    parser.onprocessinginstruction = ({ name, body }) => {
      const encoding = name === 'xml' ? /encoding\s*=\s*["']([^"']*)["']/.exec(body)?.[1] : undefined;
      if (encoding && !/^utf-?8$/i.test(encoding)) this.#stop(`names the encoding ${encoding.slice(0, 40)}; save it as UTF-8`);
    };
    parser.onopentag = (tag) => this.#open(tag as sax.QualifiedTag);
    parser.onclosetag = () => this.#close();
    parser.ontext = (text) => this.#write(text);
    parser.oncdata = (text) => this.#write(text);
  }

  /**
   * The elements of the channel that have come to their end.
   * @throws {Refused} naming the line, when it goes on as no XML; never before what stood whole before it was answered, so ask once more
   */
  read(bytes: Uint8Array): XmlElement[] {
    this.#feed(() => this.#decoder.decode(bytes, { stream: true }));
    return this.#take();
  }

  /** @throws {Refused} naming the line, when the document ends too early or is no export */
  end(): XmlElement[] {
    if (!this.#hasEnded) this.#feed(() => this.#decoder.decode());
    if (!this.#hasEnded && this.#fault === null) this.#closeDocument();
    if (this.#fault === null && !this.#isExport) this.#fail('is no export of WordPress: there is no rss with its namespace');
    return this.#take();
  }

  #closeDocument(): void {
    this.#hasEnded = true;
    try {
      this.#parser.close();
    } catch (error) {
      if (this.#fault === null) throw error;
    }
  }

  #feed(decode: () => string): void {
    if (this.#fault !== null) return;
    let text: string;
    try {
      text = decode();
    } catch {
      this.#fail('holds bytes that are no UTF-8, here or soon after');
      return;
    }
    try {
      for (let from = 0; from < text.length; from += SLICE) {
        this.#parser.write(text.slice(from, from + SLICE));
        if ((this.#parser as unknown as { sgmlDecl: string }).sgmlDecl.length > SLICE) this.#stop('holds a declaration that does not end');
      }
    } catch (error) {
      if (this.#fault === null) throw error; // what the parser throws after a fault is that fault
    }
  }

  /** Elements that were whole before a fault come first; the fault is thrown when they are gone. */
  #take(): XmlElement[] {
    const ready = this.#ready;
    this.#ready = [];
    if (ready.length === 0 && this.#fault !== null) throw new Refused([this.#fault]);
    return ready;
  }

  #fail(reason: string): void {
    this.#fault ??= { place: `line ${this.#parser.line + 1}`, reason };
  }

  /** Out of the parser as well: it would go on, and make an error of its own of each character that follows. */
  #stop(reason: string): never {
    this.#fail(reason);
    throw new Error(reason);
  }

  #open(tag: sax.QualifiedTag): void {
    if (this.#fault !== null) return;
    const name = nameOf(tag);
    const depth = this.#path.length;
    if (this.#skipping > 0 || name === null || NEVER_KEPT.has(name)) {
      this.#skipping += 1;
      return;
    }
    if (depth === 0) {
      this.#isExport = name === 'rss' && Object.values(tag.ns).some((uri) => NAMESPACES[0]?.[0].test(uri));
      if (!this.#isExport) this.#stop('is no export of WordPress: its root is no rss with the namespace of one');
    }
    if (depth >= DEEPEST) this.#stop('holds elements that are nested too deep to be read');
    if (depth <= 2) [this.#characters, this.#elements] = [0, 0];
    const attributes: Record<string, string> = {};
    if (depth >= 2) for (const { prefix, local, value } of Object.values(tag.attributes)) if (prefix === '') attributes[local] = value;
    const element: XmlElement = { name, attributes, text: '', children: [], line: this.#parser.line + 1, isTooLarge: false };
    this.#elements += 1;
    if (depth >= 3 && this.#fits(Object.values(attributes).join('').length)) this.#path[depth - 1]?.children.push(element);
    this.#path.push(element);
  }

  #write(text: string): void {
    const element = this.#path.at(-1);
    if (this.#fault !== null || this.#skipping > 0 || this.#path.length < 3 || element === undefined) return;
    if (this.#fits(text.length)) element.text += text;
  }

  #fits(more: number): boolean {
    this.#characters += more;
    const fits = this.#characters <= MOST_CHARACTERS && this.#elements <= MOST_ELEMENTS;
    const top = this.#path[2];
    if (!fits && top) {
      top.isTooLarge = true;
      for (const child of top.children) if (child.name === 'content:encoded') [child.text, child.children] = ['', []];
    }
    return fits;
  }

  #close(): void {
    if (this.#fault !== null) return;
    if (this.#skipping > 0) {
      this.#skipping -= 1;
      return;
    }
    const element = this.#path.pop();
    if (this.#path.length === 2 && element) this.#ready.push(element);
  }
}

/** The text of a child, without the blanks around it; empty when there is none. */
export function textOf(element: XmlElement, name: string): string {
  return element.children.find((child) => child.name === name)?.text.trim() ?? '';
}

/** An element as XML, in the names of {@link EXPORT_HEAD}. */
export function xmlOf({ name, attributes, text, children }: XmlElement): string {
  const words = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return `<${name}${words.join('')}>${escapeXml(text)}${children.map(xmlOf).join('')}</${name}>`;
}

/** What stands around the elements of an export. */
export const EXPORT_HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>`;
export const EXPORT_FOOT = '</channel></rss>';

function escapeXml(text: string): string {
  return text.replace(/[&<>"\r\t\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Null for an element of a plugin's own namespace: WordPress shows nothing of it, whatever its prefix makes believe. */
function nameOf({ name, prefix, local, uri }: sax.QualifiedTag): string | null {
  const known = NAMESPACES.find(([pattern]) => pattern.test(uri))?.[1];
  if (known !== undefined) return known + local;
  return prefix === '' ? name : null;
}
