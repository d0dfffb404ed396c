/**
 * Synthesizes infra/ with one mutant at a time, in a process of its own: `node tests/infra/mutate.ts` writes one line of JSON for each, its stacks or the reason
 * why it could not be synthesized. Sources are patched as they are loaded; no file is changed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { plainApp } from '../../infra/checks.ts';
import { type Stacks, stacksOf } from '../support/templates.ts';
import { GUARDS } from './guards.ts';
import { MUTANTS } from './mutants.ts';

const ROOT = new URL('../../', import.meta.url).href;

registerHooks({
  // Every mutant has modules of its own: what imports one of its files gets another of its files.
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const turn = /\?mutant=(\d+)$/.exec(context.parentURL ?? '')?.[1];
    const isOurs = turn !== undefined && resolved.url.startsWith(`${ROOT}infra/`);
    return isOurs ? { ...resolved, url: `${resolved.url}?mutant=${turn}` } : resolved;
  },
  load(url, context, next) {
    const loaded = next(url, context);
    const [, file, turn] = /^(.*)\?mutant=(\d+)$/.exec(url) ?? [];
    const mutant = MUTANTS[Number(turn ?? Number.NaN)];
    if (!mutant || file !== ROOT + mutant.file) return loaded;
    const source = mutant.cuts.reduce(
      (text, [from, to]) => text.replace(from, () => to),
      Buffer.from(loaded.source as Uint8Array).toString(),
    );
    return { ...loaded, source };
  },
});

const outdir = mkdtempSync(`${tmpdir()}/broadsheet-mutants-`); // one for all: bundles are copied into it once
for (const [turn, { breaks }] of MUTANTS.entries()) {
  process.stdout.write(`${JSON.stringify(await stacksOrReason(turn, breaks))}\n`);
}
rmSync(outdir, { recursive: true });

async function stacksOrReason(turn: number, breaks: string): Promise<{ stacks: Stacks } | { reason: string }> {
  try {
    const { addBroadsheet } = await import(`${ROOT}infra/broadsheet.ts?mutant=${turn}`);
    const { VARIANTS } = await import(`${ROOT}infra/variants.ts?mutant=${turn}`);
    const variant = GUARDS[breaks]?.of ?? 'prod';
    return { stacks: stacksOf(variant, plainApp({ outdir }), { add: addBroadsheet, variants: VARIANTS, skipValidation: true }).stacks };
  } catch (error) {
    return { reason: String(error) };
  }
}
