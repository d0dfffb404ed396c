import type { ConceptRef } from './concept.ts';
import { contentKey } from './identity.ts';

/** Who said something, as the article that quotes them describes it. */
export type Attribution = {
  /** The name as this article writes it in full; null for a group or an unnamed person. */
  name: string | null;
  /** The role as described here: `senior researcher`. */
  jobTitle: string | null;
  /** The institution as described here: `University of Port Sorrel`. */
  affiliation: ConceptRef | null;
  /** The words for somebody without a name: `a harbour official`; or how the article puts a named one, where role and institution do not say all of it. */
  describedAs: string | null;
  /** True when the article does not say who it is. */
  anonymous: boolean;
  /** The person or organisation that speaks, to look for more of them; null when anonymous. */
  agent: ConceptRef | null;
};

/** Words that an article gives as somebody's own. */
export type QuotationContent = {
  /** The words between the quotation marks, exactly. */
  text: string;
  /** `DIRECT`: whole sentences. `PARTIAL`: some words inside a sentence of the article's own. */
  directness: 'DIRECT' | 'PARTIAL';
  /** The word that attributes: `said`, `according to`. */
  cue: string | null;
  /** Null when the text names nobody. */
  speaker: Attribution | null;
  /** Place of the block in the body, from 0; null when the words stand in the standfirst. */
  block: number | null;
  /** UTF-16 offsets of the words in the text of that block (or of the standfirst), without the quotation marks. */
  start: number;
  end: number;
  /** Who says that these are this speaker's words: the source's own markup, or our reading of its text. */
  assertedBy: 'SOURCE' | 'MACHINE';
  /** The event at which the words were said, where the source says so. */
  recordedAt?: ConceptRef | null;
  /** 0 to 1 when a machine asserts it; null when the source does. */
  confidence: number | null;
};

/**
 * `key` is unique within the article and stays while the words stay. `blockKey` is that of the block in which they stand; null in the
 * standfirst.
 */
export type Quotation = QuotationContent & { key: string; blockKey: string | null };

/**
 * Gives each quotation its key, made of its words and, where they are repeated, its turn.
 * @param blocks the body in which they stand; empty for a quotation in the standfirst
 */
export function quotationsWithKeys(contents: readonly QuotationContent[], blocks: readonly { key: string }[]): Quotation[] {
  const seen = new Map<string, number>();
  return contents.map((content) => {
    const turn = seen.get(content.text) ?? 0;
    seen.set(content.text, turn + 1);
    const key = contentKey(turn === 0 ? content.text : `${content.text}\n${turn}`);
    return { ...content, key, blockKey: content.block === null ? null : (blocks[content.block]?.key ?? null) };
  });
}
