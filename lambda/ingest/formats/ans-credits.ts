import type { Contribution, ContributionRole } from '../../domain/article.ts';
import { identifiedConcept, namedConcept } from '../../domain/concept.ts';
import { plainIn } from './ans-words.ts';
import type { Mapping } from './mapping.ts';
import { isWebAddress } from './picture-fields.ts';

/** Whom a story, a picture or a video is by. */
export type Credits = {
  /** In the order of the document. Of authors that the CMS only points at nobody knows the name; they are left out. */
  contributions: Contribution[];
  /** Organisations that stand beside them: `credits.affiliation`. */
  affiliations: string[];
};

/** What a key of `credits` means; keys are the newsroom's own, and all others are contributors. */
const ROLES: readonly [key: RegExp, role: ContributionRole][] = [
  [/^by$/i, 'AUTHOR'],
  [/photo/i, 'PHOTOGRAPHER'],
  [/edit/i, 'EDITOR'],
  [/translat/i, 'TRANSLATOR'],
];

/** Accounts that are addresses of mail or numbers of telephones, and no pages. */
const CONTACT = /mail|phone|^tel$|sms|whats-?app|signal/i;

/** @param key `credits` or `vanity_credits` */
export function readCredits(fields: Mapping, key: string, source: string): Credits {
  const lists = fields.mapping(key, (of) =>
    of.keys().map((name) => ({ name, people: of.list(name, (entry) => readAuthor(entry, source)).filter((person) => person !== null) })),
  );
  const all = lists ?? [];
  const isAffiliation = ({ name }: { name: string }) => /^affiliations?$/i.test(name);
  return {
    contributions: all
      .filter((list) => !isAffiliation(list))
      .flatMap(({ name, people }) => people.map((person): Contribution => ({ role: roleOf(name), ...person }))),
    affiliations: all.filter(isAffiliation).flatMap(({ people }) => people.map(({ person: { name } }) => name)),
  };
}

/** Whom to credit for a picture or a video: the line that is printed instead of the names, else names and organisations. */
export function creditIn(fields: Mapping, source: string): string | null {
  const [printed, real] = [readCredits(fields, 'vanity_credits', source), readCredits(fields, 'credits', source)];
  const names = ({ contributions, affiliations }: Credits) => [...contributions.map(({ person: { name } }) => name), ...affiliations];
  const line = [printed, real].map(names).find((some) => some.length > 0);
  return line?.join(', ') ?? plainIn(fields, 'copyright');
}

function roleOf(key: string): ContributionRole {
  return ROLES.find(([pattern]) => pattern.test(key))?.[1] ?? 'CONTRIBUTOR';
}

/**
 * An author under the name that the public knows. The id tells people of one name apart; it may be an address of mail, is hashed, and goes nowhere.
 * The other fields are a profile that grows with the CMS, and none of them is for an article.
 */
function readAuthor(entry: Mapping, source: string): Omit<Contribution, 'role'> | null {
  entry.skipOthers();
  const name = (plainIn(entry, 'byline') ?? plainIn(entry, 'name') ?? plainIn(entry, 'org'))?.replace(/^by\s+/i, '');
  const id = entry.textOrNumber('_id') ?? entry.text('slug');
  if (entry.text('type') === 'reference' || !name) return null;
  const accounts = ['social_links', 'socialLinks'].map((key) => entry.list(key, readAccount).filter((link) => link !== null));
  const page = entry.text('url');
  return {
    person: id === null ? namedConcept('Person', name, source) : identifiedConcept('Person', name, `author:${source}:${id}`),
    links: [
      ...(accounts.find((some) => some.length > 0) ?? []),
      ...(page !== null && isWebAddress(page) ? [{ name: 'website', url: page }] : []),
    ],
    note: plainIn(entry, 'bio'),
  };
}

function readAccount(of: Mapping): { name: string; url: string | null } | null {
  of.skipOthers();
  const [name, url] = [of.text('site'), of.text('url')];
  const isContact =
    CONTACT.test(name ?? '') || /^(?:mailto|tel|sms):|^[^/\s]+@[^/\s]+$|^\+?[\d\s()-]{6,}$|\/\/(?:wa|signal)\.me\//i.test(url ?? '');
  return name === null || isContact ? null : { name, url: url !== null && isWebAddress(url) ? url : null };
}
