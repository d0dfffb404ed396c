import { isDeepStrictEqual } from 'node:util';
import type { NewsTable } from '../../lambda/store/news-table.ts';
import { everyItem } from './inspection.ts';

export type Contents = Map<string, unknown>;

/** All items by their keys, but for `rev`, which counts the writes that it took. */
export async function contentsOf(table: NewsTable): Promise<Contents> {
  const contents: Contents = new Map();
  for await (const { rev: _, ...item } of everyItem(table)) contents.set(`${item.pk} ${item.sk}`, item);
  return contents;
}

/** The items in which two tables differ; one line each. */
export function differences(wanted: Contents, found: Contents): string[] {
  return [...new Set([...wanted.keys(), ...found.keys()])].flatMap((key) => {
    if (!found.has(key)) return [`${key} is missing`];
    if (!wanted.has(key)) return [`${key} is too many`];
    const [one, other] = [wanted.get(key), found.get(key)];
    return isDeepStrictEqual(one, other) ? [] : [`${key} is ${brief(other)}, not ${brief(one)}`];
  });
}

function brief(item: unknown): string {
  return JSON.stringify(item).slice(0, 400);
}
