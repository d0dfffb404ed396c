import type { Fields } from './answer.ts';

/**
 * What an editor who reads a file expects of the API. Written by hand from the file, never from an answer. Words that end and begin around ` … `
 * are those of the file from the first to the last of them: long texts are held to their last character, and are not copied.
 */
export type NamedFile = {
  /** In the folder of the real files. */
  path: string;
  format: 'ninjs' | 'wordpress-wxr' | 'wordpress-rest' | 'ans';
  /** Keys of the document that are taken out before it is pushed, and what the API says of it with them. */
  without?: readonly string[];
  asItIs?: Fields;
  /** Keys that are put in, where the file leaves out what an article needs. */
  beside?: Fields;
  /** What its sender says beside it. */
  query?: string;
  articles: readonly Expected[];
  /** What else of the file is looked at and refused, and why: the faults of each document. */
  refused?: readonly { title?: string; faults: readonly string[] }[];
};

export type Expected = {
  /** Of an export, which holds several: the title. */
  title?: string;
  /** All that the API says, without what is null, empty, or the same in most articles; see {@link answerOf}. */
  answer: Fields & { headline: string; version: number; datePublished: string };
  blocks: readonly Fields[];
  /** Quotations that our reading finds and an editor would not. */
  notSpoken?: readonly string[];
};

/**
 * The whole answer, with what most articles have in common. `dateModified` too: by the rules of the clock, the first version that reaches us could
 * be read from the first publication on, also where its source had changed it before (`versionCreated` tells).
 */
export function answerOf({ answer, blocks }: Expected): Fields {
  const { headline, version, datePublished } = answer;
  return {
    ...{ __typename: 'NewsArticle', short: headline, social: headline, search: headline, dateModified: datePublished },
    ...{ inLanguage: 'en', direction: 'LTR', isAccessibleForFree: true, section: { slug: 'news', name: 'News' } },
    ...{ versions: [{ number: version }], body: { blocks } },
    ...answer,
  };
}

/** Marks: where they begin, and the words that they stand on. */
export const strong = (start: number, on: string): Fields => ({ type: 'STRONG', start, on });
export const emphasis = (start: number, on: string): Fields => ({ type: 'EMPHASIS', start, on });
export const struck = (start: number, on: string): Fields => ({ type: 'STRIKETHROUGH', start, on });
export const code = (start: number, on: string): Fields => ({ type: 'CODE', start, on });
export const link = (start: number, on: string, href: string): Fields => ({ type: 'LINK', start, on, href });

const marked = (text: string, marks: readonly Fields[]): Fields => ({ text, ...(marks.length > 0 ? { marks } : {}) });

export const paragraph = (text: string, ...marks: Fields[]): Fields => ({ __typename: 'Paragraph', ...marked(text, marks) });
export const heading = (level: number, text: string): Fields => ({ __typename: 'Heading', level, text });
export const unknown = (name: string, text: string): Fields => ({ __typename: 'UnknownBlock', name, text });

export function quote(text: string, cite: string | null = null, ...marks: Fields[]): Fields {
  return { __typename: 'Blockquote', ...(cite === null ? {} : { cite }), ...marked(text, marks) };
}

export function pullQuote(text: string, cite: string): Fields {
  return { __typename: 'PullQuote', text, cite };
}

/** Items as `[level, text, ...marks]`. */
export function list(ordered: boolean, ...items: [level: number, text: string, ...marks: Fields[]][]): Fields {
  return {
    ...{ __typename: 'ListBlock', ordered, text: items.map(([, text]) => text).join('\n') },
    items: items.map(([level, text, ...marks]) => ({ level, ...marked(text, marks) })),
  };
}

/** Rows of cells; a cell that begins with `# ` is a header, and a link may follow it. */
export function table(...rows: (string | [text: string, link: Fields])[][]): Fields {
  const cells = rows.map((row) =>
    row.map((cell): Fields & { text: string } => {
      const [words, ...marks] = typeof cell === 'string' ? [cell] : cell;
      const text = words.replace(/^# /, '');
      return { isHeader: text !== words, colSpan: 1, rowSpan: 1, text, ...(marks.length > 0 ? { marks } : {}) };
    }),
  );
  const text = cells.map((row) => row.map((cell) => cell.text).join('\t')).join('\n');
  return { __typename: 'TableBlock', text, rows: cells.map((row) => ({ cells: row })) };
}

type Picture = Fields & { url: string; caption?: string; creditText?: string };
const saidOf = ({ caption, creditText }: Picture): string[] => [caption, creditText].filter((words) => words !== undefined);

export const picture = (image: Picture): Fields => ({ __typename: 'ImageBlock', text: saidOf(image).join('\n'), image });
export const gallery = (...images: Picture[]): Fields => ({ __typename: 'GalleryBlock', text: images.flatMap(saidOf).join('\n'), images });
export const film = (video: Picture): Fields => ({ __typename: 'VideoBlock', text: saidOf(video).join('\n'), video });
export const embed = (url: string, more: Fields = {}): Fields => ({ __typename: 'Embed', url, text: '', ...more });

/** Concepts, with the identity that the source gives them, or known by their name alone. */
const concept =
  (type: string, identity: string) =>
  (name: string, more: Fields = {}): Fields => ({ __typename: type, name, identity, ...more });
export const topic = concept('Topic', 'SOURCE');
export const topicByName = concept('Topic', 'NAME_ONLY');
export const person = concept('Person', 'SOURCE');
export const personByName = concept('Person', 'NAME_ONLY');
export const organization = concept('Organization', 'SOURCE');
export const organizationByName = concept('Organization', 'NAME_ONLY');
export const place = concept('Place', 'SOURCE');
export const placeByName = concept('Place', 'NAME_ONLY');

/** A quotation that our reading of the text found. */
export function spoken(directness: 'DIRECT' | 'PARTIAL', text: string, start: number, by: Fields = {}): Fields {
  return { text, directness, assertedBy: 'MACHINE', start, ...by };
}
