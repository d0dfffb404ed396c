/**
 * The writer that is killed: a process of its own that pushes the fixed list and ends. Its environment names the table and DynamoDB;
 * the only argument is the seed of the list.
 */
import { ENV } from '../../lambda/config.ts';
import { openNewsTable } from '../../lambda/store/news-table.ts';
import { pushAll } from './pusher.ts';
import { pushedList } from './pushed-list.ts';

const table = openNewsTable({ tableName: String(process.env[ENV.newsTable]), endpoint: process.env[ENV.dynamodbEndpoint] });
process.stdout.write('begun\n'); // whoever waits knows that only the pushes are left
const { givenUp } = await pushAll(table, [pushedList(Number(process.argv[2]))], 1);
process.exit(givenUp === 0 ? 0 : 1);
