/** What stands between readers and the service, as far as CloudFront is documented to do it: everything that it may do late, it does as late as it may. */

/** A request as the CDN sends it on. `query` comes without its `?`; names of headers are in lower case. */
export type CdnRequest = { method: 'GET' | 'POST'; path: string; query: string; headers: Record<string, string>; body?: string };
export type OriginAnswer = { status: number; headers: Record<string, string>; body: string };

/** Makes the answers. Rejects when there is none in time. */
export type Origin = (request: CdnRequest) => Promise<OriginAnswer>;

/** `STALE`: what was kept, while a newer one is fetched; `IN_NEED`: what was kept, because the origin has failed. */
export type CdnAnswer = OriginAnswer & { from: 'ORIGIN' | 'CACHE' | 'STALE' | 'IN_NEED' };

export type SimulatedCdn = {
  ask(request: Partial<CdnRequest> & { path: string }): Promise<CdnAnswer>;
  /** Drops what has one of the tags and was kept before the purge took effect. */
  purge(tags: readonly string[]): void;
  /** Until nothing is being fetched behind the readers' backs. */
  settled(): Promise<void>;
  /** Requests that reached the origin so far. */
  readonly asked: number;
};

type Kept = {
  answer: OriginAnswer;
  tags: readonly string[];
  since: number;
  agedBy: number;
  lives: number;
  revalidate: number;
  broken: number;
};

const DAY = 86_400;
const MOST_TAGS = 50;

/** Headers that are part of the key: see the cache policy in infra/. */
const KEY_HEADERS = ['x-broadsheet-reader', 'x-broadsheet-preview'];

/**
 * @param clock milliseconds since 1970
 * @param options.tagHeader in which the origin names tags; readers never see it
 * @param options.purgeTakes milliseconds from the order to its effect
 */
export function simulatedCdn(origin: Origin, clock: () => number, { tagHeader = 'cache-tag', purgeTakes = 0 } = {}): SimulatedCdn {
  const kept = new Map<string, Kept>();
  let purges: { tags: ReadonlySet<string>; at: number }[] = [];
  const fetches = new Map<string, Promise<CdnAnswer>>();
  let asked = 0;

  const ageOf = ({ since, agedBy }: Kept) => agedBy + (clock() - since) / 1000;

  /** Purges whose time has come; each takes effect once. */
  function letGo(): void {
    const due = purges.filter(({ at }) => at <= clock());
    purges = purges.filter((purge) => !due.includes(purge));
    for (const [key, { tags }] of kept) if (due.some(({ tags: gone }) => tags.some((tag) => gone.has(tag)))) kept.delete(key);
  }

  function lookUp(key: string): Kept | undefined {
    letGo();
    return kept.get(key);
  }

  function keep(key: string, answer: OriginAnswer): void {
    const control = directives(answer.headers['cache-control']);
    const lives = control.get('s-maxage') ?? control.get('max-age');
    if (lives === undefined || control.has('no-store') || control.has('private')) return;
    letGo();
    const tags = (answer.headers[tagHeader] ?? '').split(',').map((tag) => tag.trim().toLowerCase());
    kept.set(key, {
      ...{ answer, tags: tags.filter(Boolean).slice(0, MOST_TAGS), since: clock(), agedBy: Number(answer.headers.age ?? 0) },
      lives: Math.min(lives, DAY),
      ...{ revalidate: control.get('stale-while-revalidate') ?? 0, broken: control.get('stale-if-error') ?? 0 },
    });
  }

  function fromKept(found: Kept, from: CdnAnswer['from']): CdnAnswer {
    const { status, headers, body } = found.answer;
    return { status, headers: { ...headers, age: String(Math.floor(ageOf(found))) }, body, from };
  }

  /** Asks the origin, and keeps what may be kept. What was kept stands in for an origin that has failed. */
  async function fetchAnew(key: string, request: CdnRequest): Promise<CdnAnswer> {
    const before = lookUp(key);
    const { 'if-none-match': _own, ...headers } = request.headers;
    const known = before?.answer.headers.etag;
    asked += 1;
    const answer = await origin({ ...request, headers: { ...headers, ...(known ? { 'if-none-match': known } : {}) } }).catch(
      (): OriginAnswer => ({ status: 504, headers: {}, body: '' }),
    );
    if (answer.status === 304 && before) {
      keep(key, { ...before.answer, headers: { ...before.answer.headers, ...answer.headers } });
      return { ...before.answer, headers: { ...before.answer.headers, ...answer.headers }, from: 'ORIGIN' };
    }
    const still = lookUp(key);
    if (answer.status >= 500 && still && ageOf(still) < still.lives + still.broken) return fromKept(still, 'IN_NEED');
    if (answer.status === 200) keep(key, answer);
    return { ...answer, from: 'ORIGIN' };
  }

  /** Readers who ask for the same while it is fetched share what comes. */
  function fetchOnce(key: string, request: CdnRequest): Promise<CdnAnswer> {
    const running = fetches.get(key) ?? fetchAnew(key, request).finally(() => fetches.delete(key));
    fetches.set(key, running);
    return running;
  }

  async function answerFor(request: CdnRequest): Promise<CdnAnswer> {
    if (request.method !== 'GET') {
      asked += 1;
      return { ...(await origin(request)), from: 'ORIGIN' };
    }
    const key = JSON.stringify([request.method, request.path, request.query, KEY_HEADERS.map((name) => request.headers[name] ?? null)]);
    const found = lookUp(key);
    if (!found) return fetchOnce(key, request);
    const age = ageOf(found);
    if (age < found.lives) return fromKept(found, 'CACHE');
    if (age >= found.lives + found.revalidate) return fetchOnce(key, request);
    const stale = fromKept(found, 'STALE');
    void fetchOnce(key, request);
    return stale;
  }

  return {
    async ask({ path, method = 'GET', query = '', headers = {}, body }) {
      const answer = await answerFor({ method, path, query, headers, ...(body === undefined ? {} : { body }) });
      const { [tagHeader]: _own, ...shown } = answer.headers;
      const isKnown = answer.status === 200 && shown.etag !== undefined && shown.etag === headers['if-none-match'];
      return { ...answer, headers: shown, ...(isKnown ? { status: 304, body: '' } : {}) };
    },
    purge: (tags) => void purges.push({ tags: new Set(tags.map((tag) => tag.toLowerCase())), at: clock() + purgeTakes }),
    async settled() {
      while (fetches.size > 0) await Promise.allSettled(fetches.values());
    },
    get asked() {
      return asked;
    },
  };
}

/** `s-maxage=15, no-store` as names and seconds; one without a number has 0. */
function directives(header = ''): Map<string, number> {
  return new Map(
    header.split(',').map((part) => {
      const [name = '', seconds = '0'] = part.trim().toLowerCase().split('=');
      return [name, Number(seconds)];
    }),
  );
}
