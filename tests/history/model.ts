/**
 * The reference: what may be read, told by re-reading the whole list of pushes for every question. It imports nothing, so that it
 * shares no mistake with the code. Instants are numbers (milliseconds); articles, lists, partitions and paths are names.
 */
export const NEVER = Number.MAX_SAFE_INTEGER;

/** `version` null: the source does not number, and other content counts as the next one. */
export type Push = { kind: 'PUSH'; article: string; now: number; version: number | null; content: string } & {
  status: 'USABLE' | 'CANCELED' | 'WITHHELD';
  /** The lists in which it stands, with the turns of its quotations; `[0]` for every other list. */
  lists: Record<string, number[]>;
  /** The name that it gives to each concept and section, and whether it names it only in passing. */
  names: Record<string, { name: string; passing: boolean }>;
} & Record<'created' | 'firstPublished' | 'embargo' | 'schedule' | 'expires', number | null> &
  /** The path that it wishes for, and the one that it gets when another article holds that. */
  Record<'path' | 'suffixed', string>;
/** `LOOK`: the sweeper came by. `CLAIM`: a push was cut when it had its path and nothing else. `WITHDRAW`, `RELEASE`: editors hold an article, and let it go. */
export type Log = readonly (
  | Push
  | { kind: 'LOOK'; now: number }
  | { kind: 'CLAIM'; article: string; path: string }
  | { kind: 'WITHDRAW'; article: string; now: number }
  | { kind: 'RELEASE'; article: string }
)[];
export type Kept = { version: number; from: number; at: number; until: number | null; path: string | null; push: Push };

/** The versions that stay, oldest first (all but the last have been readable); who holds which path; when each article was last looked at. */
export function replay(log: Log) {
  const articles = new Map<string, { known: number; content: string; looked: number; held: boolean; kept: Kept[] }>();
  const owners = new Map<string, string>();
  for (const event of log) {
    if (event.kind === 'CLAIM' && !owners.has(event.path)) owners.set(event.path, event.article);
    if (event.kind === 'LOOK') for (const one of articles.values()) one.looked = Math.max(one.looked, event.now);
    if (event.kind === 'LOOK' || event.kind === 'CLAIM') continue;
    const one = articles.get(event.article) ?? { known: -1, content: '', looked: -NEVER, held: false, kept: [] };
    articles.set(event.article, one);
    if (event.kind === 'RELEASE') {
      if (one.held) Object.assign(one, { held: false, known: one.known - 1, content: '' }); // its last version may come again
      continue;
    }
    const reached = Math.max(one.looked, event.now);
    const current = one.kept.findLast(({ from }) => from <= reached) ?? null;
    const now = Math.max(event.now, current?.from ?? event.now); // a writer whose clock is behind
    if (event.kind === 'WITHDRAW') {
      Object.assign(one, { held: true, looked: now, kept: one.kept.filter(({ from }) => from <= reached) });
      if (!current || current.push.status === 'CANCELED' || ended(current, now)) continue;
      const from = Math.max(now, current.from + 1);
      one.kept.push({
        version: current.version,
        from,
        at: Math.max(from, current.at + 1),
        until: null,
        path: null,
        push: { ...current.push, status: 'CANCELED' },
      });
      one.looked = from;
      continue;
    }
    const { article, status, content, created, firstPublished, embargo, schedule, expires } = event;
    const version = event.version ?? (one.known < 0 ? 1 : one.known + (content === one.content ? 0 : 1));
    if (version > one.known && one.held && status !== 'CANCELED') continue; // refused, and no trace of it
    one.looked = now;
    if (version <= one.known) continue;
    Object.assign(one, { known: version, content, kept: one.kept.filter(({ from }) => from <= reached) });
    if (status === 'CANCELED' && !current) continue;
    const made = Math.min(created ?? now, now);
    const wishes = status === 'CANCELED' ? [] : [embargo, schedule].filter((wish) => wish !== null);
    const least = current && current.from + (current.version === version ? 1 : 0); // it comes again after editors withdrew it
    const from = status === 'WITHHELD' ? NEVER : Math.max(...(least !== null ? [made, least] : [firstPublished ?? made]), ...wishes);
    const until = expires !== null && status === 'USABLE' ? Math.max(from, expires) : null;
    const path = (owners.get(event.path) ?? article) === article ? event.path : event.suffixed;
    if (status !== 'CANCELED') owners.set(path, article);
    const at = Math.max(from, now, current?.version === version ? current.at + 1 : now);
    one.kept.push({ version, from, at, until, path: status === 'CANCELED' ? null : path, push: event });
  }
  return { articles, owners };
}

export const articlesOf = (log: Log) => [...replay(log).articles.keys()];
export const versionsOf = (log: Log, article: string): Kept[] => replay(log).articles.get(article)?.kept ?? [];
export const newest = (log: Log, article: string, clock: number) => versionsOf(log, article).findLast(({ from }) => from <= clock) ?? null;
export const publishedOf = (log: Log, article: string) => versionsOf(log, article)[0]?.from ?? NEVER;
const ended = ({ until }: Kept, clock: number) => until !== null && until <= clock;

/** Whether one of two versions follows the other. What editors withdraw, and what comes again, has the number of the version before. */
const follows = (one: Kept, other: Kept) => one.from > other.from || (one.from === other.from && one.version > other.version);

/** Whether a newer version has taken over from one. */
export const isOver = (log: Log, article: string, asOf: AsOf, kept: Kept) => {
  const current = newest(log, article, asOf(article));
  return current !== null && follows(current, kept);
};

/** Paths up to a version in the order in which they took over, its own last, and when the next one did. */
export function pathsOf(log: Log, article: string, last: Kept): { path: string; until: number | null }[] {
  const steps = versionsOf(log, article).filter((kept) => !follows(kept, last) && kept.path !== null);
  const taken = steps.filter(({ path }, place) => path !== steps[place - 1]?.path);
  const lasting = taken.filter(({ path }, place) => !taken.slice(place + 1).some((later) => later.path === path));
  return lasting.map((step) => ({ path: step.path ?? '', until: taken[taken.indexOf(step) + 1]?.from ?? null }));
}
export function byId(log: Log, article: string, clock: number): { kept: Kept; state: 'READABLE' | 'WITHDRAWN' | 'EXPIRED' } | null {
  const kept = newest(log, article, clock);
  return kept && { kept, state: kept.push.status === 'CANCELED' ? 'WITHDRAWN' : ended(kept, clock) ? 'EXPIRED' : 'READABLE' };
}
export function byPath(log: Log, path: string, clock: number): string | null {
  const article = replay(log).owners.get(path) ?? '';
  const { kept, state } = byId(log, article, clock) ?? {};
  if (!kept || !pathsOf(log, article, kept).some((step) => step.path === path)) return null;
  return `${state !== 'READABLE' ? 'withdrawn' : kept.path === path ? 'article' : 'moved'} ${article} ${kept.version}`;
}

/** As of when lists show an article: the clock itself, or when the article was last looked at. */
export type AsOf = (article: string) => number;
export function lastLooked(log: Log): AsOf {
  const { articles } = replay(log);
  return (article) => articles.get(article)?.looked ?? -NEVER;
}
/** What stands in lists: the current version if it is usable and has not ended; without one, the first publication that waits. */
export function standing(log: Log, article: string, asOf: AsOf): Kept | null {
  const kept = newest(log, article, asOf(article)) ?? versionsOf(log, article).at(-1) ?? null;
  return kept?.push.status === 'USABLE' && !ended(kept, asOf(article)) ? kept : null;
}
export const teaser = (log: Log, article: string, asOf: AsOf, clock: number, kept = standing(log, article, asOf)) =>
  kept && kept.from <= clock && !ended(kept, clock) ? kept : null;

/** A whole list, newest first: by first publication, then article, then turn. */
export const list = (log: Log, name: string, asOf: AsOf, clock: number) =>
  articlesOf(log)
    .map((article) => ({ article, published: publishedOf(log, article), kept: teaser(log, article, asOf, clock) }))
    .sort((one, other) => other.published - one.published || (one.article < other.article ? 1 : -1))
    .flatMap(({ article, kept }) => (kept ? (kept.push.lists[name] ?? []).map((turn) => ({ article, kept, turn })).reverse() : []));

/** The public name of a concept or section: that of its oldest standing listing, from that listing's moment on. */
export function profile(log: Log, partition: string, asOf: AsOf, clock: number): string | null {
  const [oldest] = articlesOf(log)
    .map((article) => ({ article, published: publishedOf(log, article), named: standing(log, article, asOf)?.push.names[partition] }))
    .filter(({ named }) => named !== undefined)
    .sort((a, b) => a.published - b.published || Number(a.named?.passing) - Number(b.named?.passing) || (a.article < b.article ? -1 : 1));
  return oldest && oldest.published <= clock ? (oldest.named?.name ?? null) : null;
}

/** What became readable, moved or was withdrawn, oldest first. An expiry counts until a newer version has taken over. */
export const changes = (log: Log, asOf: AsOf, clock: number) =>
  articlesOf(log)
    .flatMap((article) => {
      const all = versionsOf(log, article).filter(({ push }) => push.status !== 'WITHHELD');
      return all.flatMap((kept, place) => {
        const { version, at, until, path, push } = kept;
        const former = all[place - 1];
        const usable = !former || former.push.status === 'CANCELED' ? 'PUBLISHED' : former.path === path ? 'UPDATED' : 'MOVED';
        const kind = push.status === 'CANCELED' || (until !== null && until <= at) ? 'WITHDRAWN' : usable;
        const ends = until !== null && until > at && !isOver(log, article, asOf, kept);
        return [{ article, version, at, kind }, ...(ends ? [{ article, version, at: until, kind: 'WITHDRAWN' }] : [])];
      });
    })
    .filter(({ at }) => at <= clock - 5_000) // milliseconds for writers to arrive
    .sort((a, b) => a.at - b.at || (a.article < b.article ? -1 : a.article > b.article ? 1 : a.version - b.version));
