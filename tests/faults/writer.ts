/**
 * The writer that is killed: a process of its own that pushes a part of the fixed list and ends. Its environment names the table and DynamoDB,
 * its arguments the places at which it begins and before which it ends.
 */
import { ENV } from '../../lambda/config.ts';
import { openNewsTable } from '../../lambda/store/news-table.ts';
import { pushedList } from './pushed-list.ts';
import { pushAll } from './pusher.ts';

const table = openNewsTable({ tableName: String(process.env[ENV.newsTable]), endpoint: process.env[ENV.dynamodbEndpoint] });
const [from, to] = process.argv.slice(2).map(Number);
const { givenUp } = await pushAll(table, [pushedList().slice(from, to)], 1);
process.exit(givenUp === 0 ? 0 : 1);
