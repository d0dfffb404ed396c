import type { QuotationContent } from '../../domain/quotation.ts';
import { attribute } from './attributions.ts';
import { readDocument } from './document.ts';
import { Figures } from './figures.ts';
import { languageOf } from './languages.ts';
import { quotedSpans } from './spans.ts';
import { attributionOf } from './speakers.ts';
import { ParagraphReader } from './tokens.ts';

/** Somebody whom the document itself declares, so that we need not guess their role or identity. */
export type Declared = {
  name: string;
  /** `Person` unless said otherwise. */
  kind?: 'Person' | 'Organization';
  /** What its source calls this person or organisation; the same uri is the same concept in every article. */
  uri?: string | null;
  jobTitle?: string | null;
  affiliation?: string | { name: string; uri?: string | null } | null;
};

export type QuotationOptions = {
  /** BCP 47. */
  language: string;
  /** Who sends the article; people known by name alone are kept apart per source. */
  source: string;
  known?: readonly Declared[];
};

/**
 * The quotations in a text and who said them, by the words beside them. Never throws; its time grows with the length of the text.
 * @param paragraphs one for each block, in order: `block` of a quotation is the index here. A block without words has an empty text.
 */
export function findQuotations(paragraphs: readonly { text: string }[], options: QuotationOptions): QuotationContent[] {
  const { source, known = [] } = options;
  const language = languageOf(options.language);
  const texts = paragraphs.map(({ text }) => text);
  const spans = quotedSpans(texts);
  const reader = new ParagraphReader(language);
  const readings = texts.map((text, block) => reader.read(text, spans[block] ?? []));
  const document = readDocument(readings, language, options.language, known);
  const attributed = attribute(readings, spans, document, new Figures(readings, document, known));
  return attributed.flatMap((own, block) =>
    own.map(({ span: { start, end }, speaker, cue, directness, confidence }): QuotationContent => {
      const text = (texts[block] as string).slice(start, end);
      return {
        text,
        directness,
        cue,
        speaker: speaker && attributionOf(speaker, source),
        block,
        start,
        end,
        assertedBy: 'MACHINE',
        confidence,
      };
    }),
  );
}
