import type { Contribution, ContributionRole, Named, RelatedRef } from '../../domain/article.ts';
import { type BlockContent, blockText } from '../../domain/body.ts';
import { type ConceptRef, identifiedConcept, namedConcept } from '../../domain/concept.ts';
import { articleId } from '../../domain/identity.ts';
import type { Instant } from '../../domain/instant.ts';
import { slugOf } from '../../domain/path.ts';
import { readHtmlBody } from './html-body.ts';
import type { Mapping } from './mapping.ts';
import { coded } from './ninjs-concepts.ts';
import { isWebAddress } from './picture-fields.ts';
import { stableUri } from './source-uri.ts';

/** What Superdesk says beside ninjs 1.x. */
export type Superdesk = {
  firstPublished: Instant | null;
  /** In the order of the byline. */
  contributions: Contribution[];
  /** Its first category. */
  section: Named | null;
  /** The other categories. */
  about: ConceptRef[];
  /** Keywords. */
  mentions: ConceptRef[];
  /** The article that this one was told anew from. */
  rewrites: RelatedRef[];
  /** What is said of words of the body, each a block behind it. */
  annotations: BlockContent[];
  isCorrection: boolean;
  /** What readers are told about this version. */
  publicNote: string | null;
};

const ROLES: Readonly<Record<string, ContributionRole>> = {
  ...{ '': 'AUTHOR', author: 'AUTHOR', writer: 'AUTHOR', reporter: 'AUTHOR', journalist: 'AUTHOR', correspondent: 'AUTHOR' },
  ...{ editor: 'EDITOR', subeditor: 'EDITOR', 'sub-editor': 'EDITOR', copyeditor: 'EDITOR' },
  ...{ photographer: 'PHOTOGRAPHER', photo: 'PHOTOGRAPHER', translator: 'TRANSLATOR' },
};

/** Accounts of an author, by which readers may follow; addresses of mail and numbers of telephones are none. */
const ACCOUNTS = ['twitter', 'facebook', 'instagram'] as const;

/** For desks, and counts that are made anew. docs/integrate.md says why of each. */
export const LEFT_OUT: readonly string[] = [
  ...['mimetype', 'charcount', 'wordcount', 'readtime', 'priority', 'source', 'extra_items', 'attachments', 'rewrite_sequence'],
  ...[
    'translation_id',
    'translated_from',
    'assignment_id',
    'coverage_id',
    'event_id',
    'planning_id',
    'publish_schedule',
    'products',
    'refs',
  ],
  'order',
];

/** @param fields what stands beside ninjs; it is closed here */
export function readSuperdesk(fields: Mapping, source: string): Superdesk {
  fields.skip(...LEFT_OUT);
  const services = fields.list('service', readTerm);
  const signals = fields.list('signal', readTerm).map(({ code, name }) => code ?? name ?? '');
  const former = fields.text('evolvedfrom');
  const sequence = Number(fields.textOrNumber('correction_sequence') ?? 0);
  const [section, ...others] = services.flatMap(({ name, code }) => (name === null ? [] : [{ name, code }]));
  const extra = fields.mapping('extra', readExtra);
  const result: Superdesk = {
    firstPublished: fields.instant('firstpublished'),
    contributions: fields.list('authors', (entry) => readAuthor(entry, source)),
    section: section ? { slug: slugOf(section.name), name: section.name } : null,
    about: others.map(({ name, code }) =>
      code === null
        ? namedConcept('Topic', name, source)
        : coded(identifiedConcept('Topic', name, `literal:${source}:service:${code}`), null, code),
    ),
    mentions: fields.texts('keywords').map((name) => namedConcept('Topic', name, source)),
    rewrites: former === null ? [] : [{ article: articleId(source, stableUri(former)), label: null, rewrites: true }],
    annotations: fields.list('annotations', readAnnotation).filter((block) => block !== null),
    isCorrection: sequence > 0 || signals.some((signal) => /(?:^|:)correct/i.test(signal)),
    publicNote: textOf(fields.text('public_note') ?? extra, fields.placeOf('public_note')),
  };
  fields.close();
  return result;
}

function readTerm(entry: Mapping): { name: string | null; code: string | null } {
  entry.skip('scheme');
  return { name: entry.text('name'), code: entry.text('code') ?? entry.text('qcode') };
}

/** Fields of a desk's own. Only one of them is for readers by its name. */
function readExtra(extra: Mapping): string | null {
  const note = extra.text('public_note');
  extra.skipOthers();
  return note;
}

/** The ids of users only tell people of one name apart; they are hashed, and go nowhere. */
function readAuthor(entry: Mapping, source: string): Contribution {
  entry.skip('avatar_url', 'jobtitle', 'first_name', 'last_name', 'email', 'phone', 'scheme', 'sub_label', 'parent', '_id', 'qcode');
  const name = entry.needed('name');
  const ids = [entry.text('code'), entry.text('user'), entry.text('uri')];
  const id = ids.find((one) => one !== null);
  const links = ACCOUNTS.flatMap((account) => {
    const address = entry.text(account);
    return address === null ? [] : [{ name: account, url: isWebAddress(address) ? address : null }];
  });
  return {
    role: ROLES[(entry.text('role') ?? '').toLowerCase()] ?? 'CONTRIBUTOR',
    person: id ? identifiedConcept('Person', name, `author:${source}:${id}`) : namedConcept('Person', name, source),
    links,
    note: textOf(entry.text('biography'), entry.placeOf('biography')),
  };
}

function readAnnotation(entry: Mapping): BlockContent | null {
  entry.skip('id', 'type');
  const text = textOf(entry.text('body'), entry.placeOf('body'));
  return text === null ? null : { kind: 'UnknownBlock', name: 'annotation', text };
}

/** Words that may be HTML. */
function textOf(words: string | null, place: string): string | null {
  if (words === null || !/[<&]/.test(words)) return words;
  return readHtmlBody(words, place).map(blockText).filter(Boolean).join('\n') || null;
}
