import type { Article } from '../../lambda/domain/article.ts';
import { Refused } from '../../lambda/domain/fault.ts';
import type { ArticleId, ConceptId, ConceptKind } from '../../lambda/domain/identity.ts';
import { type ReadableArticle, readArticleAt, readArticleByPath, readTeasers } from '../../lambda/store/article-reads.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { listChanges } from '../../lambda/store/change-reads.ts';
import { listConcepts, listSections, readConcept, readSection } from '../../lambda/store/concept-reads.ts';
import { releaseArticle, withdrawArticle } from '../../lambda/store/desk-writes.ts';
import * as listings from '../../lambda/store/listing-reads.ts';
import type { NewsTable } from '../../lambda/store/news-table.ts';
import type { Page, PageRequest } from '../../lambda/store/page.ts';
import { openPreview, readDraft } from '../../lambda/store/preview-reads.ts';
import { sweep } from '../../lambda/store/sweeper.ts';
import { ALL_PATHS, DIRECTORIES, type History, idOf, instant, LISTS, PROFILES, pushOf, SOURCE, type Step, tick } from './generators.ts';
import { checkItems } from './invariants.ts';
import type { Lane } from './lane.ts';
import type { AsOf, Kept, Log, Push } from './model.ts';
import * as model from './model.ts';

/** How often each kind of event and rule occurred: a generator that never makes a case must be seen. */
export type Tally = Map<string, number>;

type Doing = { kind: 'PUSH'; article: Article; push: Push } | { kind: 'SWEEP' } | { kind: 'WITHDRAW' | 'RELEASE'; article: ArticleId };

/** How many questions are asked at each instant; all of them would make a history last seconds. Which ones, the history's seed says. */
const QUESTIONS = { now: 4, before: 1, at: 2, preview: 2, afterTrouble: 6 };

/**
 * Lets one history happen to a real table and to the model, and compares every answer.
 * What the model cannot know - whether a push that was cut had been written, which of two writers came first - it holds open: `worlds`
 * are the logs that agree with every answer so far, and there must always be one.
 * @throws {Error} with the question, the instant and both answers, when they differ
 */
export async function runHistory(lane: Lane, history: History, tally: Tally): Promise<void> {
  await lane.fresh();
  const random = randomFrom(history.reads);
  const pushes: { article: Article; push: Push }[] = [];
  let worlds: Log[] = [[]];
  /** Articles with a change that was cut and not yet finished: lists are held to what is safe, not to what is whole. */
  const unfinished = new Set<string>();
  let wall = tick(0);
  let minutes = 0;
  const count = (what: string) => {
    tally.set(what, (tally.get(what) ?? 0) + 1);
  };

  const decide = (doing: Step['doing'], now: number): Doing => {
    if (doing.kind === 'AGAIN' && pushes.length > 0) {
      count('push: the same again');
      return { kind: 'PUSH', ...(pushes[doing.turn % pushes.length] as (typeof pushes)[number]) };
    }
    if (doing.kind === 'WITHDRAW' || doing.kind === 'RELEASE') return { kind: doing.kind, article: idOf(doing.article) };
    if (doing.kind !== 'PUSH') return { kind: 'SWEEP' };
    const wish = doing.push;
    const article = idOf(wish.article);
    const earlier = pushes.filter(({ push }) => push.article === article);
    const highest = Math.max(0, ...earlier.map(({ push }) => push.version ?? 0));
    const unnumbered = history.unnumbered && wish.article === 0;
    const made = pushOf(wish, now, unnumbered ? null : Math.max(0, highest + wish.bump), `story ${pushes.length}`, earlier.at(-1)?.push);
    pushes.push(made);
    tallyPush(count, worlds[0] ?? [], made.push);
    return { kind: 'PUSH', ...made };
  };
  /** What was refused, and finished nothing: a push of what is held; what editors would do to an article that is not there. */
  const refused = new Set<Doing>();
  const perform = (doing: Doing, now: number) => async (table: NewsTable) => {
    try {
      await act(table, doing, now);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (doing.kind === 'PUSH') {
        if (!error.message.includes('is held back')) throw error;
        count('hold: a push was refused');
      }
      refused.add(doing);
    }
  };
  const act = (table: NewsTable, doing: Doing, now: number): Promise<unknown> => {
    switch (doing.kind) {
      case 'SWEEP':
        return sweep(table, instant(now));
      case 'PUSH':
        return pushArticle(table, doing.article, instant(now));
      case 'WITHDRAW':
        count('hold: withdrawn');
        return withdrawArticle(table, doing.article, 'No', instant(now));
      default:
        return releaseArticle(table, doing.article).then((was) => was && count('hold: released'));
    }
  };
  const told = (log: Log, doing: Doing, now: number): Log => {
    if (refused.has(doing) && doing.kind !== 'PUSH') return log;
    if (doing.kind === 'SWEEP') return [...log, { kind: 'LOOK', now }];
    return [...log, doing.kind === 'PUSH' ? { ...doing.push, now } : { kind: doing.kind, article: doing.article, now }];
  };
  const settled = (doing: Doing) => {
    if (doing.kind === 'SWEEP') unfinished.clear();
    else if (doing.kind !== 'RELEASE' && !refused.has(doing)) unfinished.delete(articleOf(doing));
  };

  const holds = (question: string, clock: number, preview: boolean, answer: string, context: Record<string, unknown>) => {
    const expected = worlds.map((log) => acceptable(log, question, clock, preview));
    const next = worlds.filter((_, place) => expected[place]?.includes(answer));
    if (next.length === 0) {
      throw new Error(
        `${question} at ${instant(clock)}${preview ? ' (preview)' : ''}, wall clock ${instant(wall)}\n  answered ${answer}\n  expected ${[...new Set(expected.flat())].join('\n        or ')}\n  ${JSON.stringify(context)}`,
      );
    }
    worlds = next;
  };
  const ask = async (table: NewsTable, question: string, clock: number, preview: boolean) => {
    const answer = await answerTo(table, question, clock, randomFrom(random() * 2 ** 32));
    const loose = preview ? new Set<string>() : unfinished;
    if (loose.size === 0) return holds(question, clock, preview, answer, { table: 'finished' });
    await expectSafe(table, worlds, loose, question, clock, answer, (stripped, of) => {
      const before = worlds;
      worlds = before.filter((log) => acceptable(log, question, clock, preview).some((one) => of(one) === stripped));
      if (worlds.length > 0) return;
      throw new Error(
        `${question} at ${instant(clock)}, wall clock ${instant(wall)}, with a change under way\n  answered ${answer}\n  expected ${before.flatMap((log) => acceptable(log, question, clock, preview)).join('\n        or ')}`,
      );
    });
  };
  const observe = async (troubled: boolean) => {
    const ids = [...new Set(worlds.flatMap(model.articlesOf))];
    const all = questionsAbout(ids);
    const some = (count: number) => Array.from({ length: count }, () => all[Math.floor(random() * all.length)] as string);
    const first = troubled ? [...ids.flatMap((id) => [`ID ${id}`, `DRAFT ${id}`]), ...some(QUESTIONS.afterTrouble)] : some(QUESTIONS.now);
    await together(first.map((question) => () => ask(lane.table, question, wall, false)));
    for (const moment of momentsAfter(pushes, worlds, wall)) {
      for (const [clock, questions] of [
        [moment - 1, QUESTIONS.before],
        [moment, QUESTIONS.at],
      ] as const) {
        if (clock < wall) continue;
        await together(some(questions).map((question) => () => ask(lane.table, question, clock, false)));
      }
      if (random() < 0.15) {
        count('read: under a preview');
        const preview = await openPreview(lane.table, instant(moment));
        await together(some(QUESTIONS.preview).map((question) => () => ask(preview, question, moment, true)));
      }
    }
    if (troubled || random() < 0.3) {
      const items = await lane.dump();
      const faults = worlds.map((log) => checkItems(lane.table, items, log, unfinished));
      worlds = worlds.filter((_, place) => faults[place]?.length === 0);
      if (worlds.length === 0) throw new Error(`The table itself at ${instant(wall)}: ${JSON.stringify(faults, null, 1)}`);
    }
  };

  for (const { wait, doing, trouble } of history.steps) {
    minutes += wait;
    wall = tick(minutes);
    const first = decide(doing, wall);
    if (trouble?.kind === 'MEANWHILE') {
      const skew = trouble.call % 3 === 0 ? 1 : 0; // minutes by which the other writer's clock is ahead
      const second = decide(trouble.other, tick(minutes + skew));
      const other = () => perform(second, tick(minutes + skew))(lane.table);
      const { happened } = await lane.under({ kind: 'MEANWHILE', call: trouble.call, run: other }, perform(first, wall));
      if (!happened) await other();
      count(`two writers: ${first.kind} and ${second.kind}${skew ? ' with a clock ahead' : ''}`);
      const after = tick(minutes + skew);
      worlds = worlds.flatMap((log) => [
        told(told(log, first, wall), second, after),
        told(told(log, second, after), first, wall),
        ...claimed(log, first).map((taken) => told(told(taken, second, after), first, wall)),
      ]);
      minutes += skew;
      wall = after;
      for (const done of [first, second]) settled(done);
      // Whoever comes last with the earlier clock may list again what has just ended; the next look puts that right.
      for (const done of [first, second]) if (skew && done.kind !== 'SWEEP') unfinished.add(articleOf(done));
    } else {
      const { crashed, happened } = await lane.under(trouble, perform(first, wall));
      const done = worlds.map((log) => told(log, first, wall));
      worlds = crashed ? [...worlds, ...done, ...worlds.flatMap((log) => claimed(log, first))] : done;
      if (happened && trouble) count(`${trouble.kind === 'CRASH' ? 'crash' : 'lost answer'}: ${first.kind}, write ${trouble.write}`);
      if (!crashed) settled(first);
      else for (const id of first.kind === 'SWEEP' ? worlds.flatMap(model.articlesOf) : [articleOf(first)]) unfinished.add(id);
    }
    await observe(trouble !== null);
  }

  // At last all moments come, one after the other, and the sweeper with them.
  for (const moment of momentsAfter(pushes, worlds, wall).filter((_, place, all) => place % 3 === 2 || place === all.length - 1)) {
    wall = moment;
    await observe(false);
    await sweep(lane.table, instant(wall));
    worlds = worlds.map((log) => [...log, { kind: 'LOOK', now: wall }]);
    unfinished.clear();
    await observe(false);
  }
  await sweep(lane.table, instant(wall));
  worlds = worlds.map((log) => [...log, { kind: 'LOOK', now: wall }]);
  unfinished.clear();
  await observe(true);
}

function articleOf(doing: Exclude<Doing, { kind: 'SWEEP' }>): string {
  return doing.kind === 'PUSH' ? doing.push.article : doing.article;
}

/** The log of a push that was cut when it had taken its path and nothing else. */
function claimed(log: Log, doing: Doing): Log[] {
  if (doing.kind !== 'PUSH' || doing.push.status === 'CANCELED') return [];
  const { article, path, suffixed } = doing.push;
  const owner = model.replay(log).owners.get(path) ?? article;
  return [[...log, { kind: 'CLAIM', article, path: owner === article ? path : suffixed }]];
}

/** Every instant that any push has named and that is still to come, also those that no longer count: there a leak would show. */
function momentsAfter(pushes: { push: Push }[], worlds: Log[], wall: number): number[] {
  const named = pushes.flatMap(({ push }) => [push.created, push.firstPublished, push.embargo, push.schedule, push.expires]);
  const known = worlds.flatMap((log) =>
    model.articlesOf(log).flatMap((id) => model.versionsOf(log, id).flatMap(({ from, until }) => [from, until])),
  );
  const all = [...new Set([...named, ...known])].filter((moment) => moment !== null && moment > wall && moment < model.NEVER) as number[];
  return all.sort((one, other) => one - other);
}

function questionsAbout(ids: string[]): string[] {
  return [
    ...ids.flatMap((id) => [`ID ${id}`, `ID ${id}`, `HEAD ${id}`, `DRAFT ${id}`]),
    ...['TEASERS', 'TEASERS', 'CHANGES', 'CHANGES', 'SECTIONS'],
    ...Object.keys(DIRECTORIES).map((kind) => `CONCEPTS ${kind}`),
    ...[...ALL_PATHS, ...LISTS].map((name) => (name.startsWith('/') ? `PATH ${name}` : `LIST ${name}`)),
    ...PROFILES.map((partition) => `PROFILE ${partition}`),
  ];
}

/** What the store answers, as text. */
async function answerTo(table: NewsTable, question: string, clock: number, random: () => number): Promise<string> {
  const at = instant(clock);
  const [what = '', ...words] = question.split(' ');
  const rest = words.join(' ');
  switch (what) {
    case 'ID':
    case 'HEAD':
      return asText(await readArticleAt(table, rest as ArticleId, at, { withBody: what === 'ID' }));
    case 'DRAFT':
      return asText(await readDraft(table, rest as ArticleId, at, { withBody: true }));
    case 'PATH': {
      const found = await readArticleByPath(table, rest, at, { withBody: random() < 0.5 });
      if (!found) return 'nothing';
      if ('article' in found) return `article ${found.article.head.id} ${found.article.head.version}`;
      if ('moved' in found) return `moved ${found.moved.id} ${found.moved.version}`;
      return `withdrawn ${found.withdrawn.id} ${found.withdrawn.version}`;
    }
    case 'TEASERS': {
      const ids = [0, 1, 2].map(idOf);
      return (await readTeasers(table, ids, at)).map((found) => (found ? `${found.version} ${found.headline}` : 'nothing')).join(', ');
    }
    case 'PROFILE': {
      const [kind, id = ''] = rest.split('#');
      const found = kind === 'SECTION' ? await readSection(table, id, at) : await readConcept(table, id as ConceptId, at);
      return found?.name ?? 'nothing';
    }
    case 'SECTIONS':
      return (await wholeList((page) => listSections(table, at, page), random)).map(({ node }) => `${node.slug} ${node.name}`).join(', ');
    case 'CONCEPTS': {
      const prefix = random() < 0.2 ? 'Old' : null;
      const found = await wholeList((page) => listConcepts(table, rest as ConceptKind, null, at, page), random);
      if (prefix) {
        const some = await wholeList((page) => listConcepts(table, rest as ConceptKind, prefix, at, page), random);
        const expected = found.filter(({ node }) => node.name.startsWith(prefix));
        if (JSON.stringify(some) !== JSON.stringify(expected))
          throw new Error(`${question} with a prefix at ${at} answered ${JSON.stringify(some)}`);
      }
      return found.map(({ node }) => `${node.id} ${node.name}`).join(', ');
    }
    case 'CHANGES':
      return (await allChanges(table, at, random)).join(', ');
    default:
      if (!table.preview && random() < 0.15) await expectCursorsOfOtherClocks(table, rest, clock);
      return (await wholeList((page) => pageOf(table, rest, at, page), random))
        .map(({ cursor, node }) => {
          const teaser = 'teaser' in node ? node.teaser : node;
          const [, , , turn = '0'] = Buffer.from(cursor, 'base64url').toString().split('#');
          return `${teaser.id} ${teaser.version} ${Number(turn)} ${teaser.headline}`;
        })
        .join(', ');
  }
}

type Entry = Page<listings.Said | listings.Described | listings.Said['teaser']>;

function pageOf(table: NewsTable, list: string, at: ReturnType<typeof instant>, page: PageRequest): Promise<Entry> {
  const [kind, name = ''] = list.split(' ');
  switch (kind) {
    case 'LATEST':
      return listings.listLatest(table, name || null, at, page);
    case 'SECTION':
      return listings.listSection(table, name, at, page);
    case 'AUTHOR':
      return listings.listContributions(table, name as ConceptId, at, page);
    case 'SERIES':
      return listings.listSeries(table, 'series', at, page);
    case 'TRANSLATIONS':
      return listings.listTranslations(table, SOURCE, 'group', at, page);
    case 'ABOUT':
      return listings.listAbout(table, name as ConceptId, at, page);
    case 'MENTIONED':
      return listings.listMentions(table, name as ConceptId, at, page);
    case 'SAID':
      return listings.listQuotations(table, name as ConceptId, at, page);
    default:
      return listings.listDescriptions(table, name as ConceptId, at, page);
  }
}

/** A whole list; now and then also by small pages, forwards and backwards, which must come to the same. */
async function wholeList<Node>(read: (page: PageRequest) => Promise<Page<Node>>, random: () => number): Promise<Page<Node>['edges']> {
  const all = await walkThrough(read, 100, true);
  if (all.length < 2 || all.length > 12 || random() > 0.3) return all;
  const size = 1 + Math.floor(random() * 3);
  for (const forwards of [true, false]) {
    const paged = await walkThrough(read, size, forwards);
    if (JSON.stringify(paged) !== JSON.stringify(all))
      throw new Error(
        `Pages of ${size} ${forwards ? 'forwards' : 'backwards'} gave ${JSON.stringify(paged)} and not ${JSON.stringify(all)}`,
      );
  }
  return all;
}

async function walkThrough<Node>(read: (page: PageRequest) => Promise<Page<Node>>, size: number, forwards: boolean) {
  let edges: Page<Node>['edges'] = [];
  for (;;) {
    const cursor = (forwards ? edges.at(-1) : edges[0])?.cursor;
    const page = await read(forwards ? { first: size, after: cursor } : { last: size, before: cursor });
    edges = forwards ? [...edges, ...page.edges] : [...page.edges, ...edges];
    if (page.edges.length === 0 && cursor && (forwards ? page.hasNextPage : page.hasPreviousPage))
      throw new Error('A page is empty and says that more follow');
    if (!(forwards ? page.hasNextPage : page.hasPreviousPage)) return edges;
    if (edges.length > 1000) throw new Error('A list does not end');
  }
}

/** A cursor given out at a later clock, asked at this one: forwards all that is older, backwards all that is newer and yet readable. */
async function expectCursorsOfOtherClocks(table: NewsTable, list: string, clock: number): Promise<void> {
  const later = await pageOf(table, list, instant(clock + 12 * 3_600_000), { first: 1 });
  const cursor = later.edges[0]?.cursor;
  if (!cursor) return;
  const at = instant(clock);
  const [all, after, before] = await Promise.all([
    pageOf(table, list, at, { first: 100 }),
    pageOf(table, list, at, { first: 100, after: cursor }),
    pageOf(table, list, at, { last: 100, before: cursor }),
  ]);
  if (all.hasNextPage) return; // longer than one page: nothing to compare with
  const keyOf = (text: string) => Buffer.from(text, 'base64url').toString();
  const keys = ({ edges }: Pick<Entry, 'edges'>) => edges.map((edge) => keyOf(edge.cursor)).join();
  const older = { edges: all.edges.filter((edge) => keyOf(edge.cursor) < keyOf(cursor)) };
  const newer = { edges: all.edges.filter((edge) => keyOf(edge.cursor) > keyOf(cursor)) };
  if (keys(after) !== keys(older)) throw new Error(`${list} at ${at} after the later cursor ${keyOf(cursor)} answered ${keys(after)}`);
  if (keys(before) !== keys(newer)) throw new Error(`${list} at ${at} before the later cursor ${keyOf(cursor)} answered ${keys(before)}`);
}

async function allChanges(table: NewsTable, at: ReturnType<typeof instant>, random: () => number): Promise<string[]> {
  const size = random() < 0.3 ? 2 : 100;
  const found: string[] = [];
  let since: string | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof listChanges>> = await listChanges(table, since, at, size);
    found.push(...page.edges.map(({ node }) => `${node.articleId} ${node.version} ${node.kind}`));
    since = page.edges.at(-1)?.cursor ?? since;
    if (!page.hasNextPage) return found;
  }
}

function asText(found: ReadableArticle | null): string {
  if (!found) return 'nothing';
  if ('tombstone' in found) return `${found.tombstone.reason} ${found.tombstone.version} ${[...found.tombstone.paths].sort().join(' ')}`;
  const { head, body } = found;
  const [block] = body?.blocks ?? [];
  const text = block && 'text' in block ? block.text : `Body of ${head.headline}`;
  const paths = [...head.formerPaths, { path: head.path, until: null }].map(({ path, until }) => `${path}<${until}`);
  return `${head.version} ${head.headline} (${text}) ${head.datePublished} ${head.dateModified} ${head.until} ${paths.join(' ')}`;
}

/** What the model allows as an answer: to the millisecond, and in lists also what they showed when the article was last looked at. */
function acceptable(log: Log, question: string, clock: number, preview: boolean): string[] {
  const [what = '', ...words] = question.split(' ');
  const rest = words.join(' ');
  const exactly: AsOf = () => clock;
  const views = preview ? [exactly] : [model.lastLooked(log), exactly];
  const each = (answer: (asOf: AsOf) => string) => [...new Set(views.map(answer))];
  switch (what) {
    case 'ID':
    case 'HEAD':
      return [modelText(log, model.byId(log, rest, clock))];
    case 'DRAFT': {
      const waiting = model.versionsOf(log, rest).find(({ from, push }) => from > clock && push.status !== 'CANCELED');
      return [modelText(log, waiting ? { kept: waiting, state: 'READABLE' } : model.byId(log, rest, clock))];
    }
    case 'PATH':
      return [model.byPath(log, rest, clock) ?? 'nothing'];
    case 'TEASERS':
      return each((asOf) => [0, 1, 2].map((article) => short(model.teaser(log, idOf(article), asOf, clock))).join(', '));
    case 'PROFILE':
      return each((asOf) => model.profile(log, rest, asOf, clock) ?? 'nothing');
    case 'SECTIONS':
      return each((asOf) =>
        directory(
          log,
          PROFILES.filter((partition) => partition.startsWith('SECTION#')),
          asOf,
          clock,
        ),
      );
    case 'CONCEPTS':
      return each((asOf) => directory(log, DIRECTORIES[rest as ConceptKind] ?? [], asOf, clock));
    case 'CHANGES':
      // Changes are read at the wall clock; a preview has none of its own.
      return [model.lastLooked(log), exactly].map((asOf) =>
        model
          .changes(log, asOf, clock)
          .map(({ article, version, kind }) => `${article} ${version} ${kind}`)
          .join(', '),
      );
    default:
      return each((asOf) =>
        model
          .list(log, rest, asOf, clock)
          .map(({ article, turn, kept }) => `${article} ${kept.version} ${turn} ${kept.push.content}`)
          .join(', '),
      );
  }
}

const short = (kept: Kept | null) => (kept ? `${kept.version} ${kept.push.content}` : 'nothing');

function directory(log: Log, partitions: string[], asOf: AsOf, clock: number): string {
  return partitions
    .map((partition) => ({ id: partition.slice(partition.indexOf('#') + 1), name: model.profile(log, partition, asOf, clock) }))
    .filter(({ name }) => name !== null)
    .sort((one, other) => (`${one.name?.toLowerCase()}\u0001${one.id}` < `${other.name?.toLowerCase()}\u0001${other.id}` ? -1 : 1))
    .map(({ id, name }) => `${id} ${name}`)
    .join(', ');
}

function modelText(log: Log, found: ReturnType<typeof model.byId>): string {
  if (!found) return 'nothing';
  const { kept, state } = found;
  const { article, content } = kept.push;
  const paths = model.pathsOf(log, article, kept);
  if (state !== 'READABLE')
    return `${state} ${kept.version} ${paths
      .map(({ path }) => path)
      .sort()
      .join(' ')}`;
  const first = model.publishedOf(log, article);
  const dates = [first, kept.from, kept.until].map((moment) => (moment === null ? 'null' : instant(moment)));
  const steps = paths.map(({ path, until }) => `${path}<${until === null ? null : instant(until)}`);
  return `${kept.version} ${content} (Body of ${content}) ${dates.join(' ')} ${steps.join(' ')}`;
}

/**
 * While a change is cut, an article may be missing from lists; what does stand there must be readable, and whatever concerns other articles must be
 * exact. Articles themselves, by id and by path, are exact all the time.
 */
async function expectSafe(
  table: NewsTable,
  worlds: Log[],
  loose: Set<string>,
  question: string,
  clock: number,
  answer: string,
  compare: (stripped: string, of: (answer: string) => string) => void,
): Promise<void> {
  const [what = '', ...words] = question.split(' ');
  const rest = words.join(' ');
  if (['ID', 'HEAD', 'DRAFT', 'PATH'].includes(what)) return compare(answer, (expected) => expected);
  if (what === 'PROFILE' || what === 'SECTIONS' || what === 'CONCEPTS') {
    const names =
      what === 'PROFILE'
        ? answer === 'nothing'
          ? []
          : [rest]
        : answer
            .split(', ')
            .filter(Boolean)
            .map((entry) => `#${entry.split(' ')[0]}`);
    for (const name of names) {
      const justified = worlds.some((log) =>
        log.some(
          (event) =>
            event.kind === 'PUSH' &&
            Object.keys(event.names).some((partition) => partition.endsWith(name)) &&
            everReadable(worlds, event.article, clock),
        ),
      );
      if (!justified) throw new Error(`${question} at ${instant(clock)} made ${name} public, and nothing that names it is`);
    }
    return;
  }
  const isLoose = (entry: string) => [...loose].some((id) => entry.startsWith(id));
  if (what === 'TEASERS') {
    const places = [0, 1, 2].filter((article) => !loose.has(idOf(article)));
    const pick = (text: string) => places.map((place) => text.split(', ')[place]).join(', ');
    return compare(pick(answer), pick);
  }
  const strip = (text: string) =>
    text
      .split(', ')
      .filter((entry) => !isLoose(entry))
      .join(', ');
  compare(strip(answer), strip);
  if (what === 'CHANGES') return;
  for (const entry of answer.split(', ').filter((one) => one !== '' && isLoose(one))) {
    const [id = '', version] = entry.split(' ');
    const found = await readArticleAt(table, id as ArticleId, instant(clock), { withBody: false });
    const former = worlds.some((log) => String(model.teaser(log, id, model.lastLooked(log), clock)?.version) === version);
    if ((!found || !('head' in found)) && !former)
      throw new Error(`${question} at ${instant(clock)} lists ${entry}, which cannot be opened`);
    const shown = worlds.some((log) => model.versionsOf(log, id).some((kept) => String(kept.version) === version && kept.from <= clock));
    if (!shown) throw new Error(`${question} at ${instant(clock)} lists ${entry}, which never was readable`);
  }
}

/** Whether an article was to be readable by then, now or before any of its pushes: a cut change may still show the profile as it was. */
const everReadable = (worlds: Log[], article: string, clock: number) =>
  worlds.some((log) => log.some((_, place) => model.publishedOf(log.slice(0, place + 1), article) <= clock));

function tallyPush(count: (what: string) => void, log: Log, push: Push): void {
  const { now, status, embargo, schedule, version } = push;
  const kept = model.versionsOf(log, push.article);
  const current = kept.findLast(({ from }) => from <= now);
  const waiting = kept.find(({ from }) => from > now);
  const wish = Math.max(embargo ?? 0, schedule ?? 0);
  const known = Math.max(-1, ...kept.map((one) => one.version));
  count(`push: ${status}`);
  if (version === null) count('push: unnumbered');
  else if (version <= known) {
    count(version < known ? 'push: an older version' : 'push: the same number with other content');
    return;
  }
  if (status === 'CANCELED')
    count(
      current
        ? waiting
          ? 'kill: live, with an update waiting'
          : 'kill: live'
        : waiting
          ? 'kill: before the first moment'
          : 'kill: of nothing',
    );
  if (status === 'USABLE' && current?.push.status === 'CANCELED') count(wish > now ? 'return: with embargo' : 'return: at once');
  if (status === 'USABLE' && wish > now) count(current ? 'embargo: an update' : 'embargo: a first publication');
  if (status === 'USABLE' && waiting && wish > now) count(wish > waiting.from ? 'embargo: moved later' : 'embargo: moved earlier');
  if (status === 'USABLE' && waiting && wish <= now) count('embargo: lifted by a new version');
  if (status === 'USABLE' && current?.path && current.path !== push.path) count('path: changed');
  if (push.embargo === model.NEVER) count('embargo: beyond the last instant');
  if (push.expires !== null) count('expiry');
  if (push.created !== null && push.created > now) count('clock: the source runs ahead');
  if (push.firstPublished !== null && push.firstPublished < now) count('archive: published before');
  if (status !== 'CANCELED' && (model.replay(log).owners.get(push.path) ?? push.article) !== push.article) count('path: taken');
  if (Object.values(push.lists).flat().length > 90) count('write: in several parts');
}

/** At most a few calls at once, so that one failing question is reported and not all. */
async function together(tasks: (() => Promise<unknown>)[]): Promise<void> {
  await Promise.all(tasks.map((task) => task()));
}

/** A small generator of our own (mulberry32), so that a history says for itself which questions it asks. */
function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
