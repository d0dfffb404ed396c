import { describe, expect, it } from 'vitest';
import { Refused } from '../../../lambda/domain/fault.ts';
import { intakeNamed } from '../../../lambda/ingest/intakes.ts';

/** Some JSON `levels` deep: a mapping around a mapping around words. */
const nested = (levels: number, key = 'a') => `${`{"${key}":`.repeat(levels)}"x"${'}'.repeat(levels)}`;

/** What a document is refused for, its first reason; null when it is read. @throws whatever is no refusal */
function refusal(format: string, document: string): string | null {
  try {
    const intake = intakeNamed(format);
    if (intake === null) throw new Error(`no ${format}`);
    intake.read({ bytes: Buffer.from(document), source: 'desk', uri: 'a', wishes: {} });
    return null;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return `${error.faults[0]?.place}: ${error.faults[0]?.reason}`;
  }
}

const item = (rest: string) => `{"uri":"a","version":"1","type":"text","headline":"A","body_text":"B",${rest}}`;
const TOO_DEEP = 'is nested deeper than 200 levels';

describe('JSON that is nested too deep', () => {
  it.each<[format: string, what: string, document: string, place: string]>([
    [
      'ninjs',
      'items in items',
      item(`"associations":${'{"a":{"type":"composite","associations":'.repeat(3000)}{}${'}}'.repeat(3000)}`),
      'document: associations',
    ],
    ['ninjs', 'a mapping of the source', item(`"extra":${nested(100_000)}`), 'document: extra'],
    ['ninjs', 'a key of 1 MB', `{"${'k'.repeat(1e6)}":${nested(300)}}`, `document: ${'k'.repeat(40)}`],
    ['ans', 'sections in sections', `{"type":"story","taxonomy":{"primary_section":${nested(20_000, 'parent')}}}`, 'document: taxonomy'],
    [
      'ans',
      'lists in lists',
      `{"type":"story","content_elements":${'[{"type":"list","items":'.repeat(5000)}[]${'}]'.repeat(5000)}}`,
      'document: content_elements',
    ],
    ['wordpress-rest', 'what is embedded', `[{}, {"_embedded":${nested(20_000)}}]`, 'document, entry 2'],
    ['wordpress-rest', 'lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'document, entry 1'],
    ['fronts', 'containers', `{"title":"A","containers":${nested(20_000, 'items')}}`, 'document: containers'],
    ['concepts', 'an image', `[{"image":${nested(20_000)}}]`, 'document, entry 1'],
  ])('is refused in %s: %s', (format, _, document, place) => {
    expect(refusal(format, document)).toBe(`${place}: ${TOO_DEEP}`);
  });

  it('is read up to 200 levels', () => {
    expect(refusal('ninjs', item(`"extra":${nested(199)}`))).toBeNull();
    expect(refusal('ninjs', item(`"extra":${nested(200)}`))).toBe(`document: extra: ${TOO_DEEP}`);
  });
});
