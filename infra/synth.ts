/**
 * `npm run synth`: every variant of `variants.ts` as templates in cdk.out/<variant>/, held to every check, without an account and without a network. Exit code 1
 * when anything is found that is not acknowledged; what is acknowledged is counted, and stands with its reason beside the resource.
 */
import { rmSync } from 'node:fs';
import { addBroadsheet } from './broadsheet.ts';
import { checkedApp } from './checks.ts';
import { VARIANTS } from './variants.ts';

const out = `${import.meta.dirname}/../cdk.out`;
rmSync(out, { recursive: true, force: true });
for (const [name, { stage, values }] of Object.entries(VARIANTS)) {
  const app = checkedApp({ outdir: `${out}/${name}` });
  addBroadsheet(app, stage, values);
  const { stacks } = app.synth(); // prints what is found, and throws
  const resources = stacks.flatMap(({ template }) => Object.keys((template as { Resources: object }).Resources));
  console.log(`${name}: ${stacks.length} ${stacks.length === 1 ? 'stack' : 'stacks'}, ${resources.length} resources, 0 findings`);
}
