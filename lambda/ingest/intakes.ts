import { pushCard } from '../store/card-writes.ts';
import { pushFront } from '../store/front-writes.ts';
import { readCards } from './formats/cards.ts';
import { readFront } from './formats/front.ts';
import { FORMATS } from './formats.ts';
import { articlesIn, type Intake } from './ingest.ts';

/** Fronts, one a document. What calls it, where it does not say: the address it is pushed to, or the name of its file. */
export const FRONTS: Intake = {
  name: 'fronts',
  extensions: ['.front.json'],
  answers: 'fronts',
  read({ bytes, source, uri }) {
    const edition = readFront({ bytes, source, name: uri.replace(/^.*\/(?=[^/]*\.front\.json$)/i, '').replace(/\.front\.json$/i, '') });
    return [{ uri: edition.slug, version: edition.version, article: null, store: (table, now) => pushFront(table, edition, now) }];
  },
};

/** Cards of concepts, as many to a document as its author likes. */
export const CONCEPTS: Intake = {
  name: 'concepts',
  extensions: ['.concepts.json'],
  answers: 'concepts',
  read: (sent) =>
    readCards(sent).map((edition) => ({
      uri: edition.concept,
      version: edition.version,
      article: null,
      store: (table, now) => pushCard(table, edition, now),
    })),
};

/** Everything that can come in. */
export const INTAKES: readonly Intake[] = [...FORMATS.map(articlesIn), FRONTS, CONCEPTS];

/** The intake of that name, or null. */
export function intakeNamed(name: string): Intake | null {
  return INTAKES.find((intake) => intake.name === name) ?? null;
}

/** The intake that the ending of a file name means, in any case, or null. The longest ending counts: a front is JSON too. */
export function intakeOfFile(file: string): Intake | null {
  const name = file.toLowerCase();
  const fitting = INTAKES.flatMap((intake) => intake.extensions.map((extension) => ({ intake, extension })))
    .filter(({ extension }) => name.endsWith(extension))
    .sort((one, other) => other.extension.length - one.extension.length);
  return fitting[0]?.intake ?? null;
}

/** The names of all intakes, for a sentence about what would be accepted. */
export function intakeNames(): string {
  return INTAKES.map(({ name }) => name).join(', ');
}
