import type { TypedDocumentString } from './generated/fetch.ts';

/** What the service answers: fields that failed are null in `data`, and `errors` says why. */
export type Answer<Data> = {
  data: Data | null;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
};

/**
 * Asks a document with `fetch`: its variables are checked, and its answer is typed, by the document itself.
 * @param url of the service, such as `http://127.0.0.1:4000/graphql`
 * @param variables left out when the document needs none
 * @throws {SyntaxError} when no JSON comes back, as from a gateway in trouble; {TypeError} when nothing does
 */
export async function ask<Data, Variables>(
  url: string,
  document: TypedDocumentString<Data, Variables>,
  ...[variables]: Partial<Variables> extends Variables ? [variables?: Variables] : [variables: Variables]
): Promise<Answer<Data>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  return response.json() as Promise<Answer<Data>>;
}
