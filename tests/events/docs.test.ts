import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Announcement, announcementOf, DETAIL_TYPES, EVENT_SOURCE } from '../../lambda/events/announcement.ts';
import { readAnnounceable } from '../../lambda/store/announceable.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { type ArticleWish, anArticle, at, idOf } from '../support/article.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/events.md'), 'utf8');

/** The first words of each row of the tables below a heading. */
const rows = (heading: string) => {
  const [, section = ''] = PAGE.split(`## ${heading}\n`);
  return [...(section.split('\n## ')[0] ?? '').matchAll(/^\| `([\w.]+)` \|/gm)].map(([, word]) => word);
};

let local: LocalTable;
let told: Announcement[];
beforeAll(async () => {
  local = await startLocalTable();
  told = [];
  const steps: [string, Partial<ArticleWish>][] = [
    ['06:00', { path: '/world/harbour-closes' }],
    ['07:00', { path: '/world/harbour-closes', headline: 'Harbour closes for a week' }],
    ['08:00', { path: '/world/harbour-closes-for-a-week' }],
    ['09:00', { status: 'CANCELED' }],
  ];
  for (const [turn, [time, wish]] of steps.entries()) {
    const version = turn + 1;
    await pushArticle(local.table, anArticle({ id: 'harbour', version, ...wish }), at(time));
    const [change] = await readAnnounceable(local.table, [{ articleId: idOf('harbour'), version, changedAt: at(time) }], at(time));
    if (change?.stands === 'DUE') told.push(announcementOf(change));
  }
});
afterAll(() => local[Symbol.asyncDispose]());

describe('docs/events.md', () => {
  it('shows events as they are', () => {
    const [, section = ''] = PAGE.split('## Examples\n');
    const shown = [...(section.split('\n## ')[0] ?? '').matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) => JSON.parse(json));
    expect(shown).toEqual(told.map(({ type, detail }) => ({ source: EVENT_SOURCE, 'detail-type': type, detail })));
  });

  it('names every kind and every field that there is, and no other', () => {
    const [types, fields] = [
      rows('What there is').filter((word) => word?.includes('.')),
      rows('What there is').filter((word) => !word?.includes('.')),
    ];
    expect(types).toEqual(Object.values(DETAIL_TYPES));
    for (const { detail } of told) expect(Object.keys(detail)).toEqual(fields);
  });
});
