/** `npm run documents -- FOLDER|FILE…`: registers what clients ask, so that they can ask it by its id. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { refuse } from '../domain/fault.ts';
import { readClientDocuments, registerDocuments } from './client-documents.ts';
import { runDeskCommand } from './desk-command.ts';

const USAGE = `Usage: npm run documents -- FOLDER|FILE… [--out FILE]

Registers every file of GraphQL that holds an operation, in folders those that end in .graphql or .gql, and
prints the names of its operations with its id: the SHA-256 of the text. Then
GET /graphql?documentId=ID&variables=JSON asks it. A fragment that a file does not define is taken from the
others. A JSON file is taken as a manifest that GraphQL Code Generator, Relay or Apollo wrote.

Each is held against the schema and the limits first; when one is refused, none is registered. What is
registered stays, and never changes: another text has another id. Run it before the client goes out.

  --out FILE   writes name -> id as JSON, for the client
  --help       this text

The table is the local one in DATA_DIR, with the service stopped; or the one that NEWS_TABLE names, at
DYNAMODB_ENDPOINT or in AWS.
Exit code: 0 done, 1 it was refused, 2 it was typed wrongly or did not run.
`;

process.exitCode = await runDeskCommand(
  {
    usage: USAGE,
    read(words) {
      const wish = readWish(words);
      if (wish === null || wish === 'HELP') return wish;
      return async ({ table }) => {
        const done = await registerDocuments(table, readClientDocuments(wish.names, process.env.INIT_CWD || process.cwd()));
        const ids = done.flatMap(({ id, operations }) => operations.map((name): [string, string] => [name, id]));
        if (wish.out !== null) writeManifest(wish.out, ids);
        for (const { id, operations, outcome } of done) {
          for (const name of operations) process.stdout.write(`${name}  ${id}  ${outcome.toLowerCase()}\n`);
        }
        const fresh = done.filter(({ outcome }) => outcome === 'REGISTERED').length;
        return `${fresh} documents are registered, ${done.length - fresh} were already`;
      };
    },
  },
  process.argv.slice(2),
);

/** Null for what was typed wrongly. */
function readWish(words: string[]): { names: string[]; out: string | null } | 'HELP' | null {
  try {
    const options = { out: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
    if (values.help) return 'HELP';
    return positionals.length > 0 ? { names: positionals, out: values.out ?? null } : null;
  } catch {
    return null;
  }
}

function writeManifest(file: string, ids: [string, string][]): void {
  const sorted = [...ids].sort(([a], [b]) => (a < b ? -1 : 1));
  try {
    writeFileSync(resolve(process.env.INIT_CWD || process.cwd(), file), `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
  } catch (error) {
    refuse('--out', `cannot be written: ${(error as Error).message}; the documents are registered`);
  }
}
