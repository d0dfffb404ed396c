/** An inline range of a text by UTF-16 offsets, as `marks` of the API has it. */
export type RangeOfText = { start: number; end: number };

/** A piece of a text, and all marks that lie over it, those that begin first before the others. */
export type Run<Mark> = { text: string; marks: Mark[] };

/**
 * Cuts a text where its marks begin and end. Marks may nest and cross; each run lies wholly inside or outside of each of them, so that a page wraps it
 * in as many elements as it has marks. The texts of all runs, one behind the other, are the text.
 * @param marks offsets beyond the text end with it; a mark without length is left out
 */
export function runs<Mark extends RangeOfText>(text: string, marks: readonly Mark[]): Run<Mark>[] {
  const within = (offset: number) => Math.max(0, Math.min(offset, text.length));
  const shown = marks
    .filter(({ start, end }) => within(start) < within(end))
    .sort((one, other) => one.start - other.start || other.end - one.end);
  const cuts = [...new Set([0, text.length, ...shown.flatMap(({ start, end }) => [within(start), within(end)])])].sort(
    (one, other) => one - other,
  );
  return cuts.slice(1).map((end, place) => {
    const start = cuts[place] ?? 0;
    return { text: text.slice(start, end), marks: shown.filter((mark) => within(mark.start) <= start && within(mark.end) >= end) };
  });
}
