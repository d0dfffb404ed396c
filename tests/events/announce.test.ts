import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Instant, instantOf, millisecondsOf } from '../../lambda/domain/instant.ts';
import type { NewsDesk } from '../../lambda/events/announce.ts';
import type { Announcement } from '../../lambda/events/announcement.ts';
import { answerSchedule } from '../../lambda/events/schedule.ts';
import { answerStream } from '../../lambda/events/stream.ts';
import type { LogLine } from '../../lambda/log.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { pushCard } from '../../lambda/store/card-writes.ts';
import { withdrawArticle } from '../../lambda/store/desk-writes.ts';
import { pushFront } from '../../lambda/store/front-writes.ts';
import { cutKey } from '../../lambda/store/items.ts';
import { openNewsTable } from '../../lambda/store/news-table.ts';
import { type ArticleWish, anArticle, aPerson, aPost, at, idOf, LIVE } from '../support/article.ts';
import { aCard } from '../support/card.ts';
import { aFront } from '../support/front.ts';
import { type StreamedTable, type StreamRecord, streamedTable } from '../support/stream.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

let local: LocalTable;
let streamed: StreamedTable;
beforeAll(async () => {
  local = await startLocalTable();
});
afterAll(() => local[Symbol.asyncDispose]());

/** What left the house, in its order: purges of tags, and announcements as a consumer gets them. */
let left: ({ purged: readonly string[] } | { announced: Announcement })[];
let lines: LogLine[];
let now: Instant;
/** Ids that the bus does not take; and whether the CDN takes anything. */
let refused: Set<string>;
let cdnDown: boolean;
beforeEach(async () => {
  streamed = await streamedTable(local.endpoint);
  [left, lines, refused, cdnDown] = [[], [], new Set(), false];
});

const desk = (): NewsDesk => ({
  table: streamed.table,
  bus: async (announcements) => {
    const taken = announcements.filter(({ detail }) => !refused.has(detail.articleId));
    left.push(...taken.map((announced) => ({ announced })));
    return new Set(announcements.filter((one) => !taken.includes(one)).map(({ detail }) => detail.id));
  },
  cdn: {
    purge: async (tags) => {
      if (cdnDown) throw new Error('The CDN does not answer');
      left.push({ purged: tags });
    },
    isGone: null,
  },
  log: (line) => lines.push(line),
  clock: () => now,
  deadline: new AbortController().signal,
});

const push = (id: string, version: number, time: string, wish: Partial<ArticleWish> = {}) =>
  pushArticle(streamed.table, anArticle({ id, version, ...wish }), at(time));
const deliver = (time: string, records: readonly StreamRecord[]) => {
  now = at(time);
  return answerStream(desk(), records);
};
const schedule = (time: string) => {
  now = at(time);
  return answerSchedule(desk(), 0);
};
/** What a consumer has heard that drops what it has heard before. */
const heard = () => {
  const byId = new Map(left.flatMap((one) => ('announced' in one ? [[one.announced.detail.id, one.announced]] : [])));
  return [...byId.values()].map(({ type, detail }) => `${type} ${nameOf(detail.articleId)} ${detail.version}`);
};
const nameOf = (id: string) => ['harbour', 'ferry', 'lighthouse', 'other'].find((name) => idOf(name) === id) ?? id;
const detailOf = (version: number, time: string) => ({
  ...{ format: 1, id: `${idOf('harbour')}/${version}/${at(time)}`, articleId: idOf('harbour'), version, changedAt: at(time) },
  ...{ section: 'world', inLanguage: 'en' },
});
/** How many moments are still there at the end of the day. */
const stands = async () => (await schedule('23:59')).moments;

describe('what happens to an article', () => {
  it('is announced once each: published, updated, lifted, moved, withdrawn, although each record comes twice and articles come in any order', async () => {
    const steps: [string, (id: string) => Promise<unknown>][] = [
      ['06:00', (id) => push(id, 1, '06:00')],
      ['07:00', (id) => push(id, 2, '07:00', { headline: 'Mended' })],
      ['08:00', (id) => push(id, 3, '08:00', { headline: 'Later', embargoedUntil: at('09:00') })],
      ['09:00', async () => {}],
      ['10:00', (id) => push(id, 4, '10:00', { path: `/elsewhere/${id}` })],
      ['11:00', (id) => push(id, 5, '11:00', { status: 'CANCELED' })],
    ];
    for (const [time, step] of steps) {
      for (const id of ['harbour', 'ferry']) await step(id);
      const records = await streamed.records();
      const [harbour = [], ferry = []] = ['harbour', 'ferry'].map((id) =>
        records.filter(({ dynamodb }) => JSON.stringify(dynamodb.Keys).includes(idOf(id))),
      );
      expect(await deliver(time, [...ferry, ...harbour])).toEqual({ batchItemFailures: [] });
      expect(await deliver(time, harbour)).toEqual({ batchItemFailures: [] });
      expect(await deliver(time, [...ferry].reverse())).toEqual({ batchItemFailures: [] });
      await schedule(time);
      await schedule(time);
    }
    const each = (id: string) => [
      `article.published ${id} 1`,
      `article.updated ${id} 2`,
      `article.updated ${id} 3`,
      `article.moved ${id} 4`,
      `article.withdrawn ${id} 5`,
    ];
    for (const id of ['harbour', 'ferry']) expect(heard().filter((line) => line.includes(id))).toEqual(each(id));
    expect(heard()).toHaveLength(10);
    expect(lines.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('is told without a word of it, and of its place only what may be read at that moment', async () => {
    await push('harbour', 1, '06:00', { path: '/old' });
    await push('harbour', 2, '07:00', { path: '/new' });
    await push('harbour', 3, '07:30', { path: '/secret', embargoedUntil: at('09:00') });
    const records = await streamed.records();
    await deliver('08:00', records);
    const told = () => left.flatMap((one) => ('announced' in one ? [one.announced] : []));
    expect(told()).toEqual([
      { type: 'article.published', detail: { ...detailOf(1, '06:00'), path: '/new', formerPaths: ['/old'] } },
      { type: 'article.moved', detail: { ...detailOf(2, '07:00'), path: '/new', formerPaths: ['/old'] } },
    ]);
    await withdrawArticle(streamed.table, idOf('harbour'), 'a reason', at('08:30'));
    left = [];
    await deliver('08:30', records);
    expect(told().map(({ detail }) => detail.path)).toEqual([null, null]);
    expect(JSON.stringify([left, lines])).not.toMatch(/Headline|secret|reason/);
  });

  it('is announced after the answers that show it were purged, and never when they could not be', async () => {
    await push('harbour', 1, '06:00');
    const records = await streamed.records();
    cdnDown = true;
    expect(await deliver('06:00', records)).toEqual({ batchItemFailures: [] });
    expect(left).toEqual([]);
    cdnDown = false;
    await schedule('06:01');
    expect(left.map((one) => ('purged' in one ? one.purged : one.announced.type))).toEqual([
      [`article:${idOf('harbour')}`, 'latest', 'latest:en', 'section:world'],
      'article.published',
    ]);
    expect(await stands()).toBe(0);
  });
});

describe('an article whose embargo has lifted and which the schedule has yet to settle', () => {
  it('is told of where readers find it already', async () => {
    await push('harbour', 1, '06:00', { path: '/old' });
    await push('harbour', 2, '06:30', { path: '/new', embargoedUntil: at('09:00') });
    await deliver('09:00:30', await streamed.records());
    expect(left.flatMap((one) => ('announced' in one ? [[one.announced.detail.version, one.announced.detail.path]] : []))).toEqual([
      [1, '/new'],
      [2, '/new'],
    ]);
  });
});

describe('an embargo', () => {
  it('is not announced before its moment, and then without any record of the stream', async () => {
    await push('harbour', 1, '06:00', { embargoedUntil: at('09:00') });
    await deliver('06:00', await streamed.records());
    await schedule('08:59:59.999');
    expect(left).toEqual([]);
    await schedule('09:00');
    expect(heard()).toEqual(['article.published harbour 1']);
    await schedule('09:01');
    expect(left.filter((one) => 'announced' in one)).toHaveLength(1);
  });

  it('that is moved, or replaced by a kill, is never announced, though its record comes late', async () => {
    await push('harbour', 1, '06:00', { embargoedUntil: at('09:00') });
    await push('ferry', 1, '06:00', { embargoedUntil: at('09:00') });
    const late = await streamed.records();
    await push('harbour', 2, '07:00', { embargoedUntil: at('12:00') });
    await push('ferry', 2, '07:00', { status: 'CANCELED' });
    await deliver('09:30', late);
    await schedule('09:30');
    expect(left).toEqual([]);
    await schedule('12:00');
    expect(heard()).toEqual(['article.published harbour 2']);
  });

  it('whose end the bus does not take stays among the moments until it does', async () => {
    await push('harbour', 1, '06:00', { embargoedUntil: at('09:00') });
    await push('ferry', 1, '06:00', { embargoedUntil: at('09:00') });
    refused.add(idOf('harbour'));
    expect(await schedule('09:00')).toEqual({ moments: 0 });
    expect(heard()).toEqual(['article.published ferry 1']);
    refused.clear();
    expect(await schedule('09:01')).toEqual({ moments: 1 });
    expect(heard()).toEqual(['article.published ferry 1', 'article.published harbour 1']);
  });

  it('that lifts and is overtaken before the schedule comes is announced all the same, before what overtook it', async () => {
    await push('harbour', 1, '06:00', { embargoedUntil: at('09:00') });
    await push('harbour', 2, '09:00:10');
    await schedule('09:01');
    await deliver('09:01', await streamed.records());
    expect(heard()).toEqual(['article.published harbour 1', 'article.updated harbour 2']);
  });
});

describe('the end of a version that expires', () => {
  it('is announced as a withdrawal when it comes', async () => {
    await push('harbour', 1, '06:00', { expires: at('10:00') });
    await deliver('06:00', await streamed.records());
    await schedule('09:59:59.999');
    expect(heard()).toEqual(['article.published harbour 1']);
    await schedule('10:00');
    expect(heard()).toEqual(['article.published harbour 1', 'article.withdrawn harbour 1']);
  });
});

describe('a change that was cut before its lists were done', () => {
  it('is purged once more when the schedule has finished it, and is no news to who has heard of it', async () => {
    await push('harbour', 1, '06:00');
    await deliver('06:00', await streamed.records());
    const { moment } = streamed.table;
    await moment
      .build(PutItemCommand)
      .item({ place: cutKey(at('06:00'), idOf('harbour'), 1), articleId: idOf('harbour') })
      .send();
    expect(await schedule('06:01')).toEqual({ moments: 1 });
    expect(left.filter((one) => 'purged' in one)).toHaveLength(2);
    expect(heard()).toEqual(['article.published harbour 1']);
  });
});

describe('a batch of the stream', () => {
  it('goes on where one change is not taken: that one waits for the schedule', async () => {
    for (const id of ['harbour', 'ferry', 'lighthouse']) await push(id, 1, '06:00');
    refused.add(idOf('ferry'));
    expect(await deliver('06:00', await streamed.records())).toEqual({ batchItemFailures: [] });
    expect(heard()).toEqual(['article.published harbour 1', 'article.published lighthouse 1']);
    refused.clear();
    await schedule('06:01');
    expect(heard()).toContain('article.published ferry 1');
  });

  it('goes on where one article cannot be read, and says so', async () => {
    for (const id of ['harbour', 'ferry']) await push(id, 1, '06:00');
    const records = await streamed.records();
    const { client, versionHead } = streamed.table;
    const key = { pk: `ARTICLE#${idOf('ferry')}`, sk: `V#${at('06:00')}#0000000000000001#HEAD` };
    const broken = { ...key, e: 'Head', a: idOf('ferry'), af: at('06:00'), v: 1, f: 1, h: '{' };
    await client.send(new PutCommand({ TableName: versionHead.table.getName(), Item: broken }));
    expect(await deliver('06:00', records)).toEqual({ batchItemFailures: [] });
    expect(heard()).toEqual(['article.published harbour 1']);
    expect(lines).toContainEqual(expect.objectContaining({ level: 'error', changes: [`${idOf('ferry')}/1/${at('06:00')}`] }));
  });

  it('passes over records that nobody of ours has written, and says so', async () => {
    await push('harbour', 1, '06:00');
    const records = await streamed.records();
    const keys = (pk: string, sk: string) => ({
      eventName: 'INSERT',
      dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } }, SequenceNumber: '5' },
    });
    const poison = [null, 7, {}, { dynamodb: { Keys: null } }, keys('CHANGES', 'C#soon#x#1'), keys('CHANGES', '')] as never[];
    expect(await deliver('06:00', [...poison, ...records])).toEqual({ batchItemFailures: [] });
    expect(heard()).toEqual(['article.published harbour 1']);
    expect(lines.filter(({ level }) => level === 'error')).toHaveLength(poison.length);
  });

  it('is given back to Lambda, record by record, where not even the schedule can be told', async () => {
    await push('harbour', 1, '06:00');
    const records = await streamed.records();
    const changes = records.filter(({ dynamodb }) => dynamodb.Keys.pk.S === 'CHANGES');
    expect(changes).toHaveLength(1);
    now = at('06:00');
    const away = openNewsTable({ tableName: 'news-that-is-not-there', endpoint: local.endpoint });
    const answer = await answerStream({ ...desk(), table: away }, records);
    expect(answer).toEqual({ batchItemFailures: changes.map(({ dynamodb }) => ({ itemIdentifier: dynamodb.SequenceNumber })) });
  });

  it('written by somebody whose clock is ahead is announced by the schedule', async () => {
    await push('harbour', 1, '06:00:03');
    await deliver('06:00', await streamed.records());
    expect(left).toEqual([]);
    await schedule('06:00:03');
    expect(heard()).toEqual(['article.published harbour 1']);
  });
});

describe('what is no change of an article', () => {
  const purges = () => left.flatMap((one) => ('purged' in one ? [one.purged] : []));

  it('is purged where answers show it: a front, the card of a concept, the posts of a live blog', async () => {
    await pushArticle(streamed.table, anArticle({ id: 'harbour', liveBlog: LIVE, posts: [aPost('one')] }), at('06:00'));
    await pushFront(streamed.table, aFront({ slug: 'home' }), at('06:00'));
    await pushCard(streamed.table, aCard(aPerson('Ilse Marrin').id), at('06:00'));
    expect(await deliver('06:00', await streamed.records())).toEqual({ batchItemFailures: [] });
    expect(purges()).toContainEqual([`article:${idOf('harbour')}`, `concept:${aPerson('Ilse Marrin').id}`, 'front:home'].sort());
    expect(heard()).toEqual(['article.published harbour 1']);
  });

  it('is given back to Lambda where it could not be purged: nobody else would purge it', async () => {
    await pushFront(streamed.table, aFront({ slug: 'home' }), at('06:00'));
    const records = await streamed.records();
    cdnDown = true;
    const { batchItemFailures } = await deliver('06:00', records);
    const states = records.filter(({ dynamodb }) => dynamodb.Keys.sk.S === 'STATE');
    expect(batchItemFailures).toEqual(states.map(({ dynamodb }) => ({ itemIdentifier: dynamodb.SequenceNumber })));
  });
});

describe('the schedule', () => {
  it('waits for the moments of the coming minute, and tells each at its time', async () => {
    const start = Date.now();
    const soon = (ms: number) => instantOf(start + ms);
    const early = { ...desk(), clock: () => instantOf(Date.now()) };
    await pushArticle(streamed.table, anArticle({ id: 'harbour', embargoedUntil: soon(300) }), soon(0));
    await pushArticle(streamed.table, anArticle({ id: 'ferry', embargoedUntil: soon(500) }), soon(0));
    await pushArticle(streamed.table, anArticle({ id: 'lighthouse', embargoedUntil: soon(600_000) }), soon(0));
    expect(await answerSchedule(early, 60_000)).toEqual({ moments: 2 });
    expect(heard()).toEqual(['article.published harbour 1', 'article.published ferry 1']);
    expect(Date.now()).toBeGreaterThanOrEqual(millisecondsOf(soon(500)));
  });
});
