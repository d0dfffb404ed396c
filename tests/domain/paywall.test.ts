import { describe, expect, it } from 'vitest';
import { isBehindCut, readablePart } from '../../lambda/domain/paywall.ts';
import type { Head } from '../../lambda/domain/version.ts';
import { anArticle, aQuotation } from '../support/article.ts';

const { body } = anArticle({
  id: 'a',
  paragraphs: ['One two.', 'Three four five.', 'Six.'],
  quotations: [0, 1, 2].map((block) => aQuotation(`Words ${block}`, 'Ada Quill', { block })),
});
if (body === null) throw new Error('has no body');
const head = (isAccessibleForFree: boolean, freeBlocks: number) => ({ isAccessibleForFree, freeBlocks, language: 'en' }) as Head;
const texts = (part: ReturnType<typeof readablePart>) => part.body.blocks.map((block) => ('text' in block ? block.text : ''));

describe('what a reader may read of a paid article', () => {
  it('without a token ends at the cut: blocks, and the quotations in them', () => {
    const part = readablePart(head(false, 1), body, 'FREE');
    expect(texts(part)).toEqual(['One two.']);
    expect(part.body.quotations.map(({ text }) => text)).toEqual(['Words 0']);
    expect(part.truncated).toEqual({ wordsLeft: 4 });
  });

  it('is nothing of the body where its source made no cut', () => {
    expect(readablePart(head(false, 0), body, 'FREE')).toEqual({ body: { blocks: [], quotations: [] }, truncated: { wordsLeft: 6 } });
  });

  it.each([
    ['with a token', head(false, 1), 'SUBSCRIBER'],
    ['where it is free', head(true, 1), 'FREE'],
    ['where the cut lies behind its end', head(false, 3), 'FREE'],
  ] as const)('is all of it %s', (_, one, access) => {
    expect(readablePart(one, body, access)).toEqual({ body, truncated: null });
  });

  it('counts the standfirst as part of the card, which is free', () => {
    expect([null, 0, 1].map((block) => isBehindCut(head(false, 1), { block }))).toEqual([false, false, true]);
    expect(isBehindCut(head(true, 0), { block: 5 })).toBe(false);
  });
});
