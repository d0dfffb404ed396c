/** Words of one document that may not be seen by readers, and some that must be: each can be told from all others, wherever it turns up. */
export class Marks {
  readonly #format: string;
  /** Word -> where it stands in the document. */
  readonly hidden = new Map<string, string>();
  readonly shown = new Map<string, string>();

  /** @param format lower case letters */
  constructor(format: string) {
    this.#format = format;
  }

  hide(place: string): string {
    return this.#mark(this.hidden, 'hidden', place);
  }

  show(place: string): string {
    return this.#mark(this.shown, 'shown', place);
  }

  /** One hidden word for each key. */
  hideAll(parent: string, keys: readonly string[]): Record<string, string> {
    return Object.fromEntries(keys.map((key) => [key, this.hide(`${parent}${key}`)]));
  }

  #mark(marks: Map<string, string>, kind: string, place: string): string {
    // letters and digits alone, in lower case: a slug leaves them as they are
    const word = `${kind}${this.#format}${marks.size}x${place.toLowerCase().replace(/[^a-z]/g, '')}`;
    marks.set(word, `${this.#format}: ${place}`);
    return word;
  }
}

/** All such words in a text, also in what is written in it as base64url. */
export function marksIn(text: string): Set<string> {
  const decoded = (text.match(/(?<=")[\w-]{16,}={0,2}(?=")/g) ?? []).map((one) => Buffer.from(one, 'base64url').toString('utf8'));
  return new Set(`${text}\n${decoded.join('\n')}`.toLowerCase().match(/(?:hidden|shown)[a-z]+\d+x[a-z]*/g) ?? []);
}
