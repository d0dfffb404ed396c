import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blockText } from '../lambda/domain/body.ts';
import { markdown } from '../lambda/ingest/formats/markdown.ts';
import { sampleFiles } from './support/samples.ts';

const articles = sampleFiles.flatMap((uri) =>
  markdown.read({ bytes: readFileSync(`${import.meta.dirname}/../${uri}`), source: 'local', uri, wishes: {} }),
);
const stories = articles.map(({ story }) => story).filter((story) => story !== null);
const quotations = articles.flatMap(({ body, uri }) => body?.quotations.map((quotation) => ({ ...quotation, uri })) ?? []);

describe('the sample newsroom', () => {
  it('has articles in six sections and three languages, one written from right to left', () => {
    expect(stories.length).toBeGreaterThanOrEqual(24);
    expect(new Set(stories.map(({ section }) => section.slug)).size).toBe(6);
    expect(new Set(stories.map(({ language }) => language))).toEqual(new Set(['en', 'de', 'ar']));
  });

  it('has a series, translations, and one very long piece', () => {
    expect(stories.filter(({ series }) => series?.slug === 'down-the-sarrow').length).toBeGreaterThanOrEqual(4);
    expect(stories.filter(({ translationGroup }) => translationGroup).length).toBeGreaterThanOrEqual(8);
    expect(Math.max(...stories.map(({ wordCount }) => wordCount))).toBeGreaterThan(4000);
  });

  it('quotes the same people in several stories', () => {
    const stories = new Map<string, Set<string>>();
    for (const { speaker, uri } of quotations) {
      if (speaker?.agent?.identity === 'SOURCE') stories.set(speaker.agent.id, (stories.get(speaker.agent.id) ?? new Set()).add(uri));
    }
    expect([...stories.values()].filter(({ size }) => size >= 3).length).toBeGreaterThanOrEqual(8);
  });

  it('cuts every quotation exactly out of its block', () => {
    expect(quotations.length).toBeGreaterThan(200);
    for (const { body } of articles) {
      for (const { block, start, end, text } of body?.quotations ?? []) {
        const found = body?.blocks[block ?? -1];
        expect(found && blockText(found).slice(start, end)).toBe(text);
      }
    }
  });

  it('names the speaker of most quotations', () => {
    const named = quotations.filter(({ speaker }) => speaker?.name || speaker?.describedAs);
    expect(named.length / quotations.length).toBeGreaterThan(0.9);
  });
});
