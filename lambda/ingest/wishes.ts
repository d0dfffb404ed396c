import { type Fault, Refused, refuse } from '../domain/fault.ts';
import { parseInstant } from '../domain/instant.ts';
import { normalizePath } from '../domain/path.ts';
import type { Sent } from './format.ts';
import { parseLanguage } from './language.ts';

/** What may be said beside a document: a flag on the command line, a parameter of the push. */
export const WISHES = ['section', 'path', 'published', 'language', 'variants'] as const;

export type SpokenWishes = { [wish in (typeof WISHES)[number]]?: string | undefined };

/**
 * Reads wishes as they were typed. Blank ones do not count.
 * @param placeOf how the sender calls a wish: `--published`
 * @throws {Refused} with every fault at once
 */
export function readWishes(spoken: SpokenWishes, placeOf: (wish: string) => string = (wish) => wish): Sent['wishes'] {
  const faults: Fault[] = [];
  const read = <Value>(wish: keyof SpokenWishes, parse: (text: string, place: string) => Value): { [key: string]: Value } => {
    const text = spoken[wish]?.trim();
    if (!text) return {};
    try {
      return { [wish]: parse(text, placeOf(wish)) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      faults.push(...error.faults);
      return {};
    }
  };
  const wishes: Sent['wishes'] = {
    ...read('section', (text) => text),
    ...read('path', normalizePath),
    ...read('published', (text, place) => parseInstant(text, place)),
    ...read('language', parseLanguage),
    ...read('variants', parseVariants),
  };
  if (faults.length > 0) throw new Refused(faults);
  return wishes;
}

function parseVariants(text: string, place: string): 'language' {
  return text === 'language' ? text : refuse(place, `"${text.slice(0, 40)}" is not known; "language" is`);
}
