import { type BlockContent, blockText } from '../../domain/body.ts';
import type { ConceptRef } from '../../domain/concept.ts';
import type { QuotationContent } from '../../domain/quotation.ts';
import { type Declared, findQuotations } from '../quotations/find-quotations.ts';
import { attributedQuotation } from './attribution-line.ts';

/** What a document says of itself that helps to tell who speaks in it. */
export type Told = { language: string; source: string; known: readonly Declared[]; events: readonly ConceptRef[] };

/** The quotations of a body: what its author attributes, and what we find ourselves everywhere else, in reading order. */
export function quotationsIn(blocks: readonly BlockContent[], { known, events, language, source }: Told): QuotationContent[] {
  const attributed = blocks.flatMap((block, index) =>
    block.kind === 'Blockquote' && block.cite ? [attributedQuotation(block.text, block.cite, index, { known, events, source })] : [],
  );
  const found = findQuotations(
    blocks.map((block) => ({ text: textToSearch(block) })),
    { language, source, known },
  );
  return [...attributed, ...found].sort((one, other) => (one.block ?? 0) - (other.block ?? 0) || one.start - other.start);
}

/** Pull quotes and key facts repeat what stands in the text; they are not searched for quotations. */
function textToSearch(block: BlockContent): string {
  const isProse = block.kind === 'Paragraph' || block.kind === 'Heading' || block.kind === 'ListBlock';
  return isProse || (block.kind === 'Blockquote' && !block.cite) ? blockText(block) : '';
}
