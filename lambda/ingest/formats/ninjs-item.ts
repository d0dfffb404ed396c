import type { PubStatus } from '../../domain/article.ts';
import { blockText } from '../../domain/body.ts';
import { readHtmlBody } from './html-body.ts';
import type { Mapping } from './mapping.ts';

/** What articles of ninjs and the items that come with them have in common. */

/**
 * The words of ninjs, and those by which systems in the wild say that an article is withdrawn: not to understand a kill would be worse than to take
 * a word that no standard has. All other words are refused.
 */
export const PUB_STATUSES: Readonly<Record<string, PubStatus>> = {
  ...{ usable: 'USABLE', withheld: 'WITHHELD', canceled: 'CANCELED' },
  ...{ cancelled: 'CANCELED', killed: 'CANCELED', recalled: 'CANCELED', takedown: 'CANCELED' },
};

/** Every type of ninjs 3. */
export const ITEM_TYPES: Readonly<Record<string, string>> = Object.fromEntries(
  ['text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component', 'event', 'planning'].map((type) => [type, type]),
);

/** Keys that every item may have, and that have no place in an article. docs/integrate.md says why of each. */
export const LEFT_OF_ITEM = [
  ...[
    'profile',
    'contentCreated',
    'contentDigitised',
    'urgency',
    'edNote',
    'slugline',
    'trustIndicators',
    'eventDetails',
    'plannedCoverage',
    'standard',
  ],
] as const;

/** Words with the role that their source gives them: of `headlines`, `descriptions` and `bodies`. */
export type Words = { role: string; contentType: string; value: string; place: string };

export function readWords(fields: Mapping, key: 'headlines' | 'descriptions' | 'bodies'): Words[] {
  return fields.list(key, (entry) => {
    if (key === 'bodies') entry.skip('charCount', 'wordCount');
    return {
      role: entry.text('role') ?? '',
      contentType: (entry.text('contentType') ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
      value: entry.needed('value'),
      place: entry.placeOf('value'),
    };
  });
}

/** The first words whose role matches, as plain text. */
export function wordsOf(all: readonly Words[], role: RegExp): string | null {
  const found = all.find((one) => role.test(one.role));
  return found ? plainText(found) : null;
}

/** Words without markup, whatever they came in; null when none are left. */
export function plainText(words: Words): string | null {
  if (!isHtml(words)) return words.value || null;
  return readHtmlBody(words.value, words.place).map(blockText).filter(Boolean).join('\n') || null;
}

/** What says that words are HTML: their type, else their role, else tags of paragraphs where neither is given. */
export function isHtml({ contentType, role, value }: Words): boolean {
  if (contentType !== '') return /^(?:text\/html|application\/xhtml\+xml|body_xhtml)$/.test(contentType);
  if (role !== '') return /^(?:richtext|x?html5?)$/i.test(role) || hasParagraphs(value);
  return hasParagraphs(value);
}

function hasParagraphs(value: string): boolean {
  return /^\s*<(?:p|div|h[1-6]|article|section|html|body|ul|ol|blockquote|figure)[\s>]/i.test(value);
}
