import { EntityFormatter } from 'dynamodb-toolbox/entity/actions/format';
import { digest } from '../../lambda/domain/identity.ts';
import type { NewsTable } from '../../lambda/store/news-table.ts';
import { instant, SOURCE } from './generators.ts';
import type { Log } from './model.ts';
import * as model from './model.ts';

type Item = Record<string, unknown>;

/**
 * Looks at the table itself, item by item: that keys ascend with versions (I1), that an article stands at most once in a list (I5), that what is
 * listed can be opened (I3), and, where no change is under way, that exactly those items are there which the log of pushes calls for.
 * @returns what is wrong, in words
 */
export function checkItems(table: NewsTable, items: readonly Item[], log: Log, unfinished: ReadonlySet<string>): string[] {
  const faults: string[] = [];
  const fault = (what: string) => faults.push(what);
  const of = (entity: string) => items.filter((item) => item.e === entity);
  const places = (entity: string) => of(entity).map(({ pk, sk }) => `${pk} ${sk}`);
  const listings = of('Listing').map((item) => ({
    ...{ pk: String(item.pk), sk: String(item.sk) },
    ...table.listing.build(EntityFormatter).format(item),
  }));
  const isSettled = (place: string) => ![...unfinished].some((id) => place.includes(id));
  const same = (what: string, found: string[], expected: string[]) => {
    const [here, there] = [found.filter(isSettled).sort(), expected.filter(isSettled).sort()];
    const [extra, missing] = [here.filter((one) => !there.includes(one)), there.filter((one) => !here.includes(one))];
    if (extra.length > 0 || missing.length > 0 || here.length !== there.length)
      fault(`${what}: too many ${extra.join(', ')}; missing ${missing.join(', ')}`);
  };
  const ids = model.articlesOf(log);
  const pad = (version: number) => String(version).padStart(16, '0');

  const typeOf = (head: Item) => table.versionHead.build(EntityFormatter).format(head).head.type;
  const heads = of('Head').sort((one, other) => (`${one.pk}${one.sk}` < `${other.pk}${other.sk}` ? -1 : 1));
  for (const [place, head] of heads.entries()) {
    const former = heads[place - 1];
    const isAgain = former?.v === head.v && [former, head].some((one) => one && typeOf(one) === 'TOMBSTONE'); // editors withdrew it
    if (former && former.pk === head.pk && Number(former.v) >= Number(head.v) && !isAgain)
      fault(`I1: ${head.pk} has version ${head.v} above ${former.v}`);
  }
  const turns = of('Listing').map((item) => `${item.pk} ${String(item.sk).replace(/^([AMQR])#[^#]*#/, '$1 ')}`);
  for (const [place, turn] of turns.entries()) if (turns.indexOf(turn) !== place) fault(`I5: stands twice: ${turn}`);
  for (const { pk, sk, listing } of listings) {
    const { id, version } = listing.teaser;
    if (!heads.some((head) => head.pk === `ARTICLE#${id}` && head.v === version && typeOf(head) === 'HEAD'))
      fault(`I3: listed and not there: ${pk} ${sk} version ${version}`);
  }

  const versions = ids.flatMap((id) => model.versionsOf(log, id).map((kept) => ({ id, ...kept })));
  const looked = model.lastLooked(log);
  same(
    'heads',
    places('Head'),
    versions.map(({ id, from, version }) => `ARTICLE#${id} V#${instant(from)}#${pad(version)}#HEAD`),
  );
  same(
    'bodies',
    places('Body').filter((place) => place.endsWith('#99')),
    versions.filter(({ path }) => path !== null).map(({ id, from, version }) => `ARTICLE#${id} V#${instant(from)}#${pad(version)}#BODY#99`),
  );
  const ending = versions.filter((kept) => kept.until !== null && !model.isOver(log, kept.id, looked, kept));
  same(
    'ends',
    places('End'),
    ending.map(({ id, until, version }) => `ARTICLE#${id} V#${instant(until ?? 0)}#${pad(version)}#TOMB`),
  );
  same(
    'paths',
    of('Path').map(({ p, a }) => `${p} ${a}`),
    [...model.replay(log).owners].map(([path, id]) => `${path} ${id}`),
  );
  const shown = ids.flatMap((id) => model.standing(log, id, looked) ?? []);
  same(
    'teasers',
    places('Teaser'),
    shown.map(({ push }) => `ARTICLE#${push.article} TEASER`),
  );
  same(
    'listings',
    listings.map(({ pk, sk, listing }) => nameOf(pk, sk, listing.teaser.version)),
    shown.flatMap(({ push, version }) => standsIn(push, version, instant(model.publishedOf(log, push.article)))),
  );
  same(
    'changes',
    of('Change').map(({ a, v, k }) => `${a} ${v} ${k}`),
    model.changes(log, looked, model.NEVER * 2).map(({ article, version, kind }) => `${article} ${version} ${kind}`),
  );
  for (const item of of('Manifest')) {
    const { finished, left, moment } = table.manifest.build(EntityFormatter).format(item).state;
    if (isSettled(String(item.pk)) && !(finished && left.length === 0 && moment === null)) fault(`unfinished: ${item.pk}`);
  }
  const swept = (id: string) => {
    const pushed = log.findLastIndex((event) => event.kind === 'PUSH' && event.article === id);
    return Math.max(0, ...log.slice(pushed).map((event) => (event.kind === 'LOOK' ? event.now : 0)));
  };
  for (const { sk } of of('Moment')) {
    const [, at = '', id = ''] = String(sk).split('#');
    if (isSettled(id) && at <= instant(swept(id))) fault(`a moment that has passed is left: ${sk}`);
  }
  if (unfinished.size === 0) {
    const named = [...new Set(shown.flatMap(({ push }) => Object.keys(push.names)))];
    same(
      'profiles',
      of('Profile').map(({ pk }) => String(pk)),
      named,
    );
    same(
      'directory',
      of('Directory').map(({ sk }) => String(sk).split('\u0001')[1] ?? ''),
      named.map((partition) => partition.slice(partition.indexOf('#') + 1)),
    );
  }
  return faults;
}

const LIST_OF: Record<string, string> = { A: 'ABOUT', M: 'MENTIONED', Q: 'SAID', R: 'DESCRIBED' };

/** A stored listing in the words of the model. */
function nameOf(pk: string, sk: string, version: number): string {
  const [partition = '', name = ''] = pk.split('#');
  const [kind = '', at, id, turn = '0'] = sk.split('#');
  const list =
    partition === 'CONCEPT'
      ? `${LIST_OF[kind]} ${name}`
      : partition === 'SERIES'
        ? 'SERIES'
        : partition === 'TRANSLATIONS' && name === digest(SOURCE, 'group')
          ? 'TRANSLATIONS'
          : `${partition} ${name}`.trim();
  return `${list} ${at} ${id} ${version} ${Number(turn)}`;
}

function standsIn(push: model.Push, version: number, at: string): string[] {
  return Object.entries(push.lists).flatMap(([list, turns]) => turns.map((turn) => `${list} ${at} ${push.article} ${version} ${turn}`));
}
