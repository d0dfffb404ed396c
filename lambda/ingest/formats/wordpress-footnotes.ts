import { isRecord } from './mapping.ts';

/** The block in whose place WordPress shows the footnotes of a post; it holds none of them itself. */
const PLACE = /<!--\s+wp:(?:core\/)?footnotes\s[^>]{0,1000}\/-->/g;

/**
 * The content with its footnotes, in the place that the post has for them. Without such a place WordPress shows none, and neither do we.
 * @param meta the field `footnotes` of the post: JSON, `[{ "id": "…", "content": "<em>HTML</em>" }]`. What is none says nothing to readers
 */
export function withFootnotes(content: string, meta: string): string {
  if (meta === '' || content.search(PLACE) < 0) return content;
  const notes = notesIn(meta).map((note) => `<li>${note}</li>`);
  if (notes.length === 0) return content;
  return content.replace(PLACE, () => `<!-- wp:footnotes --><ol>${notes.join('')}</ol><!-- /wp:footnotes -->`);
}

function notesIn(meta: string): string[] {
  let value: unknown;
  try {
    value = JSON.parse(meta);
  } catch {
    return [];
  }
  const entries = Array.isArray(value) ? value.filter(isRecord) : [];
  return entries.flatMap(({ content }) => (typeof content === 'string' && content.trim() !== '' ? [content] : []));
}
