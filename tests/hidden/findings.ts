import { HIDDEN_MARK, isLive, type Member } from './newsroom.ts';

/** What a walk found. */
export type Walked = { requests: number; bytes: number; faults: string[] };

/** How a walk is gone: who is told where it is, and after how many faults it ends. One tells enough of a reader that is known to be broken. */
export type Going = { tell?: (line: string) => void; most?: number };

class Enough extends Error {}

/** Counts what a walk asks, and ends it when it has found enough. */
export class Findings implements Walked {
  requests = 0;
  bytes = 0;
  readonly faults: string[] = [];
  readonly #most: number;

  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most;
  }

  /** Notes an answer, and looks for hidden words in it, also inside of cursors. */
  answer(text: string, place: string): void {
    this.requests += 1;
    this.bytes += text.length;
    const decoded = (text.match(/(?<=")[\w-]{16,}(?=")/g) ?? []).map((one) => Buffer.from(one, 'base64url').toString('utf8'));
    const leaks = `${text}\n${decoded.join('\n')}`.match(HIDDEN_MARK);
    if (leaks) this.fault(`${leaks[0]} shows in ${place}`);
  }

  fault(words: string): void {
    this.faults.push(words);
    if (this.faults.length >= this.#most) throw new Enough();
  }

  /** Goes a walk until its end, or until enough is found. */
  async of(walk: () => Promise<void>): Promise<Walked> {
    try {
      await walk();
    } catch (error) {
      if (!(error instanceof Enough)) throw error;
    }
    return this;
  }
}

/** Which articles are asked for by name: the hidden ones, and some of the others, live blogs among them, as a control that nothing else is missing. */
export function askedOf(members: readonly Member[]): { hidden: number[]; some: number[] } {
  const hidden = members.filter(({ hiding }) => hiding !== null).map(({ n }) => n);
  const open = members.filter(({ hiding }) => hiding === null).map(({ n }) => n);
  const every = Math.max(1, Math.floor(open.length / (hidden.length / 4)));
  return { hidden, some: open.filter((n, place) => place % every === 0 || isLive(n)) };
}
