/** The words of a real file as an editor reads them, by means that have nothing in common with the formats. */

const ENTITIES: Readonly<Record<string, string>> = { nbsp: '\u00a0', lt: '<', gt: '>', quot: '"', '#039': "'", amp: '&' };

/** What parts one text of a file from the next: it stands in no text. */
const BETWEEN = '\u0000';

/** Elements inside a line. All others part texts. */
const INLINE = /<\/?(?:a|em|strong|b|i|code|cite|span|del|abbr|q)(?:\s[^<>]*)?>/g;

/** The texts of a file, each without markup, and with single blanks. */
export function textsOf(path: string, file: string): string[] {
  const strings = path.endsWith('.json') ? stringsIn(JSON.parse(file)) : [file.replace(/<!\[CDATA\[|\]\]>/g, BETWEEN)];
  return strings
    .flatMap((text) =>
      text
        .replace(INLINE, '')
        .replace(/<[^<>]*>/g, BETWEEN)
        .split(BETWEEN),
    )
    .map((text) =>
      text
        .replace(/[ \t\r\n]+/g, ' ')
        .trim()
        .replace(/&([a-z]+|#\d+);/g, (entity, name: string) => ENTITIES[name] ?? entity),
    )
    .filter(Boolean);
}

/**
 * Puts the words of the file in the place of each ` … `.
 * @throws {Error} when no text of the file has these words, or several differ between them
 */
export function withWholeWords<Value>(value: Value, texts: readonly string[]): Value {
  const whole = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(whole);
    if (typeof one === 'object' && one !== null) return Object.fromEntries(Object.entries(one).map(([key, part]) => [key, whole(part)]));
    return typeof one === 'string' && one.includes(' … ')
      ? one
          .split('\n')
          .map((line) => wordsBetween(line, texts))
          .join('\n')
      : one;
  };
  return whole(value) as Value;
}

function wordsBetween(words: string, texts: readonly string[]): string {
  const [first = '', last] = words.split(' … ');
  if (last === undefined) return words;
  const found = new Set(
    texts.flatMap((text) => {
      const from = text.indexOf(first);
      const to = from < 0 ? -1 : text.indexOf(last, from + first.length);
      return to < 0 ? [] : [text.slice(from, to + last.length)];
    }),
  );
  const [only] = found;
  if (only === undefined || found.size > 1) throw new Error(`${found.size} texts begin and end with “${words}”`);
  return only;
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
