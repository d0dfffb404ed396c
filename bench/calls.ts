/**
 * What each root field and each question to the table costs: DynamoDB calls, read units and bytes of the answer.
 * `npm run calls`, or `npm run calls -- --articles 20000` to see that the archive does not matter.
 */
import { parseArgs } from 'node:util';
import { askHandler } from '../tests/support/graphql.ts';
import { startLocalTable } from '../tests/support/table.ts';
import { fillTable, idOfArticle, person } from './newsroom.ts';
import { askAll } from './questions.ts';

const { values } = parseArgs({ options: { articles: { type: 'string', default: '100' } } });
const count = Math.max(100, Number(values.articles));

const CARD = 'id path headline kicker datePublished section { slug name } contributions { person { id name } }';
const ROOT_FIELDS: Record<string, string> = {
  'article by id, head only': `{ article(by: { id: "${idOfArticle(7)}" }) { ... on NewsArticle { headline standfirst { text } series { name } } } }`,
  'article by id, with body and quotations': `{ article(by: { id: "${idOfArticle(7)}" }) { ... on NewsArticle { headline body { blocks { html } } quotations { text speaker { name jobTitle affiliation { name } } } } } }`,
  'article by path, with body':
    '{ article(by: { path: "/politics/article-7" }) { ... on NewsArticle { headline body { blocks { html } } } } }',
  'article by a path that is not there': '{ article(by: { path: "/nothing/here" }) { __typename } }',
  'latest, a list of 20': `{ latest(first: 20) { edges { node { ${CARD} } } pageInfo { hasNextPage endCursor } } }`,
  'section with its first 15': `{ section(slug: "politics") { name articles(first: 15) { edges { node { ${CARD} } } } } }`,
  'node, a person and 20 quotations': `{ node(id: "${person(1).id}") { ... on Person { name quotations(first: 20) { edges { node { text isPartOf { headline path } } } } } } }`,
  'nodes, 20 articles': `{ nodes(ids: ${JSON.stringify(Array.from({ length: 20 }, (_, number) => idOfArticle(number)))}) { ... on NewsArticle { ${CARD} } } }`,
};

await using local = await startLocalTable();
await fillTable(local.table, count, (done) => done % 500 === 0 && console.error(`${done} of ${count} articles`));
const ask = await askHandler(local);

const rows = [];
for (const [field, query] of Object.entries(ROOT_FIELDS)) {
  const answer = await ask(query);
  if (answer.errors) throw new Error(`${field}: ${answer.errors[0]?.message}`);
  rows.push({ asked: field, ...answer.extensions?.cost, bytes: Buffer.byteLength(JSON.stringify(answer.data)) });
}
for (const [name, { calls, units, answer }] of await askAll(local.table)) {
  rows.push({ asked: name, calls, units, bytes: Buffer.byteLength(JSON.stringify(answer)) });
}
console.log(`${count} articles; calls to DynamoDB, eventually consistent read units, bytes of the answer`);
for (const { asked, calls, units, bytes } of rows) {
  console.log(`${asked.padEnd(42)} ${String(calls).padStart(3)} ${(units ?? 0).toFixed(1).padStart(6)} ${String(bytes).padStart(8)}`);
}
