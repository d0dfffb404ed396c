import {
  answered,
  BAD_INPUT,
  BAD_PAGE,
  BAD_VARIABLES,
  type Case,
  INVALID,
  many,
  query,
  request,
  TOO_LONG,
  TOO_MUCH,
  UNPARSED,
} from './case.ts';

/** What is made to take all the time, memory or money that there is. */

/** Fragments that double thirty times. */
const doubling = (on: string, end: string, times = 30): string =>
  `${many(times, (n) => `fragment F${n} on ${on} { ...F${n + 1} ...F${n + 1} }`)} fragment F${times} on ${on} { ${end} }`;

/** Each spreads the next below two fields. */
const branching = many(30, (n) => `fragment B${n} on Section { a: parent { ...B${n + 1} } b: parent { ...B${n + 1} } }`);

const HUNDRED_OF_A_HUNDRED =
  'about { articles(first: 100) { edges { node { about { articles(first: 100) { edges { node { id } } } } } } } }';

const nested = (depth: number, open: string, close: string): string => open.repeat(depth) + close.repeat(depth);

export const BOMBS: readonly Case[] = [
  { name: '20,000 aliases', event: query(`{ ${many(20_000, (n) => `a${n}:site{name}`)} }`), ...TOO_LONG },
  { name: '1,000 aliases', event: query(`{ ${many(1_000, (n) => `a${n}:__typename`)} }`), ...TOO_MUCH },
  { name: '201 aliases of one list', event: query(`{ ${many(201, (n) => `a${n}:latest{edges{cursor}}`)} }`), ...TOO_MUCH },
  {
    name: 'aliases that stand in fragments',
    event: query(`{ ...A ...B } ${many(2, (f) => `fragment ${'AB'[f]} on Query { ${many(101, (n) => `f${f}n${n}: __typename`)} }`)}`),
    ...TOO_MUCH,
  },
  { name: 'fields 200 deep', event: query(`{ section(slug: "a") ${'{ parent '.repeat(200)} { slug } ${'}'.repeat(200)} }`), ...TOO_MUCH },
  {
    name: 'fields 100 deep in fragments',
    event: query(
      `{ section(slug: "a") { ...D0 } } ${many(100, (n) => `fragment D${n} on Section { parent { ...D${n + 1} } }`)} fragment D100 on Section { slug }`,
    ),
    ...TOO_MUCH,
  },
  { name: 'inline fragments 500 deep', event: query(`{ site ${'{ ... '.repeat(500)} { name } ${'}'.repeat(500)} }`), ...TOO_MUCH },
  { name: 'braces 3,900 deep', event: query(nested(1_950, '{', '}')), ...UNPARSED },
  { name: 'fields 1,300 deep that do not exist', event: query(`{ a ${nested(1_300, '{ a ', '}')} }`), ...INVALID },
  { name: 'a list 1,900 deep as an argument', event: query(`{ nodes(ids: ${nested(1_900, '[', ']')}) { id } }`), ...UNPARSED },
  {
    name: 'an object 1,000 deep as an argument',
    event: query(`{ article(by: ${'{ id: '.repeat(900)} 1 ${'}'.repeat(900)}) { __typename } }`),
    ...INVALID,
  },
  {
    name: 'a type 1,900 lists deep',
    event: query(`query ($a: ${'['.repeat(1_900)}ID${']'.repeat(1_900)}) { nodes(ids: $a) { id } }`),
    ...INVALID,
  },
  {
    name: 'fragments that double thirty times, with a list at their end',
    event: query(`{ latest { edges { node { ...F0 } } } } ${doubling('NewsArticle', HUNDRED_OF_A_HUNDRED)}`),
    ...TOO_MUCH,
  },
  {
    name: 'fragments that double two hundred times',
    event: query(`{ section(slug: "a") { ...F0 } } ${doubling('Section', 'articles { edges { cursor } }', 200)}`),
    ...TOO_MUCH,
  },
  {
    name: 'fragments that double thirty times around one name, which is asked for once',
    event: query(`{ site { ...F0 } } ${doubling('Site', 'name')}`),
    ...answered({ site: { name: 'The Test' } }),
  },
  {
    name: 'fragments that branch below fields thirty times',
    event: query(`{ section(slug: "a") { ...B0 } } ${branching} fragment B30 on Section { slug }`),
    ...TOO_MUCH,
  },
  { name: 'a fragment that spreads itself', event: query('{ site { ...F } } fragment F on Site { ...F }'), ...INVALID },
  {
    name: 'a ring of three hundred fragments',
    event: query(`{ site { ...R0 } } ${many(300, (n) => `fragment R${n} on Site { ...R${(n + 1) % 300} }`)}`),
    ...INVALID,
  },
  {
    name: 'a ring of fragments through fields',
    event: query('{ section(slug: "a") { ...P } } fragment P on Section { parent { ...Q } } fragment Q on Section { parent { ...P } }'),
    ...INVALID,
  },
  {
    name: '500 fragments that nobody spreads',
    event: query(`{ site { name } } ${many(500, (n) => `fragment U${n} on Site { name }`)}`),
    ...INVALID,
  },
  { name: '101 directives', event: query(`{ ${many(101, () => 'site @skip(if: false) { name }')} }`), ...TOO_MUCH },
  { name: '600 directives at one field', event: query(`{ site { name ${'@include(if: true) '.repeat(500)} } }`), ...INVALID },
  { name: '1,300 directives that do not exist', event: query(`{ site { name ${many(1_300, (n) => `@d${n}`)} } }`), ...INVALID },
  { name: 'lists in lists', event: query(`{ latest(first: 100) { edges { node { ${HUNDRED_OF_A_HUNDRED} } } } }`), ...TOO_MUCH },
  {
    name: 'lists in lists whose sizes are variables',
    event: query(
      'query ($a: Int, $b: Int) { latest(first: $a) { edges { node { about { articles(last: $b) { edges { cursor } } } } } } }',
      { a: 100, b: 100 },
    ),
    ...TOO_MUCH,
  },
  {
    name: 'lists in lists whose sizes are the defaults of variables',
    event: query('query ($a: Int = 100) { latest(first: $a) { edges { node { about { articles(first: $a) { edges { cursor } } } } } } }'),
    ...TOO_MUCH,
  },
  {
    name: 'lists in lists whose sizes are null',
    event: query(
      'query ($a: Int) { latest(first: $a) { edges { node { about { articles(first: $a) { edges { node { related { article { id } } } } } } } } } }',
      { a: null },
    ),
    ...TOO_MUCH,
  },
  {
    name: 'what is related to what is related',
    event: query(`{ latest(first: 20) { edges { node { ${'related(first: 20) { article { '.repeat(6)} id ${'} } '.repeat(6)} } } } }`),
    ...TOO_MUCH,
  },
  { name: 'sections below sections', event: query(`{ sections ${'{ children '.repeat(8)} { slug } ${'}'.repeat(8)} }`), ...TOO_MUCH },
  {
    name: 'a list that is larger than any',
    event: query('{ latest(first: 2000000000) { edges { cursor } } }'),
    ...BAD_PAGE,
  },
  {
    name: 'one field 3,900 times',
    event: query(`{ site { ${'name '.repeat(3_900)} } }`),
    ...INVALID,
  },
  {
    name: 'one selection 600 times',
    event: query(`{ ${'site { name url } '.repeat(600)} }`),
    ...INVALID,
  },
  {
    name: 'selections that overlap in every way',
    event: query(`{ ${many(13, () => `section(slug: "a") { ${many(13, () => `parent { ${many(5, () => 'parent { slug }')} }`)} }`)} }`),
    ...INVALID,
  },
  {
    name: 'a hundred fragments that overlap each other',
    event: query(
      `{ site { ${many(100, (n) => `...O${n}`)} } } ${many(100, (n) => `fragment O${n} on Site { name url ${many(5, (k) => `...O${(n + k + 1) % 100 > n ? (n + k + 1) % 100 : 99}`)} }`).replace(/fragment O99 on Site { .* }$/, 'fragment O99 on Site { name }')}`,
    ),
    ...answered({ site: { name: 'The Test', url: 'https://test.example' } }),
  },
  { name: 'fields that conflict 1,000 times', event: query(`{ ${many(100, (n) => `x: section(slug: "${n}") { slug }`)} }`), ...INVALID },
  { name: 'a document of 2 MB', event: query(`{ ${'site { name } '.repeat(150_000)} }`), ...TOO_LONG },
  {
    name: 'a document of 2 MB in base64',
    event: request(Buffer.from(JSON.stringify({ query: `{ ${'site { name } '.repeat(150_000)} }` })).toString('base64'), {
      isBase64Encoded: true,
    }),
    ...TOO_LONG,
  },
  {
    name: 'a document of 2 MB in the address',
    event: request(undefined, { method: 'GET', search: `query=${'%7B'.repeat(700_000)}` }),
    ...TOO_LONG,
  },
  { name: '100 KB of comments', event: query(`{ site { name } } ${'# \n'.repeat(24_000)}`), ...answered({ site: { name: 'The Test' } }) },
  { name: '100 KB of commas', event: query(`{ site { name } } ${','.repeat(100_000)}`), ...answered({ site: { name: 'The Test' } }) },
  { name: 'a name of 100 KB', event: query(`{ ${'a'.repeat(100_000)} }`), ...INVALID },
  {
    name: 'a text of 100 KB for a path',
    event: query(`{ article(by: { path: "/${'a'.repeat(100_000)}" }) { __typename } }`),
    ...BAD_INPUT,
  },
  {
    name: 'a block text of 100 KB for a slug',
    event: query(`{ section(slug: """${'a \n'.repeat(20_000)}""") { slug } }`),
    ...answered({ section: null }),
  },
  { name: '3,900 words that are no document', event: query('a '.repeat(3_900)), ...UNPARSED },
  { name: '100 KB of opening quotes', event: query(`{ section(slug: ${'"'.repeat(50_000)}`), ...UNPARSED },
  {
    name: '500 operations',
    event: query(
      many(500, (n) => `query Q${n} { __typename }`),
      {},
      { operationName: 'Q7' },
    ),
    ...answered({ __typename: 'Query' }),
  },
  { name: '900 variables that nobody uses', event: query(`query (${many(900, (n) => `$v${n}: ID`)}) { __typename }`), ...INVALID },
  { name: '700 mistakes', event: query(`{ ${many(700, (n) => `nothing${n}`)} }`), ...INVALID },
  { name: 'an integer of 5,000 digits', event: query(`{ latest(first: ${'9'.repeat(5_000)}) { edges { cursor } } }`), ...INVALID },
  {
    name: 'a number beyond all numbers',
    event: request('{"query":"query($n:Int){latest(first:$n){edges{cursor}}}","variables":{"n":1e400}}'),
    ...BAD_VARIABLES,
  },
  {
    name: 'an integer beyond 32 bits in a variable',
    event: query('query ($n: Int) { latest(first: $n) { edges { cursor } } }', { n: 2 ** 31 }),
    ...BAD_VARIABLES,
  },
  { name: 'a negative size', event: query('query ($n: Int) { latest(first: $n) { edges { cursor } } }', { n: -1 }), ...BAD_PAGE },
  {
    name: 'a size of half an article',
    event: query('query ($n: Int) { latest(first: $n) { edges { cursor } } }', { n: 0.5 }),
    ...BAD_VARIABLES,
  },
  {
    name: 'an id of 100 KB',
    event: query('query ($id: ID!) { node(id: $id) { id } }', { id: 'a'.repeat(100_000) }),
    ...answered({ node: null }),
  },
  {
    name: 'an id of 5,000 digits',
    event: request(`{"query":"query($id:ID!){node(id:$id){id}}","variables":{"id":${'9'.repeat(5_000)}}}`),
    ...BAD_VARIABLES,
  },
  {
    name: 'an uri of 100 KB',
    event: query('query ($uri: String!) { article(by: { uri: { source: "x", uri: $uri } }) { __typename } }', { uri: 'u'.repeat(100_000) }),
    ...answered({ article: null }, 1),
  },
  {
    name: 'an address of 100 KB',
    event: query('query ($u: String!) { resolve(url: $u) { __typename } }', { u: `/${'a/'.repeat(50_000)}` }),
    ...answered({ resolve: null }),
  },
  {
    name: 'a beginning of 100 KB',
    event: query('query ($s: String) { concepts(kind: TOPIC, startsWith: $s) { edges { cursor } } }', { s: 'a'.repeat(100_000) }),
    ...BAD_INPUT,
  },
  {
    name: 'a beginning that grows when it is folded',
    event: query('query ($s: String) { concepts(kind: TOPIC, startsWith: $s) { edges { cursor } } }', { s: '\ufdfa'.repeat(341) }),
    ...BAD_INPUT,
  },
  {
    name: 'a language of 90 KB',
    event: query('query ($l: String) { latest(inLanguage: $l) { edges { cursor } } }', { l: `en-x${'-abcdefgh'.repeat(10_000)}` }),
    ...BAD_INPUT,
  },
  {
    name: 'a cursor of 100 KB',
    event: query('query ($c: String) { concepts(kind: TOPIC, after: $c) { edges { cursor } } }', {
      c: Buffer.from(`${'a'.repeat(75_000)}\u0001t_x`).toString('base64url'),
    }),
    ...BAD_PAGE,
  },
  {
    name: '101 ids',
    event: query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array.from({ length: 101 }, (_, n) => `x${n}`) }),
    ...BAD_INPUT,
  },
  { name: '40,000 ids', event: query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array(40_000).fill('') }), ...TOO_MUCH },
  {
    name: 'a hundred articles with everything that is related to them',
    event: query('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on NewsArticle { related(first: 20) { article { id } } } } }', {
      ids: Array(100).fill('x'),
    }),
    ...TOO_MUCH,
  },
  {
    name: 'JSON 50,000 lists deep',
    event: request(`{"query":"{__typename}","variables":{"a":${nested(50_000, '[', ']')}}}`),
    ...TOO_MUCH,
  },
  {
    name: 'JSON 20,000 objects deep',
    event: request(`{"query":"{__typename}","variables":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`),
    ...TOO_MUCH,
  },
  { name: 'a body 60,000 lists deep', event: request(nested(60_000, '[', ']')), status: 400, code: 'BAD_REQUEST' },
  {
    name: 'ids 50,000 lists deep',
    event: request(`{"query":"query($a:[ID!]!){nodes(ids:$a){id}}","variables":{"a":${nested(50_000, '[', ']')}}}`),
    ...TOO_MUCH,
  },
  {
    name: 'an input 15,000 objects deep',
    event: request(
      `{"query":"query($a:ArticleBy!){article(by:$a){__typename}}","variables":{"a":${'{"uri":'.repeat(15_000)}1${'}'.repeat(15_000)}}}`,
    ),
    ...TOO_MUCH,
  },
  {
    name: 'an input of 10,000 fields that do not exist',
    event: query('query ($a: ArticleBy!) { article(by: $a) { __typename } }', {
      a: Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`k${n}`, 1])),
    }),
    ...TOO_MUCH,
  },
  {
    name: 'a hundred mistakes in one variable',
    event: query('query ($a: [ID!]!) { nodes(ids: $a) { id } }', { a: Array(100).fill(null) }),
    ...BAD_VARIABLES,
  },
  {
    name: 'an input of 900 fields that do not exist',
    event: query('query ($a: ArticleBy!) { article(by: $a) { __typename } }', {
      a: Object.fromEntries(Array.from({ length: 900 }, (_, n) => [`${'k'.repeat(100)}${n}`, 1])),
    }),
    ...BAD_VARIABLES,
  },
  {
    name: '10,000 mistakes in one variable',
    event: query('query ($a: [ID!]!) { nodes(ids: $a) { id } }', { a: Array(10_000).fill(null) }),
    ...TOO_MUCH,
  },
];
