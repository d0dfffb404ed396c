/** The level of a heading inside an article, 2 to 6: level 1 is the headline above it, and what a source writes as that stands below it. */
export function levelInBody(written: number): number {
  return Math.max(2, written);
}
