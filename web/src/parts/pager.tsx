import type { PlaceInListFragment } from '../generated.ts';
import { Link } from '../navigation.ts';
import { useWords } from '../words.ts';

/** The way to the pages before and after this one, where there are any. */
export function Pager({ path, place }: { path: string; place: PlaceInListFragment }) {
  const words = useWords();
  if (!place.hasNextPage && !place.hasPreviousPage) return null;
  const at = (name: string, cursor: string) => `${encodeURI(path)}?${new URLSearchParams({ [name]: cursor })}`;
  return (
    <nav class="pager" aria-label={words.pages}>
      {place.hasPreviousPage && place.startCursor && (
        <Link rel="prev" href={at('before', place.startCursor)}>
          {words.newer}
        </Link>
      )}
      {place.hasNextPage && place.endCursor && (
        <Link rel="next" href={at('after', place.endCursor)}>
          {words.older}
        </Link>
      )}
    </nav>
  );
}
