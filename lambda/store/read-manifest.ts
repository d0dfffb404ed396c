import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
import { type ArticleState, NEW_ARTICLE } from '../domain/article-state.ts';
import type { ArticleId } from '../domain/identity.ts';
import { counted, type NewsTable } from './news-table.ts';

/** Who an article is: its id, and what its source calls it. */
export type ArticleName = { id: ArticleId; source: string; uri: string };

/** The state of an article as last written, read consistently; {@link NEW_ARTICLE} when there is none. One call. */
export async function readState(table: NewsTable, id: ArticleId): Promise<ArticleState> {
  return (await readManifest(table, id))?.state ?? NEW_ARTICLE;
}

/** The state together with the names of the article, or null when nothing was ever pushed under this id. One call. */
export async function readManifest(table: NewsTable, id: ArticleId): Promise<(ArticleName & { state: ArticleState }) | null> {
  const { Item } = await counted(
    table,
    table.manifest.build(GetItemCommand).key({ articleId: id }).options({ consistent: true, capacity: 'TOTAL' }).send(),
  );
  return Item ? { id, source: Item.source, uri: Item.uri, state: { ...Item.state, rev: Item.rev } } : null;
}
