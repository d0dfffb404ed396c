/**
 * Whether anything betrays what is hidden, at the size of an archive.
 *
 *     npm run test:hidden                                       1,000 hidden articles among 10,000
 *     npm run test:hidden -- --articles 2000 --hidden 200
 *
 * Ends with 1 when something did.
 */
import { parseArgs } from 'node:util';
import { emptyTable, startLocalTable } from '../support/table.ts';
import { walkFeeds } from './feeds-walk.ts';
import { askerOf, serverForWalks, walkQueries } from './graphql-walk.ts';
import { membersOf, pushNewsroom, READ_AT } from './newsroom.ts';

/** More lines about one run tell no more. */
const MOST_FAULTS_SHOWN = 10;

const { values } = parseArgs({ options: { articles: { type: 'string', default: '10000' }, hidden: { type: 'string', default: '1000' } } });
const members = membersOf(Number(values.articles), Number(values.hidden));

await using local = await startLocalTable();
const control = await emptyTable(local.endpoint);
const began = performance.now();
const seconds = () => `${((performance.now() - began) / 1000).toFixed(0)} s`;
await pushNewsroom(local.table, members, { secrets: true });
await pushNewsroom(control.table, members, { secrets: false });
console.log(`${members.length} articles, ${members.filter(({ hiding }) => hiding !== null).length} of them hidden (${seconds()})`);

const server = serverForWalks();
const [ask, other] = [local, control].map(({ table }) => askerOf(server, table, READ_AT));
if (!ask || !other) throw new Error('There are two newsrooms');
const tell = (line: string) => console.log(`  ${line} (${seconds()})`);
for (const [what, walk] of [
  ['queries', () => walkQueries(ask, other, members, { tell })],
  ['addresses', () => walkFeeds(local.table, control.table, members, { tell })],
] as const) {
  const { requests, bytes, faults } = await walk();
  const size = `${requests.toLocaleString('en')} requests, ${(bytes / 1e6).toFixed(1)} MB of answers`;
  console.log(`${what}: ${size}, ${faults.length} faults (${seconds()})`);
  for (const fault of faults.slice(0, MOST_FAULTS_SHOWN)) console.log(`- ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}
