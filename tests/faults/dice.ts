/** Numbers from 0 up to 1 that follow from a seed: the same seed gives the same row. Mulberry32, which passes for random here in one line of state. */
export function diceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The seed that `SEED` names, else one that nobody chose. Whoever uses it prints it. */
export function seedOf(environment: NodeJS.ProcessEnv = process.env): number {
  return environment.SEED ? Number(environment.SEED) : Math.floor(Math.random() * 2 ** 31);
}
