import type { Format } from './format.ts';
import { markdown } from './formats/markdown.ts';
import { text } from './formats/text.ts';

/** Every format that can come in. A new one is a file in `formats/` and a word here. */
export const FORMATS: readonly Format[] = [text, markdown];

/** The format of that name, or null. */
export function formatNamed(name: string): Format | null {
  return FORMATS.find((format) => format.name === name) ?? null;
}

/** The format that the ending of a file name means, in any case, or null. */
export function formatOfFile(file: string): Format | null {
  const name = file.toLowerCase();
  return FORMATS.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension))) ?? null;
}

/** The names of all formats, for a sentence about what would be accepted. */
export function formatNames(): string {
  return FORMATS.map(({ name }) => name).join(', ');
}
