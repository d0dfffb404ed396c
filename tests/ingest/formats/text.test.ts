import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Article, Story } from '../../../lambda/domain/article.ts';
import type { Body } from '../../../lambda/domain/body.ts';
import { namedConcept } from '../../../lambda/domain/concept.ts';
import { ArticleTooLarge, Refused } from '../../../lambda/domain/fault.ts';
import { parseInstant } from '../../../lambda/domain/instant.ts';
import type { Sent } from '../../../lambda/ingest/format.ts';
import { text } from '../../../lambda/ingest/formats/text.ts';

const send = (document: string | Uint8Array, wishes: Sent['wishes'] = {}): Sent => ({
  bytes: typeof document === 'string' ? new TextEncoder().encode(document) : document,
  source: 'gant',
  uri: 'stories/fog.txt',
  wishes,
});

type Usable = Article & { story: Story; body: Body };

const read = (document: string, wishes: Sent['wishes'] = {}): Usable => {
  const articles = text.read(send(document, wishes));
  expect(articles).toHaveLength(1);
  return articles[0] as Usable;
};

const paragraphsOf = ({ body }: Usable) => body.blocks.map((block) => (block.kind === 'Paragraph' ? block.text : block.kind));

const faultsOf = (document: string | Uint8Array) => {
  try {
    text.read(send(document));
  } catch (error) {
    if (error instanceof Refused) return error.faults;
    throw error;
  }
  return [];
};

const PLAIN = 'The Town That Sold Its Fog\n\nThe nets came up dry.\n\nNobody spoke.\n';

describe('a plain text', () => {
  it('has its headline in the first line, and paragraphs between blank lines', () => {
    const article = read(PLAIN);
    expect(article.story).toMatchObject({ headline: 'The Town That Sold Its Fog', standfirst: null, wordCount: 7 });
    expect(paragraphsOf(article)).toEqual(['The nets came up dry.', 'Nobody spoke.']);
  });

  it('keeps the exact characters of a paragraph: its lines, its spaces and what it ends with', () => {
    const article = read('Fog\n\n  The nets  came up dry. \u00a0\nNobody spoke.\t\n\n\n\n  \nIt was ten.');
    expect(paragraphsOf(article)).toEqual(['  The nets  came up dry. \u00a0\nNobody spoke.\t', 'It was ten.']);
  });

  it('may begin with a byte order mark and end its lines as Windows does', () => {
    const article = read('\ufeffFog\r\n\r\nThe nets\r\ncame up.\r\n\r\nNobody spoke.');
    expect(article.story.headline).toBe('Fog');
    expect(paragraphsOf(article)).toEqual(['The nets\ncame up.', 'Nobody spoke.']);
  });

  it('has a standfirst when a line that is a quotation follows the headline, with the speaker whose words it repeats', () => {
    const { story, body } = read(
      'Fog\n\n“It comes when it likes!”\n\nThe nets were dry. “It comes when it likes,” said Ada Lund, a pilot. “We wait.”',
    );
    expect(story.standfirst).toMatchObject({
      text: '“It comes when it likes!”',
      quotation: {
        text: 'It comes when it likes!',
        block: null,
        blockKey: null,
        start: 1,
        end: 24,
        speaker: { name: 'Ada Lund', jobTitle: 'pilot' },
      },
    });
    expect(body.quotations.map((quotation) => quotation.text)).toEqual(['It comes when it likes,', 'We wait.']);
    expect(body.quotations[0]).toMatchObject({ blockKey: body.blocks[0]?.key });
  });

  it('has a standfirst whose words nobody in the body says, then with nobody who says them', () => {
    expect(read('Fog\n“It comes when it likes.”\nThe nets were dry.').story.standfirst?.quotation).toMatchObject({ speaker: null });
  });

  it('has no standfirst when the line after the headline says more than a quotation', () => {
    const article = read('Fog\n\n“It comes when it likes,” said Ada Lund.\n\nNobody spoke.');
    expect(article.story.standfirst).toBeNull();
    expect(paragraphsOf(article)).toHaveLength(2);
  });

  it('mentions whom it quotes', () => {
    const { story } = read('Fog\n\n“No,” said Ada Lund, a pilot at the Gant Pilot Office.');
    expect(story.mentions).toEqual([namedConcept('Person', 'Ada Lund', 'gant'), namedConcept('Organization', 'Gant Pilot Office', 'gant')]);
  });

  it('is usable, unnumbered, and of the source and uri under which it was sent', () => {
    expect(read(PLAIN)).toMatchObject({
      source: 'gant',
      uri: 'stories/fog.txt',
      version: null,
      versionCreated: null,
      firstPublished: null,
      embargoedUntil: null,
      pubStatus: 'USABLE',
    });
  });

  it('stands in the news in English, at a path without a date, unless its sender wishes otherwise', () => {
    expect(read(PLAIN).story).toMatchObject({
      language: 'en',
      section: { slug: 'news', name: 'News' },
      path: '/news/the-town-that-sold-its-fog',
    });
    const published = parseInstant('2026-09-16T10:00:00Z', 'published');
    const wished = read(PLAIN, { section: 'world', language: 'en-GB', published });
    expect(wished.firstPublished).toBe(published);
    expect(wished.story).toMatchObject({
      language: 'en-GB',
      section: { slug: 'world', name: 'World' },
      path: '/world/2026/09/the-town-that-sold-its-fog',
    });
    expect(read(PLAIN, { section: 'Life & Style', path: '/fog' }).story).toMatchObject({
      section: { slug: 'life-style', name: 'Life & Style' },
      path: '/fog',
    });
  });

  it('gives the same keys every time it is read', () => {
    const keys = ({ body }: Usable) => [...body.blocks, ...body.quotations].map(({ key }) => key);
    const document = 'Fog\n\n“No,” said Ada Lund.\n\n“No,” said Ada Lund.';
    expect(keys(read(document))).toEqual(keys(read(document)));
    expect(new Set(keys(read(document))).size).toBe(4);
  });
});

describe('a last line that names a reporter’s accounts', () => {
  const links = (line: string, language = 'en') => {
    const { story, body } = read(`Fog\n\nThe nets came up dry.\n\n${line}`, { language });
    expect(body.blocks).toHaveLength(story.contributions.length === 0 ? 2 : 1);
    return story.contributions.flatMap((contribution) => contribution.links);
  };

  it('becomes a contribution and no paragraph', () => {
    const line = 'Follow Hanne Ruddock on Twitter and Instagram.';
    const { story, body } = read(`Fog\n\nThe nets came up dry.\n\n${line}`);
    expect(body.blocks).toHaveLength(1);
    expect(story.wordCount).toBe(5);
    expect(story.contributions).toEqual([
      {
        role: 'AUTHOR',
        person: namedConcept('Person', 'Hanne Ruddock', 'gant'),
        links: [
          { name: 'Twitter', url: null },
          { name: 'Instagram', url: null },
        ],
        note: line,
      },
    ]);
  });

  it('has addresses where it holds them, or handles that can mean only one', () => {
    expect(
      links('Follow Hanne Ruddock on Mastodon (@hanne@presses.example), Bluesky @hanne.example and Facebook: https://facebook.example/h'),
    ).toEqual([
      { name: 'Mastodon', url: 'https://presses.example/@hanne' },
      { name: 'Bluesky', url: 'https://bsky.app/profile/hanne.example' },
      { name: 'Facebook', url: 'https://facebook.example/h' },
    ]);
    expect(links('Follow Hanne Ruddock on Facebook @hanne')).toEqual([{ name: 'Facebook', url: null }]);
  });

  it.each([
    ['de', 'Folgen Sie Ulla Brandt auf Mastodon und Instagram.'],
    ['fr', 'Suivez Anne Morel sur Mastodon et Instagram.'],
    ['es', 'Sigue a Ana Morel en Mastodon y Instagram.'],
  ])('is known in %s', (language, line) => {
    expect(links(line, language).map(({ name }) => name)).toEqual(['Mastodon', 'Instagram']);
  });

  it.each([
    'Follow us on Twitter.',
    'Follow Hanne Ruddock on her way to the north.',
    'Follow Hanne Ruddock on Monday.',
    'Follow the newsroom on Twitter and Instagram.',
    'Nobody follows Hanne Ruddock on Twitter.',
  ])('is not: %s', (line) => {
    expect(links(line)).toEqual([]);
  });
});

describe('a plain text is refused', () => {
  it.each([
    ['when it is empty', '', 'document'],
    ['when it holds nothing but blanks', ' \n\n\t', 'document'],
    ['without a headline', '\nThe nets came up dry.\n\nNobody spoke.', 'headline'],
    ['without a paragraph', 'Fog\n\n', 'body'],
    ['when the reporter is all that follows the headline', 'Fog\n\nFollow Hanne Ruddock on Twitter.', 'body'],
    ['with a control character, naming the line', 'Fog\n\nThe nets\u0000 came up.', 'line 3'],
  ])('%s', (_, document, place) => {
    expect(faultsOf(document)).toEqual([{ place, reason: expect.any(String) }]);
  });

  it('when its bytes are no UTF-8, naming the line', () => {
    const bytes = Buffer.concat([Buffer.from('Fog\n\nThe nets\n'), Buffer.from([0x63, 0x61, 0x66, 0xe9]), Buffer.from(' closed.')]);
    expect(faultsOf(bytes)).toMatchObject([{ place: 'line 4' }]);
  });

  it('as too large with more than two megabytes of body, and not with exactly that', () => {
    const limit = 2 * 1024 * 1024;
    expect(() => text.read(send(`Fog\n\n${'é'.repeat(limit / 2)}x`))).toThrow(ArticleTooLarge);
    expect(text.read(send(`Fog\n\n${'é'.repeat(limit / 2)}`))).toHaveLength(1);
  });
});

const SEED = new URL('../../../../shared/seed/', import.meta.url);

describe.skipIf(!existsSync(SEED))('the seed (skipped where ../shared is not there)', () => {
  it.each(existsSync(SEED) ? readdirSync(SEED).filter((file) => file.endsWith('.txt')) : [])('is read whole: %s', (file) => {
    const bytes = readFileSync(new URL(file, SEED));
    const article = text.read({ ...send(bytes), wishes: { section: 'world' } })[0] as Usable;
    const document = bytes.toString('utf8');
    const { story, body } = article;
    const note = story.contributions[0]?.note ?? '';
    // every character of the document is in one of its parts, and the blank lines between them
    const parts = [story.headline, story.standfirst?.text ?? '', ...paragraphsOf(article), note];
    expect(parts.join('').replaceAll('\n', '')).toBe(document.replaceAll('\n', ''));
    expect(body.blocks).toHaveLength(20);
    expect(story.contributions).toMatchObject([
      {
        role: 'AUTHOR',
        links: [
          { name: 'Twitter', url: null },
          { name: 'Instagram', url: null },
        ],
      },
    ]);
    expect(story.standfirst?.quotation?.speaker).toEqual(body.quotations.at(-1)?.speaker);
    for (const { block, blockKey, start, end, text: words } of body.quotations) {
      const home = body.blocks[block as number];
      expect(home?.key).toBe(blockKey);
      expect(home?.kind === 'Paragraph' && home.text.slice(start, end)).toBe(words);
    }
  });
});
