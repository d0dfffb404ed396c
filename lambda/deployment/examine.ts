import { EXAMPLES } from '../generated/examples.ts';

/** What a version answers. */
export type Answer = {
  statusCode: number;
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: { code?: string } }[];
};

export type Ask = (query: string, variables: object) => Promise<Answer>;

/** A document that was not answered as it should be, and what came instead. */
export type Unanswered = { document: string; statusCode: number; codes: string[]; messages: string[] };

/** What there is to be asked about, found in what is published; on an empty table ids and paths that nothing has. */
type Found = Record<'article' | 'path' | 'section' | 'person' | 'organization' | 'topic' | 'event', string>;

/** Finds something for each document. Not one of examples/, because no page asks such a thing. */
const SURVEY = `query Survey {
  latest(first: 1) { edges { node { id path } } }
  sections { slug }
  people: concepts(kind: PERSON, first: 1) { edges { node { id } } }
  organizations: concepts(kind: ORGANIZATION, first: 1) { edges { node { id } } }
  topics: concepts(kind: TOPIC, first: 1) { edges { node { id } } }
  events: concepts(kind: NEWS_EVENT, first: 1) { edges { node { id } } }
}`;

const NOTHING = 'a_0000000000000000000000';

/** The variables of each document of examples/. One without a line here is asked without any, and fails if it needs some. */
const VARIABLES: Record<string, (found: Found) => object> = {
  article: ({ path }) => ({ path }),
  author: ({ person }) => ({ id: person }),
  'deep-link': ({ path }) => ({ url: path }),
  event: ({ event }) => ({ id: event }),
  'live-blog': ({ path }) => ({ path }),
  'live-blog-poll': ({ article }) => ({ id: article }),
  organisation: ({ organization }) => ({ id: organization }),
  person: ({ person }) => ({ id: person }),
  'search-hits': ({ article, person }) => ({ ids: [article, person, NOTHING] }),
  section: ({ section }) => ({ slug: section }),
  topic: ({ topic }) => ({ id: topic, from: '2020-01-01T00:00:00Z', until: '2100-01-01T00:00:00Z' }),
  translations: ({ path }) => ({ path }),
};

/**
 * Asks every document of examples/ about something that is published.
 * @returns how many were asked, and those that were answered with anything but data
 * @throws whatever keeps the version from being asked at all
 */
export async function examine(ask: Ask): Promise<{ asked: number; wrong: Unanswered[] }> {
  const survey = await ask(SURVEY, {});
  const wrong = faultsOf('survey', survey);
  const found = foundIn(survey);
  for (const [document, query] of Object.entries(EXAMPLES)) {
    wrong.push(...faultsOf(document, await ask(query, VARIABLES[document]?.(found) ?? {})));
  }
  return { asked: Object.keys(EXAMPLES).length, wrong };
}

function faultsOf(document: string, { statusCode, data, errors = [] }: Answer): Unanswered[] {
  if (statusCode === 200 && data && errors.length === 0) return [];
  return [
    { document, statusCode, codes: errors.map(({ extensions }) => extensions?.code ?? ''), messages: errors.map(({ message }) => message) },
  ];
}

type Edges = { edges?: { node: { id: string; path?: string } }[] } | null;

function foundIn({ data }: Answer): Found {
  const first = (field: string) => (data?.[field] as Edges)?.edges?.[0]?.node;
  const idOf = (field: string) => first(field)?.id ?? NOTHING;
  return {
    article: idOf('latest'),
    path: first('latest')?.path ?? '/nothing/here',
    section: (data?.sections as { slug: string }[] | null)?.[0]?.slug ?? 'nothing',
    ...{ person: idOf('people'), organization: idOf('organizations'), topic: idOf('topics'), event: idOf('events') },
  };
}
