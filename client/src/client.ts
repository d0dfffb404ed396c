import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';

/** What the service answers: fields that failed are null in `data`, and `errors` says why. */
export type Answer<Data> = {
  data: Data | null;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
  /** The instant as of which it was answered, where the token of a newsroom asked. */
  extensions?: { preview?: { asOf: string } };
};

/** How a client asks. */
export type ClientOptions = {
  /** The whole address of the API: `https://news.example/graphql`. */
  url: string;
  /**
   * Whether the documents are registered with the service (`npm run documents`): they are then asked by their hash with GET, which a CDN answers to
   * everybody alike. Without, the text is sent with POST; so it is where a browser has no hashes, on pages that come neither by https nor from its own machine.
   */
  trusted?: boolean;
  /** The token of a reader who has paid. What is asked with one is answered to this reader alone, and sent with POST. */
  readerToken?: () => string | undefined;
  /**
   * The token of a newsroom that looks ahead (`npm run preview-token`), as `x-broadsheet-preview` takes it. What is asked with one is answered as of its instant, sent
   * with POST, and kept by nobody.
   */
  previewToken?: () => string | undefined;
  /** Another `fetch`, as servers and tests have. */
  fetch?: typeof globalThis.fetch;
};

/** A document with its types, in the package's own form or in that of any generator that writes strings: the text is its `toString`. */
export type TypedText<Data, Given> = DocumentTypeDecoration<Data, Given> & { toString(): string };

type Variables<Given> = Partial<Given> extends Given ? [variables?: Given] : [variables: Given];

/** Asks documents: their variables are checked, and their answers typed, by the documents themselves. */
export type Client = {
  /** @throws {SyntaxError} when no answer of the service comes back, as from a gateway in trouble; {TypeError} when nothing does */
  ask<Data, Given>(document: TypedText<Data, Given>, ...variables: Variables<Given>): Promise<Answer<Data>>;
};

/** A client of one service. Keeps nothing but the hashes of documents. */
export function newsClient({ url, trusted = false, readerToken, previewToken, fetch = globalThis.fetch }: ClientOptions): Client {
  const ids = new Map<string, Promise<string>>();
  const idOf = (text: string) => {
    const id = ids.get(text) ?? sha256(text);
    ids.set(text, id);
    return id;
  };
  return {
    async ask(document, ...[variables]) {
      const text = document.toString();
      const tokens = { 'x-broadsheet-reader': readerToken?.(), 'x-broadsheet-preview': previewToken?.() };
      const shown = Object.entries(tokens).flatMap(([name, token]) => (token === undefined ? [] : [[name, token]]));
      const byId = trusted && globalThis.crypto?.subtle !== undefined;
      const response =
        byId && shown.length === 0
          ? await fetch(await trustedAddress(url, await idOf(text), variables), { headers: { accept: 'application/json' } })
          : await fetch(url, {
              method: 'POST',
              headers: { 'content-type': 'application/json', accept: 'application/json', ...Object.fromEntries(shown) },
              body: JSON.stringify(byId ? { documentId: await idOf(text), variables } : { query: text, variables }),
            });
      const answer: unknown = await response.json();
      if (typeof answer !== 'object' || answer === null || !('data' in answer || 'errors' in answer))
        throw new SyntaxError(`Not the service, but something before it has answered: ${response.status}`);
      return answer as never;
    },
  };
}

/** The keys of variables stand in one order, so that everybody who asks the same asks at the same address. */
async function trustedAddress(url: string, documentId: string, variables: unknown): Promise<string> {
  const query = new URLSearchParams({ documentId, ...(variables === undefined ? {} : { variables: JSON.stringify(sorted(variables)) }) });
  return `${url}?${query}`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(pairs.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}

/** In lower-case hexadecimal, as documents are registered. */
async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
