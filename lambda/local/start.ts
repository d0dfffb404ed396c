/** `npm start`: the whole service on this machine, until it is told to stop. */
import { relative } from 'node:path';
import { CannotStart } from './cannot-start.ts';
import { startService } from './service.ts';

try {
  await using service = await startService();
  const stopped = untilStopped();
  console.log(`
Broadsheet is running${service.stage === 'prod' ? ', with the switches of production' : ''}.

  ${service.url}/            the news site
  ${service.url}/graphiql    to try queries
  ${service.url}/graphql     to ask them
  ${service.url}/health      whether it is up

Development key, with which pushes to this machine are signed as docs/integrate.md says: ${service.ingestKey}
Data in ${relative('', service.dataFolder) || service.dataFolder}. To add stories: npm run ingest -- FILE. To stop: Ctrl-C.
`);
  await stopped;
  console.log('Stopping.');
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error);
  process.exitCode = 1;
}
process.exit(); // connections to the database that are kept alive would hold the process

/** Ctrl-C, `kill`, or the end of the terminal or of npm. npm passes Ctrl-C on a second time, which changes nothing. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve());
    if (process.env.npm_lifecycle_event === undefined) return;
    const parent = process.ppid; // the shell between npm and us: it dies of the signals that npm passes on, and keeps them to itself
    setInterval(() => process.ppid !== parent && resolve(), 100);
  });
}
