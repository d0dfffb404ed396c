import type { QuotationContent } from '../../../lambda/domain/quotation.ts';

/** A quotation as a reader notes it down. What is left out is null; `DIRECT` and a named speaker are the rule. */
export type Row = {
  text: string;
  directness?: 'DIRECT' | 'PARTIAL';
  cue?: string | null;
  name?: string | null;
  jobTitle?: string | null;
  institution?: string | null;
  describedAs?: string | null;
  /** `nobody` when the text names no speaker, `unnamed` for a group or somebody without a name. */
  who?: 'named' | 'unnamed' | 'nobody';
};

/** A row with everything that it leaves out. */
export function whole({ text, directness = 'DIRECT', ...row }: Row): Required<Row> {
  return { text, directness, cue: null, name: null, jobTitle: null, institution: null, describedAs: null, who: 'named', ...row };
}

/** A quotation that was found, as a row. */
export function rowOf({ text, directness, cue, speaker }: QuotationContent): Required<Row> {
  const who = speaker === null ? 'nobody' : speaker.anonymous ? 'unnamed' : 'named';
  const { name = null, jobTitle = null, describedAs = null } = speaker ?? {};
  return { text, directness, cue, name, jobTitle, institution: speaker?.affiliation?.name ?? null, describedAs, who };
}
