import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../../lambda/ingest/quotations/find-quotations.ts';

const FOLDER = new URL('../../../../shared/data/wikinews-gum/xml/', import.meta.url);
const isPresent = existsSync(FOLDER);

/** Quotations in each file, and how many of them have a named and an unnamed speaker. The corpus marks speech and names of things alike. */
const FIGURES: Readonly<Record<string, { found: number; named: number; unnamed: number }>> = {
  GUM_interview_chomsky: { found: 0, named: 0, unnamed: 0 },
  GUM_interview_cyclone: { found: 1, named: 0, unnamed: 0 },
  GUM_news_afghan: { found: 11, named: 4, unnamed: 0 },
  GUM_news_asylum: { found: 2, named: 2, unnamed: 0 },
  GUM_news_crane: { found: 3, named: 3, unnamed: 0 },
  GUM_news_expo: { found: 3, named: 0, unnamed: 0 },
  GUM_news_nasa: { found: 6, named: 5, unnamed: 0 },
  GUM_news_soccer: { found: 3, named: 3, unnamed: 0 },
  GUM_news_taxes: { found: 7, named: 6, unnamed: 1 },
};

/** The corpus has one word a line with its part of speech; tags stand on lines of their own. */
function paragraphsOf(xml: string): { text: string }[] {
  const paragraphs: string[] = [];
  let words = '';
  let isGlued = true;
  for (const line of xml.split('\n')) {
    if (/^<\/?(?:p|head|item|caption|sp|table|row|cell|figure)\b/.test(line)) {
      if (words) paragraphs.push(words.replace(/(?<=\w) - (?=\w)/g, '-'));
      words = '';
      isGlued = true;
    }
    const [word = '', tag = ''] = line.startsWith('<') ? [] : line.split('\t');
    if (!word) continue;
    const isClosing = tag === "''" || /^(?:[,.;:!?)\]%]|'s|n't|'re|'ve|'ll|'d|'m|’.*)$/.test(word);
    words += isClosing || isGlued ? word : ` ${word}`;
    isGlued = tag === '``' || /^[([$]$/.test(word);
  }
  return [...paragraphs, words].map((text) => ({ text }));
}

describe.skipIf(!isPresent)('quotations in real news (skipped where ../shared is not there)', () => {
  it.each(isPresent ? readdirSync(FOLDER).map((file) => file.replace('.xml', '')) : [])('are as many in %s as a reader counts', (name) => {
    const quotations = findQuotations(paragraphsOf(readFileSync(new URL(`${name}.xml`, FOLDER), 'utf8')), {
      language: 'en',
      source: 'wikinews',
    });
    const named = quotations.filter(({ speaker }) => speaker && !speaker.anonymous).length;
    const unnamed = quotations.filter(({ speaker }) => speaker?.anonymous).length;
    expect({ found: quotations.length, named, unnamed }).toEqual(FIGURES[name]);
  });
});
