/**
 * A writer of XML whose output is well-formed whatever the texts hold: names are ours, every text is escaped, and what XML 1.0 cannot say is left out.
 * CDATA is never written, so that no text can end one.
 */

/** A piece of XML that is written already. Plain strings are text, and text is escaped. */
export type Markup = { markup: string };

type Child = Markup | string | null | undefined | readonly Child[];

/**
 * All that XML 1.0 cannot hold, not even as a reference: control characters, halves of surrogate pairs, U+FFFE and U+FFFF.
 * @see Extensible Markup Language (XML) 1.0, fifth edition, production 2 "Char"
 */
const NO_CHARACTER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const REFERENCES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as the content of an element, or within the quotes of an attribute. */
function escaped(text: string): string {
  return text.replace(NO_CHARACTER, '').replace(/[&<>"]/g, (sign) => REFERENCES[sign] ?? sign);
}

function attribute([name, value]: [string, string | number | null | undefined]): string {
  return value === null || value === undefined ? '' : ` ${name}="${escaped(String(value))}"`;
}

/** @param attributes those without a value are left out, as are children that are null */
export function element(
  name: string,
  attributes: Record<string, string | number | null | undefined>,
  ...children: readonly Child[]
): Markup {
  const start = `<${name}${Object.entries(attributes).map(attribute).join('')}`;
  const content = children.map(written).join('');
  return { markup: content === '' ? `${start}/>` : `${start}>${content}</${name}>` };
}

/** An element that holds a text and nothing else; none where there is no text. */
export function text(name: string, content: string | null | undefined): Markup | null {
  return content === null || content === undefined || content === '' ? null : element(name, {}, content);
}

/** The whole document. */
export function xmlDocument(root: Markup): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.markup}\n`;
}

/** Bytes of a piece in the answer of a function, which Lambda carries as a JSON string. */
export function bytesOf({ markup }: Markup): number {
  return Buffer.byteLength(JSON.stringify(markup));
}

function written(child: Child): string {
  if (child === null || child === undefined) return '';
  if (typeof child === 'string') return escaped(child);
  return 'markup' in child ? child.markup : child.map(written).join('');
}
