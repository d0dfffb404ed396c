/** One thing that is wrong with what came in: where it stands and why it cannot be taken. */
export type Fault = {
  /** The place as its author would name it: `headline`, `line 3`, `front matter: published`. */
  place: string;
  /** What is wrong and what would be accepted, as a sentence without its full stop. */
  reason: string;
};

/** Input that is refused whole. Nothing of it has been stored. */
export class Refused extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
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
