import { type Edition, type HeadlineRole, type Story, topSection, UNSAID } from '../../domain/article.ts';
import { type BlockContent, type Body, countWords, textBytes, withKeys } from '../../domain/body.ts';
import { distinctConcepts } from '../../domain/concept.ts';
import { ArticleTooLarge, type Fault, Refused, refuse } from '../../domain/fault.ts';
import type { Instant } from '../../domain/instant.ts';
import { defaultPath, normalizePath } from '../../domain/path.ts';
import { quotationsWithKeys } from '../../domain/quotation.ts';
import { MAX_BODY_BYTES } from '../../store/body-codec.ts';
import type { Format, ReadArticle, Sent } from '../format.ts';
import { parseLanguage } from '../language.ts';
import { mentionsIn } from '../quotations/mentions.ts';
import { standfirstQuotation } from '../quotations/standfirst-quotation.ts';
import { sectionOf } from '../section.ts';
import { checkSize } from './document-size.ts';
import { readHtmlBody } from './html-body.ts';
import { parseJsonObject } from './json-document.ts';
import { isRecord, Mapping } from './mapping.ts';
import { type Associated, distinctRelated, readAssociations } from './ninjs-associations.ts';
import { withAllSizes, withoutHeadline } from './ninjs-body.ts';
import { type NinjsConcepts, readConcepts } from './ninjs-concepts.ts';
import { normaliseNinjs } from './ninjs-dialects.ts';
import { placeEmbedded, withPlaces } from './ninjs-embeds.ts';
import { ITEM_TYPES, isHtml, LEFT_OF_ITEM, PUB_STATUSES, plainText, readWords, type Words, wordsOf } from './ninjs-item.ts';
import { readPlainBody } from './plain-body.ts';
import { quotationsIn } from './quotations-in-blocks.ts';
import { stableUri } from './source-uri.ts';
import { parseVersion } from './source-version.ts';
import { parseDigitalSourceType } from './sundry-fields.ts';
import { readSuperdesk, type Superdesk } from './superdesk.ts';
import { unseen } from './unseen-media.ts';

/** Largest document, in bytes: the largest body with as much around it. A push carries 6 MB at most, base64 included. */
const MAX_NINJS_BYTES = 2 * MAX_BODY_BYTES;

/** Agencies call their own profiles of the standard after it: `TTNINJS`. */
const NINJS = /ninjs/i;

/** Items that are articles. */
const ARTICLE_TYPES = ['text', 'composite'];

/**
 * ninjs 1.x, 2.x and 3.x, IPTC's news in JSON, and what Superdesk makes of 1.x; one article a document. What becomes of each key stands in
 * docs/integrate.md. As in its schemas, a key that the standard does not have is refused; Superdesk's desks add keys of their own, which are left out
 * with a warning.
 */
export const ninjs: Format = {
  name: 'ninjs',
  extensions: ['.ninjs.json'],
  detect: ({ json }) => isRecord(json) && isNinjs(json),
  read: (sent) => [readArticle(sent)],
};

/** ninjs of any version, so that an older one is told what is wrong with it: it says so, or has the names of ninjs and of nobody else. */
function isNinjs(json: Record<string, unknown>): boolean {
  const { standard, uri, guid, type } = json;
  if (isRecord(standard)) return NINJS.test(String(standard.name));
  const names = ['headlines', 'bodies', 'pubStatus', 'pubstatus', 'versionCreated', 'versioncreated'];
  const isNamed = Object.keys(json).some((key) => names.includes(key) || /^body_\w/.test(key));
  return typeof (uri ?? guid) === 'string' && (type === undefined || typeof type === 'string') && isNamed;
}

function readArticle(sent: Sent): ReadArticle {
  const { source, wishes } = sent;
  const faults: Fault[] = [];
  if (sent.bytes.length > MAX_NINJS_BYTES) {
    throw new ArticleTooLarge([{ place: 'document', reason: `holds ${sent.bytes.length} bytes; at most ${MAX_NINJS_BYTES} can be taken` }]);
  }
  const { item, beside, isSuperdesk } = normaliseNinjs(parseJsonObject(sent.bytes), sent.addressOfAsset);
  const warnings: string[] = [];
  const notes = isSuperdesk ? warnings : null;
  const fields = new Mapping(item, 'document', faults, notes);
  checkStandard(fields);
  const superdesk = readSuperdesk(new Mapping(beside, 'document', faults, notes), sent.source);
  const edition = readEdition(fields, sent, superdesk);
  const status = fields.oneOf('pubStatus', PUB_STATUSES) ?? 'USABLE';
  const said = readSaid(fields, source, edition);
  const { type } = said;
  if (type !== null && !ARTICLE_TYPES.includes(type)) {
    faults.push({ place: fields.placeOf('type'), reason: `is "${type}", and no article; ${ARTICLE_TYPES.join(' and ')} are` });
  }
  fields.close();
  const left = warnings.length > 0 ? { warnings } : {};
  if (status === 'CANCELED') {
    if (faults.length > 0) throw new Refused(faults);
    return { ...edition, pubStatus: 'CANCELED', story: null, body: null, ...left };
  }
  if (faults.some(({ place }) => place === fields.placeOf('type'))) throw new Refused(faults); // what is no article needs no headline
  const headline = headlineOf(said.headlines, 'MAIN', fields);
  const contents = fields.attempt(() => bodyOf(said, headline, fields.placeOf('bodies'))) ?? [];
  const blocks = withKeys([...contents, ...superdesk.annotations, ...unseen(said.associated.blocks, contents)]);
  if (faults.length > 0) throw new Refused(faults);
  checkSize(textBytes(blocks), MAX_BODY_BYTES);
  const language = said.language ?? wishes.language ?? 'en';
  const body = { blocks, quotations: quotationsWithKeys(quotationsIn(blocks, { ...said.concepts, language, source }), blocks) };
  return { ...edition, pubStatus: status, story: storyOf(headline ?? '', said, superdesk, body, language, edition, wishes), body, ...left };
}

function checkStandard(fields: Mapping): void {
  fields.mapping('standard', (standard) => {
    standard.skip('schema');
    const [name, version] = [standard.text('name'), standard.text('version')];
    if (name !== null && !NINJS.test(name))
      standard.faults.push({ place: standard.placeOf('name'), reason: `is "${name}"; ninjs is read` });
    if (version !== null && !/^[123](?:\.|$)/.test(version)) {
      standard.faults.push({ place: standard.placeOf('version'), reason: `is "${version.slice(0, 20)}"; ninjs 1 to 3 are read` });
    }
  });
}

function readEdition(fields: Mapping, { source, wishes }: Sent, { firstPublished }: Superdesk): Omit<Edition, 'pubStatus'> {
  return {
    source,
    uri: uriOf(fields, wishes.variants === 'language'),
    version: readVersion(fields),
    versionCreated: fields.instant('versionCreated'),
    firstCreated: fields.instant('firstCreated'),
    firstPublished: firstPublished ?? wishes.published ?? null,
    embargoedUntil: fields.instant('embargoedUntil'),
    scheduledFor: null,
    expires: fields.instant('expires'),
  };
}

/**
 * What the source calls the article. Where its language variants share one uri, the language belongs to it: a document without one would then change, or
 * withdraw, another article than it means, and is refused.
 */
function uriOf(fields: Mapping, isByLanguage: boolean): string {
  const uri = stableUri(fields.needed('uri'));
  if (!isByLanguage) return uri;
  const language = fields.parsed('language', parseLanguage);
  if (language === null) fields.fault('language', 'is missing, and is needed where language variants share one uri');
  return `${uri}|${language}`;
}

function readVersion(fields: Mapping): number | null {
  const text = fields.textOrNumber('version');
  return text === null ? null : fields.attempt(() => parseVersion(text, fields.placeOf('version')));
}

type Said = {
  type: string | null;
  language: string | null;
  headlines: Words[];
  descriptions: Words[];
  bodies: Words[];
  byline: string | null;
  located: string | null;
  genre: string | null;
  path: string | null;
  translations: string | null;
  copyrightNotice: string | null;
  creditLine: string | null;
  usageTerms: string | null;
  digitalSourceType: string | null;
  concepts: NinjsConcepts;
  associated: Associated;
};

function readSaid(fields: Mapping, source: string, { embargoedUntil }: Pick<Edition, 'embargoedUntil'>): Said {
  fields.skip(...LEFT_OF_ITEM, 'title', 'renditions');
  const extent = fields.text('representationType');
  if (extent === 'partial' || extent === 'incomplete') {
    fields.faults.push({
      place: fields.placeOf('representationType'),
      reason: `is "${extent}", and would take the place of the whole article`,
    });
  }
  const holder = fields.text('copyrightHolder');
  const names = fields.list('infoSources', (of) => {
    of.skip('role', 'uri', 'literal', 'contactInfo');
    return of.text('name');
  });
  const ids = fields.list('altIds', (of) => ({
    role: (of.text('role') ?? '').toLowerCase(),
    value: of.text('value'),
    place: of.placeOf('value'),
  }));
  const path = ids.find(({ role }) => role === 'path');
  const rights = fields.mapping('rightsInfo', (of) => {
    of.skip('langId', 'encodedRights');
    return of.text('linkedRights');
  });
  return {
    type: fields.oneOf('type', ITEM_TYPES),
    language: fields.parsed('language', parseLanguage),
    headlines: readWords(fields, 'headlines'),
    descriptions: readWords(fields, 'descriptions'),
    bodies: readWords(fields, 'bodies'),
    byline: fields.text('by'),
    located: fields.text('located'),
    genre: fields.list('genres', readTerm).find((name) => name !== null) ?? null,
    path: path?.value ? fields.attempt(() => normalizePath(path.value ?? '', path.place)) : null,
    translations: ids.find(({ role }) => role === 'translations')?.value ?? null,
    copyrightNotice: fields.text('copyrightNotice') ?? holder,
    creditLine: names.filter((name) => name !== null).join(', ') || null,
    usageTerms: [fields.text('usageTerms'), rights].filter((one) => one !== null).join(' ') || null,
    digitalSourceType: fields.mapping('digitalSourceType', readDigitalSourceType),
    concepts: readConcepts(fields, source),
    associated: readAssociations(fields, source, embargoedUntil),
  };
}

function readTerm(of: Mapping): string | null {
  of.skip('uri');
  const [name, literal] = [of.text('name'), of.text('literal')];
  return name ?? literal;
}

function readDigitalSourceType(of: Mapping): string | null {
  const [name, literal] = [of.text('name'), of.text('literal')];
  return of.parsed('uri', parseDigitalSourceType) ?? literal ?? name;
}

const HEADLINE_ROLES: Readonly<Record<HeadlineRole, RegExp>> = {
  MAIN: /^(?:main|simple|headline)?$/i,
  SHORT: /^short/i,
  SOCIAL: /^social/i,
  SEARCH: /^(?:search|seo)/i,
};

/** The first headline of a role. The main one cannot be left out; where no role says which it is, it is the first that no other role takes. */
function headlineOf(headlines: readonly Words[], role: HeadlineRole, fields: Mapping): string | null {
  const isOther = (one: Words) => /^(?:short|social|search|seo|kicker)/i.test(one.role);
  const found =
    headlines.find((one) => HEADLINE_ROLES[role].test(one.role)) ?? (role === 'MAIN' ? headlines.find((one) => !isOther(one)) : undefined);
  const text = found ? fields.attempt(() => plainText(found)) : null;
  if (role === 'MAIN' && text === null && !fields.faults.some(({ place }) => place.startsWith(fields.placeOf('headlines')))) {
    fields.faults.push({ place: fields.placeOf('headlines'), reason: 'hold no main headline' });
  }
  return text;
}

/** One body of those that say the same in several ways: HTML before plain text, and the first of them whose role is `main`. */
function bodyOf({ bodies, associated }: Said, headline: string | null, place: string): BlockContent[] {
  if (bodies.length === 0) return refuse(place, 'are missing; an article has at least one');
  const isMain = ({ role }: Words) => /^main$/i.test(role);
  const rich = bodies.filter(isHtml);
  const plain = bodies.filter((one) => !isHtml(one) && (one.contentType === '' || one.contentType === 'text/plain'));
  const [readable = []] = [rich, plain].filter((some) => some.length > 0);
  const chosen = readable.find(isMain) ?? readable[0];
  if (chosen === undefined) return refuse(place, 'are neither text/html, application/xhtml+xml nor text/plain');
  if (!isHtml(chosen)) return someBlocks(readPlainBody(chosen.value), chosen.place);
  const { embeddable, pictures } = associated;
  const blocks = placeEmbedded(readHtmlBody(withPlaces(chosen.value, embeddable), chosen.place), embeddable);
  return someBlocks(withAllSizes(withoutHeadline(blocks, headline), pictures), chosen.place);
}

function someBlocks(blocks: BlockContent[], place: string): BlockContent[] {
  return blocks.length > 0 ? blocks : refuse(place, 'holds no words');
}

type Dates = Pick<Edition, 'uri' | 'firstPublished' | 'firstCreated' | 'versionCreated'>;

function storyOf(
  headline: string,
  said: Said,
  superdesk: Superdesk,
  { blocks, quotations }: Body,
  language: string,
  edition: Dates,
  wishes: Sent['wishes'],
): Story {
  const { byline, located, genre, concepts, associated, copyrightNotice, creditLine, usageTerms, digitalSourceType } = said;
  const named = concepts.section ?? superdesk.section;
  const section = named ? topSection(named) : sectionOf(wishes.section);
  const standfirst = wordsOf(said.descriptions, /^(?:standfirst|deck|lead|intro|subheadline)$/i);
  const roles = ['SHORT', 'SOCIAL', 'SEARCH'] as const;
  return {
    headline,
    standfirst: standfirst === null ? null : { text: standfirst, marks: [], quotation: standfirstQuotation(standfirst, quotations) },
    abstract: wordsOf(said.descriptions, /^(?:summary|abstract|caption|text|main|description)?$/i),
    kicker: wordsOf(said.headlines, /^kicker$/i),
    ...{ byline, dateline: null, language, genre, section, series: concepts.series },
    translationGroup: said.translations ?? (wishes.variants === 'language' ? edition.uri.slice(0, edition.uri.lastIndexOf('|')) : null),
    path: said.path ?? wishes.path ?? defaultPath(section.slug, edition.firstPublished ?? edition.firstCreated, headline),
    contributions: superdesk.contributions.length > 0 ? superdesk.contributions : concepts.contributions,
    about: distinctConcepts([...concepts.about, ...superdesk.about]),
    mentions: distinctConcepts([...concepts.mentions, ...superdesk.mentions, ...associated.events, ...mentionsIn(quotations)]),
    image: associated.image,
    wordCount: countWords(blocks, language),
    isAccessibleForFree: true,
    ...{ copyrightNotice, creditLine },
    ...UNSAID,
    headlines: roles.flatMap((role) => {
      const found = said.headlines.find((one) => HEADLINE_ROLES[role].test(one.role));
      const text = found ? plainText(found) : null;
      return text === null ? [] : [{ role, text }];
    }),
    ...{ located, usageTerms, digitalSourceType },
    related: distinctRelated([...superdesk.rewrites, ...associated.related]),
    ...publicNote(superdesk, edition.versionCreated),
  };
}

/** What readers are told of a change: a correction, where the source says that it is one and when, else a note on the version. */
function publicNote({ isCorrection, publicNote: note }: Superdesk, date: Instant | null): Pick<Story, 'corrections' | 'versionNote'> {
  const isDated = isCorrection && note !== null && date !== null;
  return { corrections: isDated ? [{ date, text: note }] : [], versionNote: isDated ? null : note };
}
