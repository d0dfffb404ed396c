import { answered, BAD_REQUEST, type Case, get, INVALID, query, request, TOO_LONG, UNPARSED } from './case.ts';

/** What speaks HTTP, JSON or GraphQL as it is not spoken. */

const OK = '{ __typename }';
const BODY = JSON.stringify({ query: OK });
const TYPENAME = answered({ __typename: 'Query' });
const LIST = 'query={latest{edges{cursor}}}';
const NOT_ALLOWED = { status: 405, code: 'BAD_REQUEST' } as const;
const NOT_JSON = { status: 415, code: 'BAD_REQUEST' } as const;
const NOT_FOUND = { status: 404, code: 'NOT_FOUND' } as const;
/** Clients that know the protocol send their document then; HTTP says 200 as it has it. */
const UNKNOWN_HASH = { status: 200, code: 'PERSISTED_QUERY_NOT_SUPPORTED' } as const;
const UNAUTHENTICATED = { status: 401, code: 'UNAUTHENTICATED' } as const;
const typed = (type: string | undefined, body: unknown = BODY) => request(body, { headers: { 'content-type': type } });
const hash = 'ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38';
const persisted = (persistedQuery: unknown, more: object = {}) => request(JSON.stringify({ extensions: { persistedQuery }, ...more }));

export const PROTOCOL: readonly Case[] = [
  { name: 'a batch of two', event: request(JSON.stringify([{ query: OK }, { query: OK }])), ...BAD_REQUEST },
  { name: 'a batch of one', event: request(JSON.stringify([{ query: OK }])), ...BAD_REQUEST },
  {
    name: 'a batch of ten thousand',
    event: request(JSON.stringify(Array(9_000).fill({ query: '{a}' }))),
    status: 413,
    code: 'TOO_MUCH_ASKED',
  },
  { name: 'an empty batch', event: request('[]'), ...BAD_REQUEST },
  { name: 'a subscription', event: query('subscription { latest { edges { cursor } } }'), ...INVALID },
  { name: 'a mutation', event: query('mutation { publish(id: 1) }'), ...INVALID },
  {
    name: 'a mutation beside a query',
    event: query('query A { __typename } mutation B { publish }', {}, { operationName: 'B' }),
    ...INVALID,
  },
  { name: 'a mutation by GET', event: get('query=mutation{publish}'), ...NOT_ALLOWED },
  { name: 'a schema for a document', event: query('type Query { a: Int } { __typename }'), ...INVALID },
  { name: 'fragments alone', event: query('fragment F on Site { name }'), ...INVALID },
  { name: 'an answer in parts', event: query('{ site { ... @defer { name } } }'), ...INVALID },
  { name: 'a list in parts', event: query('{ sections @stream(initialCount: 1) { slug } }'), ...INVALID },

  { name: 'the hash of a query', event: persisted({ version: 1, sha256Hash: hash }), ...UNKNOWN_HASH },
  {
    name: 'the hash of a query by GET',
    event: get(`extensions=${encodeURIComponent(JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hash } }))}`),
    ...UNKNOWN_HASH,
  },
  {
    name: 'a hash of another version',
    event: persisted({ version: 99, sha256Hash: hash }),
    ...UNKNOWN_HASH,
  },
  {
    name: 'a hash that is an object',
    event: persisted({ version: 1, sha256Hash: { length: 64 } }),
    ...UNKNOWN_HASH,
  },
  {
    name: 'a hash beside another query',
    event: persisted({ version: 1, sha256Hash: hash }, { query: OK }),
    ...UNKNOWN_HASH,
  },
  { name: 'a persisted query that is a text', event: persisted('yes'), ...UNKNOWN_HASH },
  { name: 'a persisted query that is null', event: persisted(null), ...BAD_REQUEST },

  { name: 'GET without a header that scripts alone can send', event: get(LIST, { 'content-type': undefined }), ...BAD_REQUEST },
  { name: 'GET as a form', event: get(LIST, { 'content-type': 'application/x-www-form-urlencoded' }), ...BAD_REQUEST },
  {
    name: 'GET with an empty header against forgery',
    event: get(LIST, { 'content-type': undefined, 'apollo-require-preflight': '' }),
    ...BAD_REQUEST,
  },
  { name: 'GET without a query', event: get(''), ...BAD_REQUEST },
  { name: 'GET with an empty query', event: get('query='), ...BAD_REQUEST },
  { name: 'GET with two queries', event: get('query={__typename}&query={site{name}}'), ...BAD_REQUEST },
  { name: 'GET with variables that are no JSON', event: get('query={__typename}&variables={'), ...BAD_REQUEST },
  { name: 'GET with variables that are a list', event: get('query={__typename}&variables=[]'), ...BAD_REQUEST },
  { name: 'GET with extensions that are no JSON', event: get('query={__typename}&extensions=%00'), ...BAD_REQUEST },
  { name: 'GET with a broken encoding', event: get('query=%E0%A4%A'), ...UNPARSED },
  { name: 'GET with a body', event: request(BODY, { method: 'GET' }), ...BAD_REQUEST },
  { name: 'a search without a name', event: get('=&&=;%00'), ...BAD_REQUEST },

  { name: 'a form', event: typed('application/x-www-form-urlencoded', 'query=%7B__typename%7D'), ...NOT_JSON },
  {
    name: 'a form of parts',
    event: typed('multipart/form-data; boundary=x', `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${BODY}\r\n--x--`),
    ...NOT_JSON,
  },
  { name: 'plain text', event: typed('text/plain', BODY), ...NOT_JSON },
  { name: 'plain text that says JSON', event: typed('text/plain; application/json', BODY), ...NOT_JSON },
  { name: 'plain text in capitals', event: typed('TEXT/PLAIN', BODY), ...NOT_JSON },
  { name: 'the type of GraphQL documents', event: typed('application/graphql', OK), ...NOT_JSON },
  { name: 'XML', event: typed('text/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'), ...NOT_JSON },
  { name: 'a type that is none', event: typed('nonsense'), ...NOT_JSON },
  { name: 'an empty type', event: typed(''), ...NOT_JSON },
  { name: 'no type', event: typed(undefined), ...NOT_JSON },
  { name: 'two types', event: typed('text/plain,application/json'), ...NOT_JSON },
  { name: 'a type that begins like JSON', event: typed('application/jsonp'), ...NOT_JSON },
  { name: 'a type that only begins like JSON', event: typed('application/json-seq'), ...NOT_JSON },
  { name: 'JSON with capitals', event: typed('Application/JSON'), ...TYPENAME },
  { name: 'JSON with a charset', event: typed('application/json; Charset="UTF-8"'), ...TYPENAME },
  { name: 'JSON twice', event: typed('application/json,application/json'), ...NOT_JSON },
  {
    name: 'a name of a header in capitals',
    event: request(BODY, { headers: { 'content-type': undefined, 'Content-Type': 'application/json' } }),
    ...TYPENAME,
  },
  { name: 'what answers no JSON', event: request(BODY, { headers: { accept: 'image/png' } }), status: 406, code: 'BAD_REQUEST' },
  {
    name: 'a page for browsers',
    event: request(undefined, { method: 'GET', headers: { accept: 'text/html', 'content-type': undefined } }),
    ...BAD_REQUEST,
  },
  {
    name: 'an answer in parts by its type',
    event: request(BODY, { headers: { accept: 'multipart/mixed; deferSpec=20220824' } }),
    status: 406,
    code: 'BAD_REQUEST',
  },

  { name: 'base64 that is none', event: request('%%% \u0000', { isBase64Encoded: true }), ...BAD_REQUEST },
  {
    name: 'base64 of what is no JSON',
    event: request(Buffer.from('{"query":').toString('base64'), { isBase64Encoded: true }),
    ...BAD_REQUEST,
  },
  {
    name: 'base64 of broken UTF-8',
    event: request(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]).toString('base64'), { isBase64Encoded: true }),
    ...BAD_REQUEST,
  },
  {
    name: 'broken UTF-8 within a text',
    event: request(
      Buffer.concat([
        Buffer.from('{"query":"{ section(slug: \\"'),
        Buffer.from([0xc0, 0x80, 0xed, 0xa0, 0x80]),
        Buffer.from('\\") { slug } }"}'),
      ]).toString('base64'),
      { isBase64Encoded: true },
    ),
    ...answered({ section: null }, 1),
  },
  { name: 'JSON that is cut off', event: request('{"query":"{ __typename'), ...BAD_REQUEST },
  { name: 'JSON with a comma too many', event: request('{"query":"{ __typename }",}'), ...BAD_REQUEST },
  { name: 'JSON behind a mark of its order of bytes', event: request(`\ufeff${BODY}`), ...BAD_REQUEST },
  {
    name: 'two keys of one name, of which the last counts',
    event: request('{"query":"{ site { name } }","query":"{ __typename }"}'),
    ...TYPENAME,
  },
  { name: 'an empty body', event: request(''), ...BAD_REQUEST },
  { name: 'no body', event: request(undefined), ...BAD_REQUEST },
  ...[
    'null',
    '7',
    'true',
    '"{ __typename }"',
    '{}',
    '{"query":null}',
    '{"query":7}',
    '{"query":{}}',
    '{"query":["{ __typename }"]}',
    '{"query":""}',
  ].map((body): Case => ({ name: `the body ${body}`, event: request(body), ...BAD_REQUEST })),
  ...['"x"', '[]', '7', 'true'].map(
    (variables): Case => ({
      name: `variables that are ${variables}`,
      event: request(`{"query":"{ __typename }","variables":${variables}}`),
      ...BAD_REQUEST,
    }),
  ),
  ...['"x"', '[]', '7'].map(
    (extensions): Case => ({
      name: `extensions that are ${extensions}`,
      event: request(`{"query":"{ __typename }","extensions":${extensions}}`),
      ...BAD_REQUEST,
    }),
  ),
  ...['7', '{}', '["A"]', 'true'].map(
    (name): Case => ({
      name: `an operation that is called ${name}`,
      event: request(`{"query":"query A { __typename }","operationName":${name}}`),
      ...BAD_REQUEST,
    }),
  ),

  {
    name: 'an operation that is not there',
    event: query('query A { __typename }', {}, { operationName: 'B' }),
    status: 400,
    code: 'OPERATION_RESOLUTION_FAILURE',
  },
  {
    name: 'an operation called as objects are made',
    event: query('query A { __typename }', {}, { operationName: 'constructor' }),
    status: 400,
    code: 'OPERATION_RESOLUTION_FAILURE',
  },
  {
    name: 'several operations and no name',
    event: query('query A { __typename } query B { site { name } }'),
    status: 400,
    code: 'OPERATION_RESOLUTION_FAILURE',
  },
  {
    name: 'two operations of one name',
    event: query('query A { __typename } query A { site { name } }', {}, { operationName: 'A' }),
    ...INVALID,
  },
  {
    name: 'one operation without a name beside another',
    event: query('{ __typename } query A { __typename }', {}, { operationName: 'A' }),
    ...INVALID,
  },
  {
    name: 'a dangerous operation beside a harmless one',
    event: query(
      `query A { __typename } query B { ${'a: site { name } '.repeat(1)} latest(first: 100) { edges { node { related(first: 20) { article { related { article { id } } } } } } } }`,
      {},
      { operationName: 'B' },
    ),
    status: 400,
    code: 'TOO_MUCH_ASKED',
  },

  ...['PUT', 'DELETE', 'PATCH', 'HEAD', 'TRACE', 'CONNECT', 'BREW', 'post', ''].map(
    (method): Case => ({ name: `the method "${method}"`, event: request(BODY, { method }), ...NOT_ALLOWED }),
  ),
  ...[
    '/',
    '/graphql/',
    '/GRAPHQL',
    '/graphql/../health',
    '/graphql/..%2f..%2fetc/passwd',
    '//graphql',
    '/graphql%00',
    '/admin',
    '/.env',
    '/graphql;x=1',
    '/_entities',
    '/%E0%A4%A',
  ].map((path): Case => ({ name: `the path ${path}`, event: request(BODY, { path }), ...NOT_FOUND })),
  {
    name: 'a token of a reader that is none',
    event: request(BODY, { headers: { 'x-broadsheet-reader': 'expires=1,v1=zz' } }),
    ...UNAUTHENTICATED,
  },
  {
    name: 'a token of a reader twice',
    event: request(BODY, { headers: { 'x-broadsheet-reader': `expires=9,v1=${'a'.repeat(64)},expires=9,v1=${'a'.repeat(64)}` } }),
    ...UNAUTHENTICATED,
  },
  { name: 'an empty token of a reader', event: request(BODY, { headers: { 'x-broadsheet-reader': '' } }), ...UNAUTHENTICATED },
  {
    name: 'a token of a newsroom that is none',
    event: request(BODY, { headers: { 'x-broadsheet-preview': 'as-of=2099-01-01T00:00:00.000Z' } }),
    ...UNAUTHENTICATED,
  },
  {
    name: 'a token of a newsroom that nobody signed',
    event: request(BODY, { headers: { 'x-broadsheet-preview': `as-of=2099-01-01T00:00:00.000Z,expires=4000000000,v1=${'0'.repeat(64)}` } }),
    ...UNAUTHENTICATED,
  },
  { name: 'a header of 60 KB', event: request(BODY, { headers: { cookie: 'a=b; '.repeat(12_000) } }), ...TYPENAME },
  {
    name: 'a token of 60 KB',
    event: request(BODY, { headers: { 'x-broadsheet-reader': 'expires=1,'.repeat(6_000) } }),
    ...UNAUTHENTICATED,
  },
  {
    name: 'a thousand headers',
    event: request(BODY, { headers: Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`x-${n}`, '1'])) }),
    ...TYPENAME,
  },
  {
    name: 'headers named as objects are made',
    event: request(BODY, { headers: JSON.parse('{"__proto__":"a","constructor":"b"}') }),
    ...TYPENAME,
  },
  { name: 'another method by a header', event: request(BODY, { headers: { 'x-http-method-override': 'DELETE' } }), ...TYPENAME },
  {
    name: 'another address by a header',
    event: request(BODY, { headers: { 'x-forwarded-host': 'evil.example', 'x-original-url': '/admin', host: 'evil.example' } }),
    ...TYPENAME,
  },
  { name: 'a body in a method without any', event: request('x'.repeat(200_000), { method: 'GET' }), ...TOO_LONG },
];
