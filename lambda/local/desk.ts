/** `npm run withdraw|release|erase -- PATH|ID`: what editors do to an article past its source. */
import { parseArgs } from 'node:util';
import type { ArticleId } from '../domain/identity.ts';
import { instantOf } from '../domain/instant.ts';
import { articleNamed, eraseArticle, releaseArticle, withdrawArticle } from '../store/desk-writes.ts';
import type { NewsTable } from '../store/news-table.ts';
import { runDeskCommand } from './desk-command.ts';

const USAGE = `Usage: npm run withdraw -- PATH|ID --reason WORDS
       npm run erase    -- PATH|ID --reason WORDS
       npm run release  -- PATH|ID

withdraw  takes an article back at once, and holds it: what its source sends of it is refused, but a kill
erase     withdraws it, and removes every trace: all versions, posts, lists, paths. It stays held. What
          backups and logs hold goes as they end
release   ends the hold; the article returns when its source sends its last version again, or a newer one

  --reason  why; kept with the hold, for the newsroom alone
  --help    this text

The table is the local one in DATA_DIR, with the service stopped; or the one that NEWS_TABLE names, at
DYNAMODB_ENDPOINT or in AWS.
Exit code: 0 done, 1 it was refused, 2 it was typed wrongly or did not run.
`;

type Act = {
  needsReason: boolean;
  /** @returns what it did, as a sentence without its full stop */
  run(table: NewsTable, id: ArticleId, reason: string): Promise<string>;
};

const ACTS: Record<string, Act> = {
  withdraw: {
    needsReason: true,
    async run(table, id, reason) {
      const from = await withdrawArticle(table, id, reason, instantOf(Date.now()));
      return from ? `is withdrawn from ${from} on, and held` : 'is held; there was nothing left for readers to read';
    },
  },
  erase: {
    needsReason: true,
    async run(table, id, reason) {
      return `is erased, and held; ${await eraseArticle(table, id, reason, instantOf(Date.now()))} items were removed`;
    },
  },
  release: {
    needsReason: false,
    async run(table, id) {
      return (await releaseArticle(table, id)) ? 'is released; it returns when its source sends it again' : 'was not held';
    },
  },
};

process.exitCode = await runDeskCommand(
  {
    usage: USAGE,
    read([name = '', ...words]) {
      const act = ACTS[name];
      const wish = act && readWish(words, act);
      if (wish === 'HELP') return wish;
      if (!act || !wish) return null;
      return async ({ table }) => {
        const id = await articleNamed(table, wish.article);
        return `${wish.article} (${id}) ${await act.run(table, id, wish.reason)}`;
      };
    },
  },
  process.argv.slice(2),
);

/** Null for what was typed wrongly. */
function readWish(words: string[], { needsReason }: Act): { article: string; reason: string } | 'HELP' | null {
  try {
    const options = { reason: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
    if (values.help) return 'HELP';
    const [article, ...more] = positionals;
    const reason = values.reason?.trim() ?? '';
    return article === undefined || more.length > 0 || (needsReason && reason === '') ? null : { article, reason };
  } catch {
    return null;
  }
}
