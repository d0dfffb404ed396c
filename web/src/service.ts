import { type Answer, type ClientOptions, newsClient } from '@broadsheet/client';
import { type CardsFragment, LatestDocument, PageDocument, type PageQuery } from './generated.ts';
import { previewHeader } from './preview.ts';

/** Registered documents, by GET, and by POST while a newsroom looks ahead; of the service beside the site, unless the build was told otherwise. */
const HOW: ClientOptions = {
  url: import.meta.env.VITE_GRAPHQL_URL ?? `${location.origin}/graphql`,
  trusted: true,
  previewToken: previewHeader,
};

/** The questions of pages. */
const service = newsClient(HOW);

/** For what is asked again and again: a browser may answer what it has itself, and ask behind the page's back (`stale-while-revalidate`); here it asks first. */
export const following = newsClient({
  ...HOW,
  fetch: (address, init) => fetch(address, { ...init, cache: 'no-cache' }),
});

/** A place in a list, as the address of a page says it: `?after=` for what is older, `?before=` for what is newer. */
export type PlaceInList = { after?: string | undefined; before?: string | undefined };

/** How many entries of its list a page shows. */
const PAGE_SIZE = 20;

/** What stands on every page. */
export type Chrome = { site: NonNullable<PageQuery['site']>; sections: NonNullable<PageQuery['sections']> };

/** What stands at an address; null when nothing does. `Latest` stands at the root of a site without a front. */
export type Page = PageQuery['page'] | { __typename: 'Latest'; articles: CardsFragment };

/** What a question for a page brings. */
export type PageAnswer = {
  /** Null when nothing stands there, and when what stands there could not be read: then there is a fault as well. */
  page: Page;
  /** Where it was asked for, and read. */
  chrome: Chrome | null;
  /** The instant as of which it was answered, while a newsroom looks ahead. */
  asOf: string | null;
  /** What the service said of what it did not answer. */
  faults: NonNullable<Answer<PageQuery>['errors']>;
};

/**
 * Asks for whatever stands at a path: one request, and one more for the root of a site without a front.
 * @param withChrome whether to ask for what stands on every page as well
 * @throws {TypeError} when the service cannot be reached, {SyntaxError} when something else answers in its place
 */
export async function askPage(path: string, { after, before }: PlaceInList, withChrome: boolean): Promise<PageAnswer> {
  const place = before === undefined ? { first: PAGE_SIZE, after } : { first: null, last: PAGE_SIZE, before };
  const { data, errors = [], extensions } = await service.ask(PageDocument, { url: path, chrome: withChrome, ...place });
  const answer: PageAnswer = {
    page: data?.page ?? null,
    chrome: data?.site ? { site: data.site, sections: data.sections ?? [] } : null,
    asOf: extensions?.preview?.asOf ?? null,
    faults: errors,
  };
  if (path !== '/' || answer.page !== null || errors.length > 0) return answer;
  const latest = await service.ask(LatestDocument, place);
  const articles = latest.data?.latest;
  return { ...answer, page: articles ? { __typename: 'Latest', articles } : null, faults: latest.errors ?? [] };
}
