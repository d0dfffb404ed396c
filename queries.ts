/**
 * Asks every document of examples/ of the sample newsroom and writes docs/queries.md: what the page is, its document, and its real answer.
 * `node queries.ts` writes it, `--check` fails when what is written is not what would be. Reads at one clock, so that both agree.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseInstant } from './lambda/domain/instant.ts';
import { requestContext } from './lambda/graphql/context.ts';
import { buildServer } from './lambda/graphql/server.ts';
import { SITE } from './tests/support/graphql.ts';
import { PAGES } from './tests/support/pages.ts';
import { ingestSamples } from './tests/support/samples.ts';
import { startLocalTable } from './tests/support/table.ts';

/** When the page was written, as far as it knows: after everything in the sample newsroom that is not for a far future. */
const CLOCK = parseInstant('2026-11-24T12:00:00Z', 'clock');

/** Entries of a list that the page shows; the others are counted. Nobody reads twenty cards to understand one. */
const SHOWN = 2;

const FILE = `${import.meta.dirname}/docs/queries.md`;

const HEADER = `# Queries

Written by \`npm run queries\` from \`examples/\`: every document is asked of the sample newsroom, in one request each, and this is what comes back.
Lists are cut after ${SHOWN} entries here, and only here. *Calls* are calls to DynamoDB, *units* its eventually consistent read units, *bytes* those of the
whole answer as JSON. A test holds this page against the answers.
`;

await using local = await startLocalTable();
await ingestSamples(local.table, parseInstant('2026-11-24T00:00:00Z', 'clock'));
const server = buildServer({ stage: 'prod', log: () => {} });
await server.start();

const parts = [HEADER];
for (const file of globSync('examples/*.graphql', { cwd: import.meta.dirname }).sort()) parts.push(await sectionOf(file));
await server.stop();
const page = parts.join('\n');

if (!process.argv.includes('--check')) writeFileSync(FILE, page);
else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== page) {
  console.error('docs/queries.md is not what the examples answer. Type: npm run queries');
  process.exitCode = 1;
}

async function sectionOf(file: string): Promise<string> {
  const name = basename(file, '.graphql');
  const source = readFileSync(`${import.meta.dirname}/${file}`, 'utf8');
  const [comment = '', document = ''] = source.split(/\n(?!#)(.*)/s, 2);
  const { variables = {} } = PAGES[name] ?? {};
  const contextValue = requestContext(local.table, { site: SITE, clock: CLOCK });
  const { body } = await server.executeOperation({ query: source, variables }, { contextValue });
  if (body.kind !== 'single' || body.singleResult.errors) throw new Error(`${file}: ${JSON.stringify(body)}`);
  const { calls, units } = contextValue.meter;
  const answer = JSON.stringify(body.singleResult.data);
  const words = comment.replaceAll(/^# ?/gm, '').trim();
  return `## ${titleOf(name)}

${words}

\`${file}\`: ${calls} ${calls === 1 ? 'call' : 'calls'}, ${units} units, ${Buffer.byteLength(answer)} bytes.

\`\`\`graphql
${document.trim()}
\`\`\`
${Object.keys(variables).length > 0 ? `\n\`\`\`json\n${JSON.stringify(variables, null, 2)}\n\`\`\`\n` : ''}
\`\`\`json
${JSON.stringify(shortened(JSON.parse(answer)), null, 2)}
\`\`\`
`;
}

function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Long lists and long texts are cut: the shape is what the page shows. */
function shortened(value: unknown): unknown {
  if (Array.isArray(value)) {
    const more = value.length - SHOWN;
    return [...value.slice(0, SHOWN).map(shortened), ...(more > 0 ? [`… and ${more} more`] : [])];
  }
  if (typeof value === 'string') return value.length > 240 ? `${value.slice(0, 200).trimEnd()}…` : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shortened(one)]));
}
