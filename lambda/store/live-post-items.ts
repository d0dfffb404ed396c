import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import type { ArticleId } from '../domain/identity.ts';
import type { NotedPost, PostEntry } from '../domain/live-index.ts';
import type { LivePost, PostStates } from '../domain/live-post.ts';
import { liveBlogKey, type PostList, postPlace } from './keys.ts';
import type { NewsTable } from './news-table.ts';
import type { Action } from './transaction.ts';

/** Where a post lies in a list. */
function listPlace(list: PostList, { listedFrom, dated }: PostEntry, key: string): string {
  return `${list}#${listedFrom}#${dated}#${key}`;
}

/** In which lists a post stands under any of its states. Sort keys by list. */
export function listPlaces(entry: PostEntry, key: string): Map<PostList, string> {
  const notes = [entry.standing, entry.waiting?.noted].filter((noted): noted is NotedPost => !!noted);
  const lists: PostList[] = ['P'];
  if (notes.some(({ isKeyEvent }) => isKeyEvent)) lists.push('K');
  if (notes.some(({ isPinned }) => isPinned)) lists.push('T');
  return new Map(lists.map((list) => [list, listPlace(list, entry, key)]));
}

/** The states as one list holds them: a state that does not belong there is one in which the post is not there. */
export function statesIn(list: PostList, { standing, waiting }: PostStates): PostStates {
  const belongs = (post: LivePost | null) => post !== null && (list === 'P' || (list === 'K' ? post.isKeyEvent : post.isPinned));
  return {
    standing: standing && belongs(standing.post) ? standing : null,
    waiting: waiting && { ...waiting, post: belongs(waiting.post) ? waiting.post : null },
  };
}

/**
 * Everything to write for one post, at most seven actions: its item, its place in each list, and what goes from where it stood.
 * @param states null when it goes altogether
 */
export function postActions(
  table: NewsTable,
  id: ArticleId,
  { key, before, after }: { key: string; before: PostEntry | null; after: PostEntry | null },
  states: PostStates | null,
): Action[] {
  const partition = liveBlogKey(id);
  const put = (place: string, held: PostStates): Action => table.livePost.build(PutTransaction).item({ partition, place, states: held });
  const remove = (place: string): Action => table.livePost.build(DeleteTransaction).key({ partition, place });
  const stood = before ? [...listPlaces(before, key).values()] : [];
  if (after === null || states === null) return [...(before ? [remove(postPlace(key))] : []), ...stood.map(remove)];
  const stands = listPlaces(after, key);
  const places = new Set(stands.values());
  return [
    ...stood.filter((place) => !places.has(place)).map(remove),
    put(postPlace(key), states),
    ...[...stands].map(([list, place]) => put(place, statesIn(list, states))),
  ];
}
