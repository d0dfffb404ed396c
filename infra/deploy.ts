/**
 * `npm run deploy -- --stage prod`, `npm run diff -- --stage prod`: builds the bundles and hands the stacks of one stage to `cdk`. What follows the stage is
 * handed on as it is: `--profile newsroom`, `--method prepare-change-set`.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { STAGE_NAMES } from './stages.ts';

const { values, positionals, tokens } = parseArgs({
  options: { stage: { type: 'string' } },
  strict: false,
  allowPositionals: true,
  tokens: true,
});
const [verb] = positionals;
const { stage } = values;
if ((verb !== 'deploy' && verb !== 'diff') || !STAGE_NAMES.some((name) => name === stage)) {
  console.error(`npm run deploy -- --stage ${STAGE_NAMES.join('|')}`);
  process.exit(1);
}
const named = tokens.find((token) => token.kind === 'option' && token.name === 'stage');
const after = process.argv.slice(2 + (named?.index ?? 0) + (named?.kind === 'option' && named.inlineValue ? 1 : 2));

run(['build.ts']);
// Its stacks by name, and the one in us-east-1 first, where there is one: it is what the other one needs.
run([
  'node_modules/aws-cdk/bin/cdk',
  verb,
  `broadsheet-${stage}`,
  ...(verb === 'deploy' ? ['--require-approval', 'broadening'] : []),
  ...after,
]);

/** Runs a script of ours or of a package, and ends with it where it fails. */
function run(words: string[]): void {
  const { status } = spawnSync(process.execPath, words, { cwd: `${import.meta.dirname}/..`, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
