import { type Fault, Refused, refuse } from '../../domain/fault.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const NEVER_IN_TEXT = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

const LINE_FEED = 0x0a;

/** A document has one cause for such characters, a wrong encoding or a wrong file, so a few places are enough. */
const MOST_FAULTS = 10;

/**
 * Bytes as text: UTF-8 without its byte order mark, lines ended by `\n`.
 * @throws {Refused} naming the line, when the bytes are no UTF-8 or hold a control character that no text has
 */
export function decodeText(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(`line ${lineOfBrokenByte(bytes)}`, 'holds bytes that are no UTF-8; save the document as UTF-8');
  }
  const normal = text.replace(/\r\n?/g, '\n');
  if (NEVER_IN_TEXT.test(normal)) throw new Refused(controlCharacters(normal));
  return normal;
}

/** Shows a character that cannot be seen: `U+0007`. */
export function nameOfCharacter(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The first control character of a text that no text has, or null. */
export function findControlCharacter(text: string): string | null {
  return NEVER_IN_TEXT.exec(text)?.[0] ?? null;
}

function controlCharacters(text: string): Fault[] {
  const faults: Fault[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const found = findControlCharacter(line);
    if (found !== null) faults.push({ place: `line ${index + 1}`, reason: `holds the control character ${nameOfCharacter(found)}` });
    if (faults.length === MOST_FAULTS) break;
  }
  return faults;
}

/** From 1. Lines can be decoded one by one: the byte of a line end is never part of another character. */
function lineOfBrokenByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let line = 1, start = 0; ; line += 1) {
    const end = bytes.indexOf(LINE_FEED, start);
    try {
      decoder.decode(bytes.subarray(start, end < 0 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end < 0) return line;
    start = end + 1;
  }
}
