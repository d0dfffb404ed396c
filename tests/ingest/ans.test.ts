import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleId } from '../../lambda/domain/identity.ts';
import { ans } from '../../lambda/ingest/formats/ans.ts';
import { ingestDocument } from '../../lambda/ingest/ingest.ts';
import { readArticleAt } from '../../lambda/store/article-reads.ts';
import { listLatest } from '../../lambda/store/listing-reads.ts';
import { at } from '../support/article.ts';
import { emptyTable, type LocalTable, startLocalTable } from '../support/table.ts';

/** The life of a story of ANS, as its CMS tells of it, against a real table. */

let local: LocalTable;
beforeAll(async () => {
  local = await startLocalTable();
});
afterAll(() => local[Symbol.asyncDispose]());

type State = { updated: string; headline?: string; published?: boolean; said?: object };

const story = ({ updated, headline = 'Harbour closes', published = true, said = {} }: State) => ({
  ...{ _id: 'HARBOUR', type: 'story', version: '0.10.12', created_date: at('05:00'), last_updated_date: at(updated) },
  ...{
    revision: { published, user_id: 'MARK' },
    headlines: { basic: headline },
    content_elements: [{ type: 'text', content: `${headline}.` }],
  },
  ...said,
});

async function desk() {
  const { table } = await emptyTable(local.endpoint);
  return {
    push: async (document: object, time: string) => {
      const sent = { bytes: Buffer.from(JSON.stringify(document)), source: 'sound', uri: '', wishes: {} };
      const [outcome] = await ingestDocument(table, ans, sent, at(time));
      return outcome?.outcome;
    },
    /** The headline that readers see; null when nothing may be known, and a word when the story was taken back. */
    shown: async (time: string) => {
      const found = await readArticleAt(table, articleId('sound', 'HARBOUR'), at(time), { withBody: true });
      if (found === null) return null;
      return 'tombstone' in found ? 'withdrawn' : found.head.headline;
    },
    listed: async (time: string) => (await listLatest(table, null, at(time), {})).edges.length,
  };
}

describe('a story of ANS', () => {
  it('is a draft, is published without a change, corrected, taken back, and comes again', async () => {
    const { push, shown, listed } = await desk();
    expect([await push(story({ updated: '06:00', published: false }), '06:01'), await shown('07:00'), await listed('07:00')]).toEqual([
      ...['ACCEPTED', null, 0],
    ]);
    expect([await push(story({ updated: '06:00' }), '07:00'), await shown('07:00'), await listed('07:00')]).toEqual([
      ...['ACCEPTED', 'Harbour closes', 1],
    ]);
    expect(await push(story({ updated: '06:00' }), '07:01')).toBe('UNCHANGED');
    const draft = story({ updated: '08:00', headline: 'Harbour shuts', published: false });
    expect([await push(draft, '08:00'), await shown('08:00')]).toEqual(['ACCEPTED', 'Harbour closes']);
    expect([await push(story({ updated: '08:00', headline: 'Harbour shuts' }), '08:01'), await shown('08:01')]).toEqual([
      ...['ACCEPTED', 'Harbour shuts'],
    ]);
    const operation = { type: 'story_operation', operation: 'unpublish_edition', story_id: 'HARBOUR', date: at('09:00') };
    expect([await push(operation, '09:00'), await shown('09:00'), await listed('09:00')]).toEqual(['ACCEPTED', 'withdrawn', 0]);
    expect([await push(story({ updated: '08:00', headline: 'Harbour shuts' }), '09:01'), await shown('09:01')]).toEqual([
      ...['UNCHANGED', 'withdrawn'],
    ]);
    expect([await push(story({ updated: '10:00', headline: 'Harbour opens' }), '10:00'), await shown('10:00')]).toEqual([
      ...['ACCEPTED', 'Harbour opens'],
    ]);
  });

  it('is taken back by a story whose edition is gone, whatever else is wrong with it', async () => {
    const { push, shown } = await desk();
    await push(story({ updated: '06:00' }), '06:00');
    const editions = { default: { edition_name: 'default', edition_date: at('07:00'), edition_published: false } };
    const gone = story({ updated: '06:00', said: { publishing: { has_published_edition: false, editions }, headlines: { basic: 3 } } });
    expect([await push(gone, '07:00'), await shown('07:00')]).toEqual(['ACCEPTED', 'withdrawn']);
  });

  it('waits for the end of its embargo, to the millisecond', async () => {
    const { push, shown, listed } = await desk();
    const said = { content_restrictions: { embargo: { active: true, end_time: at('12:00') } } };
    await push(story({ updated: '06:00', said }), '06:00');
    expect([await shown('11:59:59.999'), await listed('11:59:59.999')]).toEqual([null, 0]);
    expect([await shown('12:00'), await listed('12:00')]).toEqual(['Harbour closes', 1]);
  });

  it('leaves no trace when it is refused', async () => {
    const { push, shown } = await desk();
    expect([await push(story({ updated: '06:00', said: { Headlines: {} } }), '06:00'), await shown('07:00')]).toEqual(['REFUSED', null]);
  });
});
