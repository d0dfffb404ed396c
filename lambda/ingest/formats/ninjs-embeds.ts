import type { BlockContent } from '../../domain/body.ts';

/** Superdesk's bodies say between two comments where an item stands that comes along: `<!-- EMBED START Image {id: "editor_0"} -->`. */

const SIGN = /<!--\s{0,9}EMBED (START|END) \w{1,40} \{\s{0,9}id:\s{0,9}"?([\w-]{1,80})"?\s{0,9}\}\s{0,9}-->/g;

/** What takes the place of an item until the body is read: a block whatever stands around it, in characters that stand in no text. */
const before = '\uE000embedded ';
const after = '\uE001';

type Embeddable = ReadonlyMap<string, readonly BlockContent[]>;

/** The HTML with a place for each item that came along. What stands between two comments about an item that did not come along stays. */
export function withPlaces(html: string, embeddable: Embeddable): string {
  const signs = [...html.matchAll(SIGN)];
  const parts: string[] = [];
  let at = 0;
  for (const [index, sign] of signs.entries()) {
    const [, kind, id = ''] = sign;
    const end = signs[index + 1];
    if (kind !== 'START' || sign.index < at || !embeddable.has(id) || end?.[1] !== 'END' || end[2] !== id) continue;
    parts.push(html.slice(at, sign.index), `<pre>${before}${id}${after}</pre>`);
    at = end.index + end[0].length;
  }
  return parts.join('') + html.slice(at);
}

/** The blocks with the items in their places. */
export function placeEmbedded(blocks: readonly BlockContent[], embeddable: Embeddable): BlockContent[] {
  return blocks.flatMap((block) => {
    const id = block.kind === 'UnknownBlock' && block.text.startsWith(before) ? block.text.slice(before.length, -after.length) : null;
    return id === null ? [block] : (embeddable.get(id) ?? []);
  });
}
