import { globSync } from 'node:fs';
import { identifiedConcept } from '../../lambda/domain/concept.ts';
import type { ConceptKind } from '../../lambda/domain/identity.ts';
import { articleId } from '../../lambda/domain/identity.ts';
import { authorPath } from '../../lambda/domain/site-paths.ts';

/** What a page asks for, and what its one request may cost. */
export type Page = {
  /** The variables of its document; left out when it has none or needs none. */
  variables?: Record<string, string | number | boolean | string[]>;
  /** The calls to DynamoDB that the request may cost at most. */
  calls: number;
};

const WORLD = 'https://broadsheet.example';
const concept = (kind: ConceptKind, name: string, place: string) => identifiedConcept(kind, name, `${WORLD}/${place}`);
const marrin = concept('Person', 'Ilse Marrin', 'people/ilse-marrin');
const author = concept('Person', 'Hester Quayle', 'people/hester-quayle');

/** The sample newsroom calls its articles by their files. */
const sample = (file: string) => articleId('local', `samples/${file}`);

/** Every document of examples/ by its file's name, asked of the sample newsroom. A document without a line here fails the tests. */
export const PAGES: Record<string, Page> = {
  front: { calls: 10 }, // the front; at once all that is curated and its lists; two heads, whose teasers had no room for the picture
  section: { variables: { slug: 'world' }, calls: 3 }, // the section, its articles, the sections that belong to it
  article: { variables: { path: '/politics/2026/11/two-dead-as-the-sea-passes-the-ennet-barrier' }, calls: 5 }, // path, article; then what was chosen, its series, its subject at once,
  'live-blog': { variables: { path: '/politics/2026/11/the-night-of-the-flood-hour-by-hour' }, calls: 5 }, // path, article, pinned, key events, posts
  'live-blog-poll': { variables: { id: sample('politics/the-night-of-the-flood-hour-by-hour.md') }, calls: 2 },
  author: { variables: { id: author.id }, calls: 2 },
  person: { variables: { id: marrin.id }, calls: 4 }, // who it is; roles, quotations and articles at once
  organisation: { variables: { id: concept('Organization', 'Kesselwerke', 'organizations/kesselwerke').id }, calls: 4 },
  topic: {
    variables: { id: concept('Topic', '', 'topics/sea-level').id, from: '2026-01-01T00:00:00Z', until: '2027-01-01T00:00:00Z' },
    calls: 2,
  },
  event: { variables: { id: concept('NewsEvent', 'November 2026 flood', 'events/november-2026-flood').id }, calls: 3 },
  'deep-link': { variables: { url: `https://www.test.example${authorPath(author)}?from=newsletter#top` }, calls: 2 },
  translations: { variables: { path: '/world/2026/09/after-nineteen-years-a-night-boat-to-marsa-zahra' }, calls: 3 },
  changes: { calls: 2 },
  'search-hits': {
    variables: {
      ids: [
        sample('world/night-ferry-to-marsa-zahra.md'),
        marrin.id,
        'a_0123456789012345678901',
        sample('politics/the-gate-that-passed.md'),
      ],
    },
    calls: 3,
  },
};

/** The files of examples/, by the names that {@link PAGES} gives them. */
export const documentNames: readonly string[] = globSync('*.graphql', { cwd: `${import.meta.dirname}/../../examples` })
  .map((file) => file.replace(/\.graphql$/, ''))
  .sort();
