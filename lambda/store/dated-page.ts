import { cursorOf, type Page, type Walk } from './page.ts';

/** A stretch of one partition's dated sort keys, and how it is to be walked. */
export type DatedList = { partition: string; range: { between: [string, string] }; walk: Walk };

/** What every Query of a dated list is told besides its range. */
type AskedFor = { limit: number; reverse: boolean; exclusiveStartKey?: Record<string, unknown> };

type Answer<Item> = { Items?: Item[]; LastEvaluatedKey?: Record<string, unknown> | undefined };

/**
 * One page of a dated list: everything within its range, which ends at the clock or before. One item more than asked tells whether there is a next
 * page; items that may not be shown are dropped and the page is filled up. One call where none is dropped; none where the range is empty, and for
 * who asks behind its end.
 * @param besides items that do not stand in the table and belong to the list all the same, in no order
 * @param spare how many items more to read, where some are likely to be dropped
 */
export async function datedPage<Item extends { place: string }>(
  { partition, range, walk: { size, newestFirst, behind } }: DatedList,
  ask: (options: AskedFor) => Promise<Answer<Item>>,
  isShown: (item: Item) => boolean,
  { besides = [], spare = 0 }: { besides?: readonly Item[]; spare?: number } = {},
): Promise<Page<Item>> {
  const [oldest, newest] = range.between;
  if (oldest >= newest) return { edges: [], hasNextPage: false, hasPreviousPage: false };
  const inside = behind !== null && behind > oldest && behind < newest;
  if (behind !== null && !inside && behind > oldest !== newestFirst)
    return { edges: [], hasNextPage: !newestFirst, hasPreviousPage: newestFirst };

  const found: Item[] = [];
  let startKey: Record<string, unknown> | undefined = inside ? { pk: partition, sk: behind } : undefined;
  do {
    const limit = size + 1 + spare - found.length;
    const answer = await ask({ limit, reverse: newestFirst, ...(startKey ? { exclusiveStartKey: startKey } : {}) });
    found.push(...(answer.Items ?? []).filter(isShown));
    startKey = answer.LastEvaluatedKey;
  } while (startKey && found.length <= size);

  if (besides.length > 0) {
    const isInRange = ({ place }: Item) => place >= oldest && place <= newest;
    const isBehind = ({ place }: Item) => behind === null || !inside || (newestFirst ? place < behind : place > behind);
    found.push(...besides.filter((item) => isInRange(item) && isBehind(item)));
    found.sort((one, other) => (one.place < other.place === newestFirst ? 1 : -1));
  }
  const more = found.length > size;
  const edges = found.slice(0, size).map((item) => ({ cursor: cursorOf(item.place), node: item }));
  return newestFirst
    ? { edges, hasNextPage: more, hasPreviousPage: inside }
    : { edges: edges.reverse(), hasNextPage: inside, hasPreviousPage: more };
}
