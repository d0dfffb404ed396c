import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArticleTooLarge, refuse } from '../../lambda/domain/fault.ts';
import { articleId } from '../../lambda/domain/identity.ts';
import type { Format } from '../../lambda/ingest/format.ts';
import { markdown } from '../../lambda/ingest/formats/markdown.ts';
import { ingestDocument } from '../../lambda/ingest/ingest.ts';
import { intakeNamed, intakeOfFile } from '../../lambda/ingest/intakes.ts';
import { readArticleAt } from '../../lambda/store/article-reads.ts';
import { listLatest } from '../../lambda/store/listing-reads.ts';
import { anArticle, at } from '../support/article.ts';
import { emptyTable, type LocalTable, startLocalTable } from '../support/table.ts';

let local: LocalTable;
beforeAll(async () => {
  local = await startLocalTable();
});
afterAll(() => local[Symbol.asyncDispose]());

const sent = (document: string, uri = 'a.md') => ({ bytes: Buffer.from(document), source: 'desk', uri, wishes: {} });
const push = (document: string, uri?: string) => ingestDocument(local.table, markdown, sent(document, uri), at('12:00'));

describe('a document on its way in', () => {
  it('is accepted, then unchanged, then a new version', async () => {
    expect(await push('# Harbour closes\n\nOne.\n', 'harbour.md')).toMatchObject([
      { uri: 'harbour.md', outcome: 'ACCEPTED', version: 1, path: '/news/harbour-closes', availableFrom: at('12:00'), warnings: [] },
    ]);
    expect(await push('# Harbour closes\n\nOne.\n', 'harbour.md')).toMatchObject([{ outcome: 'UNCHANGED', version: 1, known: 1 }]);
    expect(await push('# Harbour closes\n\nTwo.\n', 'harbour.md')).toMatchObject([{ outcome: 'ACCEPTED', version: 2 }]);
    expect(await push('---\nversion: 1\n---\n# Harbour opens\n\nThree.\n', 'harbour.md')).toMatchObject([
      { outcome: 'UNCHANGED', version: 1, known: 2 },
    ]);
  });

  it('is withdrawn by its next version', async () => {
    await push('---\nversion: 1\n---\n# Ferry sails\n\nOne.\n', 'ferry.md');
    expect(await push('---\nversion: 2\nstatus: canceled\n---\n', 'ferry.md')).toMatchObject([{ outcome: 'ACCEPTED', path: null }]);
    expect(await readArticleAt(local.table, articleId('desk', 'ferry.md'), at('12:00'), { withBody: false })).toHaveProperty('tombstone');
  });

  it('stands beside another one with a path of its own, and says so', async () => {
    await push('---\npath: /same\n---\n# One\n\nOne.\n', 'one.md');
    const [outcome] = await push('---\npath: /same\n---\n# Two\n\nTwo.\n', 'two.md');
    expect(outcome).toMatchObject({
      outcome: 'ACCEPTED',
      path: expect.stringMatching(/^\/same-\w+$/),
      warnings: [expect.stringContaining('/same belongs to another article')],
    });
  });

  it('leaves no trace when it is refused', async () => {
    const { table } = await emptyTable(local.endpoint);
    const [outcome] = await ingestDocument(table, markdown, sent('---\npublished: soon\n---\nOne.\n'), at('12:00'));
    expect(outcome).toMatchObject({
      ...{ uri: 'a.md', outcome: 'REFUSED', tooLarge: false },
      faults: [{ place: 'front matter: published' }, { place: 'headline' }],
    });
    expect((await listLatest(table, null, at('13:00'), {})).edges).toEqual([]);
  });

  it('that cannot be kept is refused by the table, and too large when that is all', async () => {
    expect(await push(`---\nuri: ${'u'.repeat(1100)}\n---\n# A\n\nB\n`)).toMatchObject([
      { outcome: 'REFUSED', tooLarge: false, faults: [{ place: 'name' }] },
    ]);
    const large: Format = {
      name: 'large',
      extensions: [],
      read: () => {
        throw new ArticleTooLarge([{ place: 'body', reason: 'is too large' }]);
      },
    };
    expect(await ingestDocument(local.table, large, sent(''), at('12:00'))).toMatchObject([{ outcome: 'REFUSED', tooLarge: true }]);
  });

  it('of several articles has an outcome for each, and refuses only what is wrong', async () => {
    const bundle: Format = {
      name: 'bundle',
      extensions: [],
      read: () => [anArticle({ id: 'first' }), anArticle({ id: 'second', version: -1 }), anArticle({ id: 'third' })],
    };
    expect(await ingestDocument(local.table, bundle, sent(''), at('12:00'))).toMatchObject([
      { uri: 'first', outcome: 'ACCEPTED' },
      { uri: 'second', outcome: 'REFUSED', faults: [{ place: 'version' }] },
      { uri: 'third', outcome: 'ACCEPTED' },
    ]);
  });

  it('is refused when nothing says what its article is called, or when it holds none', async () => {
    expect(await push('# A\n\nB\n', '')).toMatchObject([{ outcome: 'REFUSED', faults: [{ place: 'uri' }] }]);
    const none: Format = { name: 'none', extensions: [], read: () => [] };
    expect(await ingestDocument(local.table, none, sent(''), at('12:00'))).toMatchObject([
      { outcome: 'REFUSED', faults: [{ place: 'document' }] },
    ]);
  });

  it('fails as a whole when the reason is ours', async () => {
    const broken: Format = { name: 'broken', extensions: [], read: () => JSON.parse('{') };
    await expect(ingestDocument(local.table, broken, sent(''), at('12:00'))).rejects.toThrow(SyntaxError);
    const refusing: Format = { name: 'refusing', extensions: [], read: () => refuse('line 1', 'is wrong') };
    expect(await ingestDocument(local.table, refusing, sent(''), at('12:00'))).toMatchObject([{ outcome: 'REFUSED' }]);
  });
});

describe('the formats', () => {
  it('are found by their name and by the ending of a file, in any case', () => {
    expect([intakeNamed('markdown')?.name, intakeNamed('text')?.name, intakeNamed('Markdown'), intakeNamed('__proto__')]).toEqual([
      'markdown',
      'text',
      null,
      null,
    ]);
    expect(['a.md', 'A.MARKDOWN', 'b.c.txt', 'md', 'a.pdf'].map((file) => intakeOfFile(file)?.name)).toEqual([
      'markdown',
      'markdown',
      'text',
      undefined,
      undefined,
    ]);
  });
});
