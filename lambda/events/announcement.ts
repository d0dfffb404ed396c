import type { Instant } from '../domain/instant.ts';
import type { Announceable } from '../store/announceable.ts';
import type { ChangeRef } from '../store/items.ts';

/** The `source` of every event of ours. */
export const EVENT_SOURCE = 'broadsheet';

/** The `detail-type` of each kind of change. */
export const DETAIL_TYPES = {
  PUBLISHED: 'article.published',
  UPDATED: 'article.updated',
  MOVED: 'article.moved',
  WITHDRAWN: 'article.withdrawn',
} as const;

/** What consumers are told, as `docs/events.md` describes it. No words of the article: queues and archives keep what a kill cannot reach. */
export type Announcement = {
  type: (typeof DETAIL_TYPES)[keyof typeof DETAIL_TYPES];
  detail: {
    format: 1;
    /** The same however often the change is announced. */
    id: string;
    articleId: string;
    version: number;
    changedAt: Instant;
    /** Where the article stands, as readers find it at this moment; null when they do not. */
    path: string | null;
    /** Where it stood before, oldest first; the last ten. */
    formerPaths: string[];
    section: string | null;
    inLanguage: string | null;
  };
};

/** An entry of EventBridge holds 256 KB, and a path a kilobyte. */
const MOST_FORMER_PATHS = 10;

/** What there is to say of a change that is due. Only what `changes` tells every reader, and of the article only what may be read now. */
export function announcementOf(due: Announceable & { stands: 'DUE' }): Announcement {
  const { articleId, version, changedAt, kind, shown } = due;
  return {
    type: DETAIL_TYPES[kind],
    detail: {
      ...{ format: 1, id: eventId(due), articleId, version, changedAt },
      path: shown?.path ?? null,
      formerPaths: (shown?.formerPaths ?? []).map(({ path }) => path).slice(-MOST_FORMER_PATHS),
      section: shown?.section.slug ?? null,
      inLanguage: shown?.language ?? null,
    },
  };
}

/** One for each change, for ever: an article that is withdrawn and comes back has the same version and kind twice, and never at one instant. */
export function eventId({ changedAt, articleId, version }: ChangeRef): string {
  return `${articleId}/${version}/${changedAt}`;
}
