import { expect, it } from 'vitest';
import { findQuotations } from '../../../lambda/ingest/quotations/find-quotations.ts';
import { mentionsIn } from '../../../lambda/ingest/quotations/mentions.ts';

it('mentions whoever speaks and their institutions, each once, in order, and nobody without a name', () => {
  const quotations = findQuotations(
    ['“No,” said Jon Wick, a clerk at the Pilot Office.', '“Yes,” an official said.', '“No,” Wick said.', '“No,” said Ada Lund.'].map(
      (text) => ({ text }),
    ),
    { language: 'en', source: 'tests' },
  );
  expect(mentionsIn(quotations).map(({ kind, name }) => [kind, name])).toEqual([
    ['Person', 'Jon Wick'],
    ['Organization', 'Pilot Office'],
    ['Person', 'Ada Lund'],
  ]);
});
