/** One thing that is wrong with what came in: where it stands and why it cannot be taken. */
export type Fault = {
  /** The place as its author would name it: `headline`, `line 3`, `front matter: published`. */
  place: string;
  /** What is wrong and what would be accepted, as a sentence without its full stop. */
  reason: string;
};

/** Letters of a place or a reason: what was sent is repeated to be recognised, not to be read. */
const LONGEST = 1000;

/** Input that is refused whole. Nothing of it has been stored. */
export class Refused extends Error {
  readonly faults: readonly Fault[];

  /** @param said of any length; the middle of a long place or reason is left out */
  constructor(said: readonly Fault[]) {
    const faults = said.map(({ place, reason }) => ({ place: shortened(place), reason: shortened(reason) }));
    super(faults.map(({ place, reason }) => `${place}: ${reason}`).join('; '));
    this.name = 'Refused';
    this.faults = faults;
  }
}

/** What is well formed, and larger than what can be kept or served. Answered as 413. */
export class TooLarge extends Refused {
  constructor(faults: readonly Fault[]) {
    super(faults);
    this.name = 'TooLarge';
  }
}

/** An article that is. */
export class ArticleTooLarge extends TooLarge {
  constructor(faults: readonly Fault[]) {
    super(faults);
    this.name = 'ArticleTooLarge';
  }
}

/** Shorthand for the usual refusal: one place, one reason. */
export function refuse(place: string, reason: string): never {
  throw new Refused([{ place, reason }]);
}

/** What was sent stands at the beginning, and what would be accepted at the end. */
function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST / 2)}…${text.slice(1 - LONGEST / 2)}`.toWellFormed();
}
