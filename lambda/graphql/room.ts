import { GraphQLError } from 'graphql';

/** Lambda answers with 6 MB at most, in bytes. See AWS Lambda quotas, "Invocation payload". */
export const PAYLOAD_BYTES = 6 * 1024 * 1024;

/** What the words of articles may take of it, as {@link Room} reckons them; the rest is for their names, and for quotes, which the payload escapes. */
const ROOM_BYTES = 5 * 1024 * 1024;

export const ANSWER_TOO_LARGE = 'ANSWER_TOO_LARGE';

/** What was asked for may be asked for, and does not fit into one answer. */
export class AnswerTooLarge extends GraphQLError {
  constructor() {
    super('This does not fit into one answer, which holds 6 MB: ask for fewer articles at once, or for less of each', {
      extensions: { code: ANSWER_TOO_LARGE },
    });
  }
}

/** What is left of the answer to one request for the words of articles. */
export class Room {
  #left = ROOM_BYTES;
  readonly #held = new WeakSet<object>();

  /** Takes so many bytes, if they are there. The first thing of an answer always fits: whether it is sent is seen when it is written. */
  take(bytes: number): boolean {
    if (bytes > this.#left && this.#left < ROOM_BYTES) return false;
    this.#left -= bytes;
    return true;
  }

  /** Takes the bytes of an article in a list at once, so that its fields need not. */
  hold(article: object, bytes: number): boolean {
    if (!this.take(bytes)) return false;
    this.#held.add(article);
    return true;
  }

  isHeld(article: object): boolean {
    return this.#held.has(article);
  }
}
