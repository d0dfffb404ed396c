import { extname } from 'node:path';
import type { PubStatus } from '../domain/article.ts';
import { type Fault, Refused } from '../domain/fault.ts';
import { digest } from '../domain/identity.ts';
import { detectFormat } from '../ingest/detect.ts';
import type { Sent } from '../ingest/format.ts';
import { type Intake, type Ready, readDocument } from '../ingest/ingest.ts';
import { INTAKES, intakeOfFile } from '../ingest/intakes.ts';
import { type findFiles, openBytes, readBytes, readForFormat } from './documents.ts';
import { LOCAL_SOURCE } from './samples.ts';

/** What became of the files of one format, or of none. */
export type Tried = {
  files: number;
  /** Articles, and fronts and cards of concepts, that would be taken. */
  taken: Record<PubStatus | 'OTHER', number>;
  /** Documents that would be refused; of a format that is read part by part, such parts. */
  refused: number;
  /** Why, the most frequent first to be seen. */
  reasons: Map<string, Reason>;
  /** Parts that are none of our business, by why. */
  left: Map<string, Reason>;
};

export type Reason = {
  count: number;
  /** Where it was met first: the file, the part, the place in it. */
  first: string;
  /** As it was said there. */
  said: string;
};

/** What became of one file. */
export type TriedFile = { shown: string; format: string | null; taken: number; refused: number; faults: readonly Fault[] };

/** The rows of files that nothing can be made of, and of names behind which there is none. */
export const NO_FORMAT = 'of no format';
export const NO_FILE = 'not found';

/** Endings that say how a file is written, and not what it is: its content has to agree. */
const WRITTEN_IN = ['.xml', '.json', '.html'];

/** Faults of one file that are told; a file of another kind has hundreds. */
const MOST_FAULTS = 20;

/** Reads files as they would be read if they were sent, stores nothing, and counts. Whatever the files are, they are an answer and no failure. */
export class Trial {
  /** By name of the format, in the order in which they were met. */
  readonly rows = new Map<string, Tried>();
  /** Articles whose uri another article of the files has, whatever its version. */
  again: { count: number; first: string } = { count: 0, first: '' };
  readonly #uris = new Map<string, string>();
  readonly #named: Intake | null;
  readonly #onPart: (shown: string, of: number) => void;

  /**
   * @param named what all files are; without it their endings tell, or what they hold
   * @param onPart is told of every part of a document that is read part by part, and of how many there are
   */
  constructor(named: Intake | null, onPart: (shown: string, of: number) => void = () => {}) {
    this.#named = named;
    this.#onPart = onPart;
  }

  async read(found: ReturnType<typeof findFiles>[number]): Promise<TriedFile> {
    const { shown } = found;
    const format = 'file' in found ? this.#formatOf(found.file) : found;
    if (!('file' in found) || 'faults' in format) {
      const { faults } = format as { faults: readonly Fault[] };
      const row = this.#row('file' in found ? NO_FORMAT : NO_FILE);
      row.files += 1;
      for (const { reason } of faults) count(row.reasons, `${extname(shown).toLowerCase() || 'no ending'}: ${reason}`, shown);
      return { shown, format: null, taken: 0, refused: 0, faults };
    }
    const row = this.#row(format.name);
    row.files += 1;
    const before = { taken: sum(row), refused: row.refused };
    const faults: Fault[] = [];
    const sent = { source: LOCAL_SOURCE, uri: found.uri, wishes: {} };
    const refuse = (some: readonly Fault[], at: string) => {
      row.refused += 1;
      const kinds = Map.groupBy(some, kindOf); // a document counts once for each
      for (const [kind, [first]] of kinds) if (first) count(row.reasons, kind, at, `${first.place}: ${first.reason}`);
      faults.push(...some.slice(0, MOST_FAULTS - faults.length));
    };
    try {
      if (format.pieces) await this.#readPieces(format, found.file, shown, sent, row, refuse);
      else this.#readWhole(format, { ...sent, bytes: readBytes(found.file) }, shown, row, refuse);
    } catch (error) {
      refuse(error instanceof Refused ? error.faults : [ours(error)], shown);
    }
    return { shown, format: format.name, taken: sum(row) - before.taken, refused: row.refused - before.refused, faults };
  }

  #row(name: string): Tried {
    const row = this.rows.get(name) ?? {
      ...{ files: 0, taken: { USABLE: 0, WITHHELD: 0, CANCELED: 0, OTHER: 0 }, refused: 0, reasons: new Map(), left: new Map() },
    };
    this.rows.set(name, row);
    return row;
  }

  #formatOf(file: string): Intake | { faults: readonly Fault[] } {
    if (this.#named !== null) return this.#named;
    const ending = extname(file).toLowerCase();
    const byEnding = intakeOfFile(file);
    if (byEnding !== null && !(WRITTEN_IN.includes(ending) && byEnding.extensions.includes(ending))) return byEnding;
    try {
      return detectFormat(INTAKES, readForFormat(file));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { faults: error.faults.map(({ place, reason }) => ({ place, reason: reason.split(';')[0] ?? reason })) };
    }
  }

  #readWhole(format: Intake, sent: Sent, at: string, row: Tried, refuse: (faults: readonly Fault[], at: string) => void): void {
    const read = readDocument(format, sent);
    if (!Array.isArray(read)) {
      refuse(read.faults, at);
      return;
    }
    for (const thing of read) {
      try {
        thing.check?.();
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        refuse(error.faults, at);
        continue;
      }
      row.taken[thing.article?.pubStatus ?? 'OTHER'] += 1;
      this.#claim(format, thing, at);
    }
  }

  async #readPieces(
    format: Intake,
    file: string,
    shown: string,
    sent: Omit<Sent, 'bytes'>,
    row: Tried,
    refuse: (faults: readonly Fault[], at: string) => void,
  ): Promise<void> {
    let pieces = 0;
    for await (const piece of format.pieces?.(openBytes(file)) ?? []) {
      pieces += 1;
      this.#onPart(shown, piece.of);
      const at = `${shown}: ${piece.place}`;
      if ('left' in piece) count(row.left, piece.left, at);
      else if ('faults' in piece) refuse(piece.faults, at);
      else this.#readWhole(format, { ...sent, bytes: piece.bytes }, at, row, refuse);
    }
    if (pieces === 0) refuse([{ place: 'document', reason: `holds no ${format.answers.slice(0, -1)}` }], shown);
  }

  /** Digests, for an export of twenty years has a hundred thousand uris. */
  #claim({ answers }: Intake, { uri, article }: Ready, at: string): void {
    if (article === null) return;
    const key = digest(`${answers} ${uri}`);
    const other = this.#uris.get(key);
    this.#uris.set(key, other ?? at.slice(0, 200));
    if (other === undefined) return;
    if (this.again.count === 0) this.again.first = `${at} has the uri of ${other}: ${uri}`;
    this.again.count += 1;
  }
}

/** What no file should be able to cause, and what must not keep the others from being read. */
function ours(error: unknown): Fault {
  return { place: 'document', reason: `Broadsheet fails on it, and should not: ${(error as Error).stack ?? error}` };
}

/** Everything that would be taken. */
export function sum({ taken }: Tried): number {
  return Object.values(taken).reduce((all, some) => all + some, 0);
}

function count(reasons: Map<string, Reason>, kind: string, first: string, said = kind): void {
  const reason = reasons.get(kind) ?? { count: 0, first, said };
  reason.count += 1;
  reasons.set(kind, reason);
}

/** What faults of one kind have in common: their words without numbers, names of items, and what the document said in the place of what it should. */
function kindOf({ place, reason }: Fault): string {
  const where = place.replace(/"(?:[^"]|"(?!:|$))*"(?=:|$)/g, '').replace(/\d+/g, 'N');
  return `${where}: ${reason.replace(/^"[^"]*"/, '…').replace(/\d+/g, 'N')}`;
}
