import type { Browser } from 'playwright-core';
import { type Mark, PLAIN_IMAGE } from '../../lambda/domain/body.ts';
import { type Instant, instantOf } from '../../lambda/domain/instant.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { anArticle, aQuotation } from '../support/article.ts';
import { ingestSamples } from '../support/samples.ts';
import { type Newsroom, startNewsroom } from './newsroom.ts';
import { openReader } from './reader.ts';

/** The kinds of page that the site has, by the names under which docs/pictures/ and web/README.md have them. */
export const PAGE_KINDS = [
  ...['front', 'section', 'article', 'every-block', 'paid', 'live-blog', 'author', 'person', 'organisation', 'place', 'event', 'topic'],
  ...['withdrawn', 'missing', 'right-to-left'],
] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** The sample newsroom, and an article with every kind of block. */
export async function startSampleNewsroom(): Promise<Newsroom> {
  const newsroom = await startNewsroom({ name: 'The Port Sorrel Gazette', languages: ['en', 'de', 'ar'] });
  const now = instantOf(Date.now());
  await ingestSamples(newsroom.table, now);
  await pushArticle(newsroom.table, everyBlock(), now);
  return newsroom;
}

/** Where a page of each kind stands. Concepts are found as readers find them: by what leads to them. */
export async function pathsOfPages(browser: Browser, { url }: Newsroom): Promise<Record<PageKind, string>> {
  const article = '/science/2026/11/how-the-ennet-barrier-works-and-what-happened-on-monday-night';
  await using reader = await openReader(browser, url);
  await reader.visit(article);
  const leading = async (folder: string) => (await reader.page.locator(`main a[href^="/${folder}/"]`).first().getAttribute('href')) ?? '';
  return {
    front: '/',
    section: '/culture',
    article,
    'every-block': EVERY_BLOCK,
    paid: '/shipping/2026/11/what-a-gate-costs-that-does-not-shut',
    'live-blog': '/politics/2026/11/the-night-of-the-flood-hour-by-hour',
    author: await leading('authors'),
    person: await leading('people'),
    organisation: await leading('organisations'),
    place: await leading('places'),
    event: await leading('events'),
    topic: await leading('topics'),
    withdrawn: '/culture/2026/11/kestrel-lamp-of-saint-orrin-goes-to-auction',
    missing: '/nothing/has/ever/stood/here',
    'right-to-left': encodeURI('/world/2026/09/بعد-تسعة-عشر-عاماً-عبّارة-الليل-تعود-إلى-مرسى-زهرة'),
  };
}

const EVERY_BLOCK = '/culture/a-page-of-everything';

/** Words that would run, or draw, where somebody takes them for HTML. */
export const HOSTILE = '<img src=x onerror="document.title=\'hostile\'"><script>document.title="hostile"</script>';

function everyBlock() {
  const picture = (name: string, width: number | null, height: number | null) => ({
    ...{ url: `https://images.broadsheet.example/${name}.jpg`, ...PLAIN_IMAGE, width, height },
    ...{ alternativeText: `What ${name} shows`, caption: `Caption of ${name}.`, creditText: 'Ona Pell' },
  });
  const words = (text: string, marks: Mark[] = []) => ({ text, marks });
  const item = (text: string, level = 0) => ({ ...words(text), level });
  const cell = (text: string, isHeader = false) => ({ ...words(text), isHeader, colSpan: 1, rowSpan: 1 });
  const said = 'We print what there is, and then we go home.';
  return anArticle({
    id: 'a page of everything',
    section: 'Culture',
    headline: 'A page of everything that a page can hold',
    published: '2026-11-01T08:00:00.000Z' as Instant,
    corrections: [{ date: '2026-11-02T08:00:00.000Z' as Instant, text: 'An earlier version held less.' }],
    quotations: [aQuotation(said, 'Ona Pell', { start: 5, end: 5 + said.length })],
    blocks: [
      { kind: 'Paragraph', ...words(`Pell ${said}`) },
      {
        kind: 'Paragraph',
        ...words('Bold and slanted, crossed out, code, a link to the front and one to elsewhere.', [
          { type: 'STRONG', start: 0, end: 16 },
          { type: 'EMPHASIS', start: 9, end: 16 },
          { type: 'STRIKETHROUGH', start: 18, end: 29 },
          { type: 'CODE', start: 31, end: 35 },
          { type: 'LINK', start: 37, end: 56, href: '/' },
          { type: 'LINK', start: 61, end: 77, href: 'https://elsewhere.example/' },
        ]),
      },
      { kind: 'Heading', level: 2, ...words('A heading') },
      { kind: 'Heading', level: 3, ...words('And one below it') },
      { kind: 'Blockquote', ...words('The first line of a letter.\nAnd its second.'), cite: 'A reader' },
      { kind: 'PullQuote', ...words(said), cite: '— Ona Pell' },
      { kind: 'ListBlock', ordered: false, items: [item('Outer'), item('Inner', 1), item('Outer again')] },
      { kind: 'ListBlock', ordered: true, items: [item('First'), item('Second')] },
      { kind: 'KeyFacts', heading: 'What one has to know', items: [item('That there is a list.'), item('That it is short.')] },
      {
        kind: 'TableBlock',
        caption: 'Boats by harbour',
        rows: [{ cells: [cell('Harbour', true), cell('Boats', true)] }, { cells: [cell('Port Sorrel'), cell('41')] }],
      },
      { kind: 'ImageBlock', image: picture('sized', 1600, 900) },
      { kind: 'ImageBlock', image: picture('unsized', null, null) },
      { kind: 'GalleryBlock', caption: 'Two of them', images: [picture('one', 1200, 800), picture('other', 800, 1200)] },
      {
        kind: 'VideoBlock',
        video: {
          ...{
            url: 'https://video.broadsheet.example/film.mp4',
            mimeType: 'video/mp4',
            caption: 'A pump at work.',
            creditText: 'Ona Pell',
          },
          ...{ duration: 61, poster: picture('poster', null, null) },
        },
      },
      { kind: 'Embed', url: 'https://social.broadsheet.example/@pell/1', provider: 'Mastodon', text: 'It works.' },
      { kind: 'CorrectionNote', date: '2026-11-02T08:00:00.000Z' as Instant, ...words('It was five, not four.') },
      { kind: 'Divider' },
      { kind: 'UnknownBlock', name: 'x-poll', text: `A poll that nobody here knows. ${HOSTILE}` },
      { kind: 'Paragraph', ...words(`The end. ${HOSTILE}`) },
    ],
  });
}
