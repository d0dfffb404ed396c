import { type Answer, newsClient } from '@broadsheet/client';
import { PageDocument, type PageQuery } from './generated.ts';
import { previewHeader } from './preview.ts';

/** All of the site's questions go through here: registered documents, by GET, and by POST while a newsroom looks ahead. */
export const service = newsClient({
  url: `${location.origin}/graphql`,
  trusted: true,
  previewToken: previewHeader,
});

/** A place in a list, as the address of a page says it: `?after=` for what is older, `?before=` for what is newer. */
export type PlaceInList = { after?: string | undefined; before?: string | undefined };

/** How many entries of its list a page shows. */
const PAGE_SIZE = 20;

/** What stands on every page. */
export type Chrome = { site: NonNullable<PageQuery['site']>; sections: NonNullable<PageQuery['sections']> };

/** What stands at an address; null when nothing does. */
export type Page = PageQuery['page'];

export type PageAnswer = Answer<PageQuery>;

/**
 * One request for whatever stands at a path.
 * @param chrome whether to ask for what stands on every page as well
 * @throws {TypeError} when the service cannot be reached, {SyntaxError} when something else answers in its place
 */
export function askPage(path: string, { after, before }: PlaceInList, chrome: boolean): Promise<PageAnswer> {
  const place = before === undefined ? { first: PAGE_SIZE, after } : { first: null, last: PAGE_SIZE, before };
  return service.ask(PageDocument, { url: path, chrome, ...place });
}
