import type { BlockContent } from '../../domain/body.ts';

/**
 * Plain text as paragraphs, which keep their exact characters. Blank lines part them; where there is none, each line is a paragraph, as wire
 * copy has it.
 */
export function readPlainBody(text: string): BlockContent[] {
  const normal = text.replace(/\r\n?/g, '\n').trim();
  const parts = /\n[ \t]*\n/.test(normal) ? normal.split(/\n(?:[ \t]*\n)+/) : normal.split('\n');
  return parts.filter((part) => part.trim() !== '').map((part) => ({ kind: 'Paragraph', text: part, marks: [] }));
}
