/** `npm run concepts -- confirm|merge|split|rename`: what editors decide of people, organisations, places, events and topics. */
import { parseArgs } from 'node:util';
import { refuse } from '../domain/fault.ts';
import { type ConceptId, conceptKindOf } from '../domain/identity.ts';
import { instantOf } from '../domain/instant.ts';
import { conceptAtPath } from '../domain/site-paths.ts';
import { confirmConcept, type Decided, mergeConcepts, renameConcept, splitOff } from '../store/concept-desk.ts';
import { articleNamed } from '../store/desk-writes.ts';
import { runDeskCommand } from './desk-command.ts';
import type { WalkedTable } from './walk.ts';

const USAGE = `Usage: npm run concepts -- confirm ID
       npm run concepts -- merge FROM INTO
       npm run concepts -- split ID --articles PATH|ID …
       npm run concepts -- rename ID NAME

ID is that of a person, organisation, place, event or topic, or its path on the site.

confirm   says who or what is meant, where sources give no more than a name
merge     makes one of two: the old id, its paths and whatever is sent under it mean the other from then
          on, and all that names either stands in the lists of the one
split     makes two of one: in these articles it is another. Says the id of the other
rename    gives it the name under which it stands on its own; articles keep what they call it

  --articles   paths or ids of articles
  --help       this text

Each may be given again, and finishes what was cut. The table is the local one in DATA_DIR, with the
service stopped; or the one that NEWS_TABLE names, at DYNAMODB_ENDPOINT or in AWS.
Exit code: 0 done, 1 it was refused, 2 it was typed wrongly or did not run.
`;

process.exitCode = await runDeskCommand({ usage: USAGE, read }, process.argv.slice(2));

function read(args: string[]): 'HELP' | null | ((walked: WalkedTable) => Promise<string>) {
  try {
    const options = { articles: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (values.help) return 'HELP';
    const [act, one, ...more] = positionals;
    const [other] = more;
    if (one === undefined || (values.articles === true) !== (act === 'split')) return null;
    if (act === 'confirm' && more.length === 0)
      return ({ table }) => done(confirmConcept(table, idOf(one), now()), (told) => `${told} is confirmed`);
    if (other === undefined) return null;
    if (act === 'merge' && more.length === 1)
      return ({ table }) => done(mergeConcepts(table, idOf(one), idOf(other), now()), (told) => `${one} is merged into ${told}`);
    if (act === 'rename' && more.length === 1)
      return ({ table }) => done(renameConcept(table, idOf(one), other, now()), (told) => `${one} is ${told} on its own from now on`);
    if (act === 'split')
      return async ({ table }) => {
        const articles = [];
        for (const word of more) articles.push(await articleNamed(table, word));
        return done(splitOff(table, idOf(one), articles, now()), (told) => `What these articles name is ${told} from now on`);
      };
    return null;
  } catch {
    return null;
  }
}

async function done(act: Promise<Decided>, sentence: (told: string) => string): Promise<string> {
  const { id, name, articles } = await act;
  return `${sentence(`${id} (${name})`)}; ${articles} articles were written anew`;
}

function idOf(word: string): ConceptId {
  const id = word.startsWith('/') ? conceptAtPath(word) : conceptKindOf(word) && (word as ConceptId);
  return id || refuse('concept', `"${word}" is neither an id of a person, organisation, place, event or topic, nor the path of one`);
}

function now() {
  return instantOf(Date.now());
}
