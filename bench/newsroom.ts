import { readFileSync } from 'node:fs';
import type { Article } from '../lambda/domain/article.ts';
import { identifiedConcept } from '../lambda/domain/concept.ts';
import type { ArticleId } from '../lambda/domain/identity.ts';
import { instantOf } from '../lambda/domain/instant.ts';
import { slugOf } from '../lambda/domain/path.ts';
import type { QuotationContent } from '../lambda/domain/quotation.ts';
import { pushArticle } from '../lambda/store/article-writes.ts';
import { pushCard } from '../lambda/store/card-writes.ts';
import { registerDocument } from '../lambda/store/document-writes.ts';
import { pushFront } from '../lambda/store/front-writes.ts';
import type { NewsTable } from '../lambda/store/news-table.ts';
import { anArticle, aPost, idOf, LIVE } from '../tests/support/article.ts';
import { aCard } from '../tests/support/card.ts';
import { aContainer, aFront, anItem, section } from '../tests/support/front.ts';

/** Made-up articles of the size that real ones have, for measuring. All dates lie before {@link MEASURED_AT}. */

/** The clock at which measurements read. */
export const MEASURED_AT = instantOf(Date.UTC(2026, 10, 1));

const FIRST_DAY = Date.UTC(2020, 0, 1);
const MINUTE = 60_000;
const SECTIONS = ['World', 'Politics', 'Business', 'Science', 'Culture', 'Sport'];

/** Two thousand made-up words, so that a text compresses about as well as English does: to a third. */
const SYLLABLES = ['ta', 'lor', 'men', 'si', 'que', 'ran', 'do', 'vel', 'ith', 'ka', 'pur', 'es'];
const word = (number: number): string =>
  [number % 12, Math.floor(number / 12) % 12, Math.floor(number / 144) % 12].map((place) => SYLLABLES[place]).join('');
const words = (seed: number, count: number): string => {
  let state = seed * 2_654_435_761 + 1;
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return word((state % 45) ** 2 % 2_000);
  }).join(' ');
};

/** Twenty-five paragraphs, ten quotations by four people of two institutions: some 13 KB of JSON, 4 KB once compressed. */
export function typicalArticle(number: number): Article {
  const paragraphs = Array.from({ length: 25 }, (_, place) => `${words(number * 25 + place, 60)} ${number}-${place}.`);
  const quotations = Array.from({ length: 10 }, (_, turn): QuotationContent => {
    const speaker = person(turn % 4);
    return {
      ...{
        text: paragraphs[turn * 2]?.slice(0, 80) ?? '',
        directness: 'DIRECT',
        cue: 'said',
        block: turn * 2,
        start: 0,
        end: 80,
        assertedBy: 'SOURCE',
        confidence: null,
      },
      speaker: {
        name: speaker.name,
        jobTitle: 'harbour engineer',
        affiliation: institution(turn % 2),
        describedAs: null,
        anonymous: false,
        agent: speaker,
      },
    };
  });
  return anArticle({
    ...{
      id: `article ${number}`,
      section: SECTIONS[number % SECTIONS.length] ?? 'World',
      headline: `Council weighs plan ${number} for deeper water and longer quays`,
    },
    ...{ published: instantOf(FIRST_DAY + number * MINUTE), paragraphs, quotations },
    standfirst: { text: 'Traders ask who would pay for the dredging, and when the first ship could dock.', marks: [], quotation: null },
    contributions: [{ role: 'AUTHOR', person: person(4 + (number % 8)), links: [], note: null }],
    about: [identifiedConcept('Topic', 'Harbours', 'urn:topic:harbours')],
    series: { slug: 'deeper-water', name: 'Deeper water' },
    translationGroup: `group ${number}`,
  });
}

/** Six containers of six places, half of them curated and every second of these in words of its own: some 5 KB. */
export function typicalFront() {
  const containers = SECTIONS.map((name, place) =>
    aContainer(
      slugOf(name),
      [0, 1, 2].map((item) =>
        anItem(`article ${place * 3 + item}`, item === 1 ? { headline: words(place, 8), standfirst: words(place, 25) } : {}),
      ),
      section(slugOf(name), 6),
    ),
  );
  return aFront({ slug: 'home', containers });
}

/** The id of a {@link typicalArticle}. */
export function idOfArticle(number: number): ArticleId {
  return idOf(`article ${number}`);
}

/** Posts of {@link liveBlog}: a long evening. */
const POSTS = 300;

/** A live blog of three hundred posts of some 60 words, 30 of them key events. */
export function liveBlog(): Article {
  const posts = Array.from({ length: POSTS }, (_, turn) =>
    aPost(`post ${turn}`, {
      ...{
        headline: turn % 3 === 0 ? `Water at mark ${turn}` : null,
        text: words(turn, 60),
        isKeyEvent: turn % 10 === 0,
        isPinned: turn === 7,
      },
      datePublished: instantOf(FIRST_DAY + turn * MINUTE),
    }),
  );
  return anArticle({
    id: 'live blog',
    section: 'Live',
    headline: 'The night of the high water',
    published: instantOf(FIRST_DAY),
    liveBlog: LIVE,
    posts,
  });
}

export function person(number: number) {
  return identifiedConcept('Person', `Person ${number}`, `urn:person:${number}`);
}

export function institution(number: number) {
  return identifiedConcept('Organization', `Institution ${number}`, `urn:organization:${number}`);
}

/** What the page of an article asks: the longest document of examples/, 2,200 bytes. */
export function typicalDocument(): string {
  return readFileSync(new URL('../examples/article.graphql', import.meta.url), 'utf8');
}

/** Pushes articles 0 to `count` - 1, eight at a time, a live blog, and the document of a page. @param progress is told how many are in */
export async function fillTable(table: NewsTable, count: number, progress: (done: number) => void = () => {}): Promise<void> {
  const numbers = Array.from({ length: count }, (_, number) => number).values();
  let done = 0;
  const work = async () => {
    for (const number of numbers) {
      await pushArticle(table, typicalArticle(number), MEASURED_AT);
      done += 1;
      progress(done);
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  await pushFront(table, typicalFront(), MEASURED_AT);
  for (const number of [0, 1, 2, 3]) await pushCard(table, aCard(person(number).id, { biography: words(number, 200) }), MEASURED_AT);
  await pushArticle(table, liveBlog(), MEASURED_AT);
  await registerDocument(table, typicalDocument());
}
