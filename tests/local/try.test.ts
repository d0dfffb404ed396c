import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeEach, describe, expect, it } from 'vitest';
import { EXPORT_START, pictureItem, postItem } from '../support/wordpress-export.ts';

const ROOT = join(import.meta.dirname, '../..');
const COMMAND = join(ROOT, 'lambda/local/try.ts');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-try-'));
  return () => rmSync(folder, { recursive: true });
});

function write(name: string, content: string | Uint8Array): void {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), content);
}

async function tryOut(...words: string[]): Promise<{ code: number | null; out: string; errors: string }> {
  const child = spawn(process.execPath, [COMMAND, ...words], {
    env: { PATH: process.env.PATH, INIT_CWD: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, out, errors };
}

const ITEM = { uri: 'urn:wire:1', headlines: [{ value: 'Harbour closes' }], bodies: [{ value: 'The harbour closed.' }] };
const POST = { id: 7, slug: 'a', type: 'post', link: 'https://sound.example/a/', status: 'publish', date_gmt: '2026-11-02T21:00:00' };
const RENDERED = { title: { rendered: 'Ferry leaves' }, content: { rendered: '<p>It left.</p>' } };

describe('npm run try', () => {
  it('tells the format of each file by its ending or by what it holds, and what would become of it', async () => {
    write('wire/1.json', JSON.stringify(ITEM));
    write('wire/2.json', JSON.stringify({ ...ITEM, version: '2', pubStatus: 'withheld' }));
    write('wire/3.json', JSON.stringify({ uri: 'urn:wire:3', pubStatus: 'canceled' }));
    write('wire/4.json', JSON.stringify({ ...ITEM, type: 'picture' }));
    write('wire/5.json', JSON.stringify({ ...ITEM, type: 'event', mood: 'glum' }));
    write('wordpress/posts.json', JSON.stringify([{ ...POST, ...RENDERED }]));
    write('wordpress/page.json', JSON.stringify({ ...POST, type: 'page' }));
    write(
      'wordpress/all.xml',
      `${EXPORT_START}${postItem(1)}${postItem(2, { title: '' })}${postItem(3, { title: '' })}${pictureItem(10)}</channel></rss>`,
    );
    write('desk/story.md', '# Harbour closes\n\nIt closed.\n');
    write('desk/home.front.json', JSON.stringify({ title: 'Home', containers: [{ id: 'lead', items: [{ uri: 'urn:wire:1' }] }] }));
    write('feed.xml', '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title></channel></rss>');
    write('feed.rss', '<rss version="2.0"><channel/></rss>');
    write('schema.json', '{"$schema":"http://json-schema.org/draft-07/schema#","type":"object"}');
    write('broken.json', '{"uri": "urn:wire:9", ');
    write('image.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0));
    write('README', 'Exported on Monday.');
    write('.hidden/1.json', JSON.stringify(ITEM));
    const { code, out } = await tryOut('.');
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      'format          files  taken                                   refused  left out',
      'fronts          1      1                                       0        0',
      'markdown        1      1 article                               0        0',
      'ninjs           5      3 articles, 1 withheld and 1 withdrawn  2        0',
      'wordpress-rest  2      1 article                               1        0',
      'wordpress-wxr   1      1 article                               2        1',
      'of no format    6',
      '',
      'ninjs: refused',
      '     1  document: type: is "picture", and no article; text and composite are',
      '        first in wire/4.json',
      '     1  document: type: is "event", and no article; text and composite are',
      '        first in wire/5.json',
      '     1  document: mood: is not a known key',
      '        first in wire/5.json',
      '',
      'wordpress-rest: refused',
      '     1  document: type: is "page", and no article; "post" is',
      '        first in wordpress/page.json',
      '',
      'wordpress-wxr: refused',
      '     2  item: title: is missing',
      '        first in wordpress/all.xml: item 2 "https://sound.example/?p=2"',
      '',
      'wordpress-wxr: left out',
      '     1  is an attachment; pictures come with the articles that show them',
      '        first in wordpress/all.xml: item 4 "ferry-10"',
      '',
      'Of no format, and not looked into',
      '     2  .json: cannot be told from the document',
      '        first in broken.json',
      ...['no ending', '.rss', '.xml', '.jpg'].flatMap((ending, at) => [
        `     1  ${ending}: cannot be told from the document`,
        `        first in ${['README', 'feed.rss', 'feed.xml', 'image.jpg'][at]}`,
      ]),
      '',
      'One uri, several articles',
      '     1  an article before it has the same uri, and this one would be a version of that',
      '        first in wire/2.json has the uri of wire/1.json: urn:wire:1',
      '',
    ]);
  });

  it('says of each file what became of it, where that is wished for', async () => {
    write('a.json', JSON.stringify(ITEM));
    write('b\u001b.json', JSON.stringify({ ...ITEM, version: 'v3' }));
    write('c.txt', '');
    write('d.json', '[]');
    const { out } = await tryOut('--files', 'a.json', '.');
    expect(out.split('\n\n')[0]?.split('\n')).toEqual([
      'taken        a.json: ninjs, 1 taken, 0 refused',
      'refused      b\ufffd.json: ninjs, 0 taken, 1 refused',
      expect.stringMatching(/^ {13}document: version: "v3" is /),
      'refused      c.txt: text, 0 taken, 1 refused',
      '             document: is empty; the first line is the headline, paragraphs follow',
      'no format    d.json: cannot be told from the document',
    ]);
  });

  it('refuses what the store would refuse, without one', async () => {
    write('a.md', `---\nuri: ${'u'.repeat(2000)}\n---\n# A\n\nOne.\n`);
    const { code, out } = await tryOut('a.md');
    expect(code).toBe(1);
    expect(out).toMatch(/1 {2}name: "uuu.*is longer than 1024 bytes/);
  });

  it('exits with 0 where all that has a format would be taken, and with 1 where nothing has one or a name is nobody’s', async () => {
    write('a.json', JSON.stringify(ITEM));
    write('b.json', '{}');
    const codes = ['.', 'a.json', 'b.json', 'a.json,gone'].map(async (words) => (await tryOut(...words.split(','))).code);
    expect(await Promise.all(codes)).toEqual([0, 0, 1, 1]);
    const { out } = await tryOut('gone.md');
    expect(out.split('\n').slice(0, 6)).toEqual([
      ...[
        'format     files  taken  refused  left out',
        'not found  1',
        '',
        'Not found',
        '     1  .md: does not exist',
        '        first in gone.md',
      ],
    ]);
  });

  it('takes files for what they are said to be', async () => {
    write('a.json', '{"uri":"urn:wire:1","type":"text"}');
    expect((await tryOut('a.json')).out).toContain('of no format  1\n');
    expect((await tryOut('--format', 'ninjs', 'a.json')).out).toContain('headlines: hold no main headline');
  });

  it('explains itself to whoever names nothing, and exits with 2 where it is typed wrongly', async () => {
    const explained = await Promise.all([tryOut(), tryOut('--help')]);
    for (const { code, out } of explained) expect([code, out.split('\n')[0]]).toEqual([0, expect.stringMatching(/^Usage: npm run try/)]);
    const wrong = await Promise.all([tryOut('--format', 'odt', '.'), tryOut('--fiels', '.'), tryOut('--files')]);
    expect(wrong.map(({ code, out, errors }) => [code, out, errors.split('\n')[0]])).toEqual([
      [2, '', expect.stringContaining('"odt" is no format')],
      [2, '', expect.stringContaining('--fiels')],
      [2, '', 'Name at least one file or folder'],
    ]);
  });
});
