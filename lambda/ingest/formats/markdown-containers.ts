import type { RootContent } from 'mdast';
import type { Fault } from '../../domain/fault.ts';
import { nearestOf } from './mapping.ts';

/**
 * Containers: what Markdown has no sign for stands between a line `::: name words` and a line `:::`, both from the first column.
 * In front of the parser those lines become comments, which end whatever stands above them; behind it they are found again by their
 * number. So a line `:::` inside of code or of HTML is never taken for one, and is refused where it might have been meant.
 */

/** A container as it was written. */
export type Container = {
  name: ContainerName;
  /** What stands behind the name in its first line; empty when nothing does. */
  words: string;
  /** The line of its beginning, in the document. */
  line: number;
  children: RootContent[];
};

/** What each container becomes is decided where blocks are made. */
export const CONTAINER_NAMES = ['pullquote', 'facts', 'gallery', 'video', 'embed', 'correction'] as const;
export type ContainerName = (typeof CONTAINER_NAMES)[number];

const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const CONTAINER_LINE = /^:::[ \t]*(.*?)[ \t]*$/;

/** As a comment it is no text in any place, and it ends paragraphs, lists and quotations. */
const MARKER = '<!--:::-->';

/** A line `:::` of a document: what stands behind it. */
export type ContainerLines = ReadonlyMap<number, string>;

/**
 * Takes the lines of containers out of the parser's sight.
 * @returns the same number of lines, and what stood behind `:::` in each line that was taken, by its number from 1
 */
export function hideContainerLines(markdown: string): { markdown: string; lines: ContainerLines } {
  if (!/^:::/m.test(markdown)) return { markdown, lines: new Map() };
  const found = new Map<number, string>();
  let fence: string | null = null;
  const lines = markdown.split('\n').map((line, index) => {
    const [, opening] = FENCE.exec(line) ?? [];
    if (fence !== null) {
      if (opening?.startsWith(fence) && line.trim() === opening) fence = null;
      return line;
    }
    fence = opening ?? null;
    const [, words] = CONTAINER_LINE.exec(line) ?? [];
    if (words === undefined) return line;
    found.set(index + 1, words);
    return MARKER;
  });
  return { markdown: lines.join('\n'), lines: found };
}

/**
 * Gathers what stands between the lines of containers.
 * @param nodes the top of the document, parsed from what {@link hideContainerLines} gave
 * @param firstLine the line of the document in which `nodes` begin
 * @param faults what is wrong with the containers is added here
 */
export function gatherContainers(
  nodes: readonly RootContent[],
  lines: ContainerLines,
  firstLine: number,
  faults: Fault[],
): (RootContent | Container)[] {
  const gathered: (RootContent | Container)[] = [];
  const missed = new Set(lines.keys());
  let open: Container | 'refused' | null = null;
  const fault = (at: number, reason: string) => faults.push({ place: `line ${at}`, reason });
  for (const node of nodes) {
    const at = node.position?.start.line ?? 0;
    const words = node.type === 'html' && node.value === MARKER ? lines.get(at) : undefined;
    if (words === undefined) {
      if (open === null) gathered.push(node);
      else if (open !== 'refused') open.children.push(node);
      continue;
    }
    missed.delete(at);
    const line = firstLine + at - 1;
    if (words === '') {
      if (open === null) fault(line, 'closes a container, and none is open');
      else if (open !== 'refused') gathered.push(open);
      open = null;
    } else if (open !== null) {
      fault(line, `begins a container inside of another; close that one first with a line :::`);
    } else {
      open = readOpening(words, line, faults) ?? 'refused';
    }
  }
  if (open !== null && open !== 'refused') fault(open.line, `begins a container that does not end; close it with a line :::`);
  for (const at of missed)
    fault(firstLine + at - 1, 'begins or closes a container inside of something else; write \\::: where ::: is meant as words');
  return gathered;
}

function readOpening(words: string, line: number, faults: Fault[]): Container | null {
  const [, first = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(words) ?? [];
  const name = CONTAINER_NAMES.find((one) => one === first.toLowerCase());
  if (name) return { name, words: rest, line, children: [] };
  const nearest = nearestOf(first, CONTAINER_NAMES);
  const taken = nearest ? `did you mean "${nearest}"?` : `these are: ${CONTAINER_NAMES.join(', ')}`;
  faults.push({ place: `line ${line}`, reason: `"${first.slice(0, 40)}" is no known container; ${taken}` });
  return null;
}
