import type { Contribution } from '../../domain/article.ts';
import { namedConcept } from '../../domain/concept.ts';
import { isWebAddress } from '../../domain/html.ts';

/** How a line names a reporter's accounts, by language: `Follow Ada Lund on Twitter and Instagram.` */
const LINES: Readonly<Record<string, RegExp>> = {
  en: /^(?:you can )?(?:follow|find) (?<name>.+?) on (?<accounts>.+?)\.?$/iu,
  de: /^(?:folgen sie|folge) (?<name>.+?) (?:auf|bei) (?<accounts>.+?)\.?$/iu,
  fr: /^suivez (?<name>.+?) sur (?<accounts>.+?)\.?$/iu,
  es: /^(?:siga|sigue|sigan) a (?<name>.+?) en (?<accounts>.+?)\.?$/iu,
  ar: /^(?:تابعوا|تابع) (?<name>.+?) على (?<accounts>.+?)\.?$/u,
};

/** What parts accounts in a list. The Arabic `و` stands before the next word without a space. */
const BETWEEN = /\s*[,،]\s*(?:(?:and|und|et|y)\s+)?|\s+(?:and|und|et|y|&)\s+|\s+و(?=\S)/iu;

/** Services by their name in lower case, and where an account stands there; null where a handle does not tell. */
const SERVICES: Readonly<Record<string, ((handle: string) => string) | null>> = {
  twitter: (handle) => `https://twitter.com/${handle}`,
  x: (handle) => `https://x.com/${handle}`,
  instagram: (handle) => `https://www.instagram.com/${handle}`,
  threads: (handle) => `https://www.threads.net/@${handle}`,
  tiktok: (handle) => `https://www.tiktok.com/@${handle}`,
  youtube: (handle) => `https://www.youtube.com/@${handle}`,
  telegram: (handle) => `https://t.me/${handle}`,
  bluesky: (handle) => `https://bsky.app/profile/${handle}`,
  mastodon: null,
  facebook: null,
  linkedin: null,
  whatsapp: null,
  substack: null,
  تويتر: (handle) => `https://twitter.com/${handle}`,
  إكس: (handle) => `https://x.com/${handle}`,
  إنستغرام: (handle) => `https://www.instagram.com/${handle}`,
  فيسبوك: null,
};

/** A service, and perhaps a URL or a handle behind it. */
const ACCOUNT = /^(?<service>[^\s@:(]+)(?:\s*[:(]?\s*(?:at\s+)?(?:(?<url>https?:\/\/[^\s)]+)|(?<handle>@[\w.-]+(?:@[\w.-]+)?))\)?)?$/iu;

/** Longest such line, in UTF-16 units; a longer one is a paragraph that happens to begin like one. */
const LONGEST_LINE = 300;

/**
 * A line that names a reporter's accounts, or null when the line is anything else.
 * @param line one line, with its exact characters
 * @param language BCP 47
 */
export function readReporterLine(line: string, language: string, source: string): Contribution | null {
  const pattern = LINES[language.toLowerCase().split('-')[0] ?? ''];
  const { name, accounts } = (line.length <= LONGEST_LINE && pattern?.exec(line.trim())?.groups) || {};
  if (!name || !accounts || !isPersonName(name)) return null;
  const links = accounts.split(BETWEEN).map(readAccount);
  if (!links.every((link) => link !== null)) return null;
  return { role: 'AUTHOR', person: namedConcept('Person', name, source), links, note: line };
}

/** At most five words, not only the first with a capital or without case: `us` and `the newsroom` are nobody's name. */
function isPersonName(name: string): boolean {
  const words = name.split(/\s+/u);
  return words.length <= 5 && /^\P{Ll}/u.test(name) && words.some((word, at) => at > 0 && /^[\p{Lu}\p{Lo}]/u.test(word));
}

function readAccount(written: string): Contribution['links'][number] | null {
  const { service, url, handle } = ACCOUNT.exec(written.trim())?.groups ?? {};
  if (!service) return null;
  const place = SERVICES[service.toLowerCase()];
  if (place === undefined) return null;
  if (url) return isWebAddress(url) ? { name: service, url } : null;
  if (!handle) return { name: service, url: null };
  const [, account = '', host] = handle.split('@');
  return { name: service, url: host ? `https://${host}/@${account}` : (place?.(account) ?? null) };
}
