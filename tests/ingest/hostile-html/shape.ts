/**
 * HTML that somebody means harm with, gathered as data. What is to be found afterwards is written into it:
 * `kept…` is a word that readers see and must not lose, `gone…` is one that nobody may ever see, and `evil()` is what would run.
 */
export type Shape = readonly [what: string, html: string, behind?: 'SWALLOWED'];

/** Shapes whose end never comes swallow what stands behind them, in browsers as with us. */
export function swallowing(what: string, html: string): Shape {
  return [what, html, 'SWALLOWED'];
}
