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
/** `LOOK`: the sweeper came by. `CLAIM`: a push was cut when it had its path and nothing else. */
export type Log = readonly (Push | { kind: 'LOOK'; now: number } | { kind: 'CLAIM'; article: string; path: string })[];
export type Kept = { version: number; from: number; at: number; until: number | null; path: string | null; push: Push };

/** The versions that stay, oldest first (all but the last have been readable); who holds which path; when each article was last looked at. */
export function replay(log: Log) {
  const articles = new Map<string, { known: number; content: string; looked: number; kept: Kept[] }>();
  const owners = new Map<string, string>();
  for (const event of log) {
    if (event.kind === 'CLAIM' && !owners.has(event.path)) owners.set(event.path, event.article);
    if (event.kind === 'LOOK') for (const one of articles.values()) one.looked = Math.max(one.looked, event.now);
    if (event.kind !== 'PUSH') continue;
    const { article, status, content, created, firstPublished, embargo, schedule, expires } = event;
    const one = articles.get(article) ?? { known: -1, content: '', looked: -NEVER, kept: [] };
    articles.set(article, one);
    const reached = Math.max(one.looked, event.now);
    const current = one.kept.findLast(({ from }) => from <= reached) ?? null;
    const now = Math.max(event.now, current?.from ?? event.now); // a writer whose clock is behind
    one.looked = now;
    const version = event.version ?? (one.known < 0 ? 1 : one.known + (content === one.content ? 0 : 1));
    if (version <= one.known) continue;
    Object.assign(one, { known: version, content, kept: one.kept.filter(({ from }) => from <= reached) });
    if (status === 'CANCELED' && !current) continue;
    const made = Math.min(created ?? now, now);
    const wishes = status === 'CANCELED' ? [] : [embargo, schedule].filter((wish) => wish !== null);
    const from = status === 'WITHHELD' ? NEVER : Math.max(...(current ? [made, current.from] : [firstPublished ?? made]), ...wishes);
    const until = expires !== null && status === 'USABLE' ? Math.max(from, expires) : null;
    const path = (owners.get(event.path) ?? article) === article ? event.path : event.suffixed;
    if (status !== 'CANCELED') owners.set(path, article);
    one.kept.push({ version, from, at: Math.max(from, now), until, path: status === 'CANCELED' ? null : path, push: event });
  }
  return { articles, owners };
}

export const articlesOf = (log: Log) => [...replay(log).articles.keys()];
export const versionsOf = (log: Log, article: string): Kept[] => replay(log).articles.get(article)?.kept ?? [];
export const newest = (log: Log, article: string, clock: number) => versionsOf(log, article).findLast(({ from }) => from <= clock) ?? null;
export const publishedOf = (log: Log, article: string) => versionsOf(log, article)[0]?.from ?? NEVER;
const ended = ({ until }: Kept, clock: number) => until !== null && until <= clock;

/** Paths up to a version in the order in which they took over, its own last, and when the next one did. */
export function pathsOf(log: Log, article: string, version: number): { path: string; until: number | null }[] {
  const steps = versionsOf(log, article).filter((kept) => kept.version <= version && kept.path !== null);
  const taken = steps.filter(({ path }, place) => path !== steps[place - 1]?.path);
  const last = taken.filter(({ path }, place) => !taken.slice(place + 1).some((later) => later.path === path));
  return last.map((step) => ({ path: step.path ?? '', until: taken[taken.indexOf(step) + 1]?.from ?? null }));
}
export function byId(log: Log, article: string, clock: number): { kept: Kept; state: 'READABLE' | 'WITHDRAWN' | 'EXPIRED' } | null {
  const kept = newest(log, article, clock);
  return kept && { kept, state: kept.push.status === 'CANCELED' ? 'WITHDRAWN' : ended(kept, clock) ? 'EXPIRED' : 'READABLE' };
}
export function byPath(log: Log, path: string, clock: number): string | null {
  const article = replay(log).owners.get(path) ?? '';
  const { kept, state } = byId(log, article, clock) ?? {};
  if (!kept || !pathsOf(log, article, kept.version).some((step) => step.path === path)) return null;
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
      return all.flatMap(({ version, at, until, path, push }, place) => {
        const former = all[place - 1];
        const usable = !former || former.push.status === 'CANCELED' ? 'PUBLISHED' : former.path === path ? 'UPDATED' : 'MOVED';
        const kind = push.status === 'CANCELED' || (until !== null && until <= at) ? 'WITHDRAWN' : usable;
        const ends = until !== null && until > at && (newest(log, article, asOf(article))?.version ?? -1) <= version;
        return [{ article, version, at, kind }, ...(ends ? [{ article, version, at: until, kind: 'WITHDRAWN' }] : [])];
      });
    })
    .filter(({ at }) => at <= clock - 5_000) // milliseconds for writers to arrive
    .sort((a, b) => a.at - b.at || (a.article < b.article ? -1 : a.article > b.article ? 1 : a.version - b.version));
