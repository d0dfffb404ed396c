import type { Article } from '../domain/article.ts';
import { ArticleTooLarge, type Fault, Refused } from '../domain/fault.ts';
import type { Instant } from '../domain/instant.ts';
import { type Pushed, pushArticle } from '../store/article-writes.ts';
import type { NewsTable } from '../store/news-table.ts';
import type { Format, Sent } from './format.ts';

/** What became of one article of a document. */
export type Outcome =
  | ({ uri: string } & Pushed)
  | {
      uri: string;
      outcome: 'REFUSED';
      /** Whether it is refused for its size alone. */
      tooLarge: boolean;
      faults: readonly Fault[];
    };

/**
 * Takes a document in: reads it as its format has it, then stores its articles one after the other.
 * @param now the wall clock, read once by the caller
 * @returns one outcome for each article; a document that cannot be read has one, and nothing of it is stored. Never empty.
 * @throws whatever the table throws when it does not answer; the same document may then be sent again
 */
export async function ingestDocument(table: NewsTable, format: Format, sent: Sent, now: Instant): Promise<Outcome[]> {
  const articles = readDocument(format, sent);
  if (!Array.isArray(articles)) return [articles];
  const outcomes: Outcome[] = [];
  for (const article of articles) outcomes.push(await storeArticle(table, article, now));
  return outcomes;
}

/** The articles of a document, or why it is refused as a whole. */
export function readDocument(format: Format, sent: Sent): Article[] | (Outcome & { outcome: 'REFUSED' }) {
  try {
    const articles = format.read(sent);
    if (articles.some(({ uri }) => uri === ''))
      throw new Refused([{ place: 'uri', reason: 'is missing: nothing says what this article is called' }]);
    if (articles.length === 0) throw new Refused([{ place: 'document', reason: 'holds no article' }]);
    return articles;
  } catch (error) {
    return refusal(sent.uri, error);
  }
}

async function storeArticle(table: NewsTable, article: Article, now: Instant): Promise<Outcome> {
  try {
    return { uri: article.uri, ...(await pushArticle(table, article, now)) };
  } catch (error) {
    return refusal(article.uri, error);
  }
}

function refusal(uri: string, error: unknown): Outcome & { outcome: 'REFUSED' } {
  if (!(error instanceof Refused)) throw error;
  return { uri, outcome: 'REFUSED', tooLarge: error instanceof ArticleTooLarge, faults: error.faults };
}
