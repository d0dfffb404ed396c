import { type BlockContent, blockText, type RichText } from '../../domain/body.ts';
import { readHtml } from './html-body.ts';
import type { ElementBudget } from './html-tree.ts';
import type { Mapping } from './mapping.ts';

/** Words of ANS: HTML in the body and in captions, and text with an entity now and then everywhere else. */

const EMPTY: RichText = { text: '', marks: [] };

/** A field that holds HTML, as blocks; what cannot be read is noted. @param budget that of the whole document */
export function htmlIn(fields: Mapping, key: string, budget?: ElementBudget): BlockContent[] {
  const html = fields.text(key);
  return html === null ? [] : (fields.attempt(() => readHtml(html, fields.placeOf(key), budget ? { budget } : {}).blocks) ?? []);
}

/** A field as plain words, whatever it is written in; null when there are none. */
export function plainIn(fields: Mapping, key: string): string | null {
  const words = fields.text(key);
  if (words === null || !/[<&]/.test(words)) return words;
  return htmlIn(fields, key).map(blockText).filter(Boolean).join('\n') || null;
}

/** The word `basic` of a field that says the same for several places, as `headlines` and `description` do. */
export function basicIn(fields: Mapping, key: string): string | null {
  return fields.mapping(key, (of) => {
    of.skipOthers();
    return plainIn(of, 'basic');
  });
}

/** Blocks in a place that holds one text: their words, one below the other, and apart what is no words. */
export function asText(blocks: readonly BlockContent[]): { text: RichText; media: BlockContent[] } {
  const media = blocks.filter(isMedia);
  const words = blocks
    .filter((block) => !isMedia(block))
    .map((block) => ('marks' in block ? block : { text: blockText(block), marks: [] }));
  return { text: joined(words), media };
}

function isMedia({ kind }: BlockContent): boolean {
  return kind === 'ImageBlock' || kind === 'GalleryBlock' || kind === 'VideoBlock' || kind === 'Embed' || kind === 'Divider';
}

/** Texts on lines of their own. */
export function joined(texts: readonly RichText[]): RichText {
  return texts
    .filter(({ text }) => text !== '')
    .reduce<RichText>((whole, { text, marks }) => {
      const from = whole.text === '' ? 0 : whole.text.length + 1;
      const moved = marks.map((mark) => ({ ...mark, start: mark.start + from, end: mark.end + from }));
      return { text: from === 0 ? text : `${whole.text}\n${text}`, marks: [...whole.marks, ...moved] };
    }, EMPTY);
}

/** Lines, each once. */
export function lines(...words: readonly (string | null)[]): string | null {
  return [...new Set(words.filter((line) => line !== null))].join('\n') || null;
}
