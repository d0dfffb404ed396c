import type { Article, PubStatus } from '../domain/article.ts';
import { type Fault, Refused, TooLarge } from '../domain/fault.ts';
import { type ArticleId, articleId } from '../domain/identity.ts';
import type { Instant } from '../domain/instant.ts';
import { prepareArticle, pushArticle } from '../store/article-writes.ts';
import type { NewsTable } from '../store/news-table.ts';
import type { Pushed } from '../store/pushed.ts';
import type { Format, Sent } from './format.ts';

/** What became of one article, front or card of a document. */
export type Outcome =
  | ({ uri: string } & Pushed)
  | {
      uri: string;
      outcome: 'REFUSED';
      /** Whether it is refused for its size alone. */
      tooLarge: boolean;
      faults: readonly Fault[];
    };

/** Something that was read from a document and can be stored. */
export type Ready = {
  /** What it is called: the uri of an article, the slug of a front, the id of a concept. */
  uri: string;
  /** The number that its source gives it; null where the source does not number. */
  version: number | null;
  /**
   * The article that it is a version of, the slugs of the section in which it wishes to stand and of its parents, and what its source says of its
   * publication. Null for fronts and cards.
   */
  article: { id: ArticleId; sections: readonly string[]; pubStatus: PubStatus } | null;
  /**
   * Looks at it without asking the table: what is refused here will be refused when it is stored. Articles have it.
   * @throws {Refused}
   */
  check?(): void;
  /** @throws {Refused} before anything is written */
  store(table: NewsTable, now: Instant): Promise<Pushed>;
};

/** What documents of one kind hold, and how they are read. */
export type Intake = Pick<Format, 'name' | 'extensions' | 'detect' | 'pieces'> & {
  /** The word under which a push is answered. */
  answers: 'articles' | 'fronts' | 'concepts';
  /** @throws {Refused} with the place of each fault; a document is taken whole or not at all */
  read(sent: Sent): Ready[];
};

/** Documents of articles. */
export function articlesIn(format: Format): Intake {
  return {
    name: format.name,
    extensions: format.extensions,
    ...(format.detect && { detect: format.detect }),
    ...(format.pieces ? { pieces: format.pieces } : {}),
    answers: 'articles',
    read: (sent) =>
      format.read(sent).map(({ warnings = [], ...article }) => ({
        uri: article.uri,
        version: article.version,
        article: { id: articleId(article.source, article.uri), sections: sectionsOf(article), pubStatus: article.pubStatus },
        check: () => void prepareArticle(article),
        async store(table, now) {
          const pushed = await pushArticle(table, article, now);
          return { ...pushed, warnings: [...warnings, ...pushed.warnings] };
        },
      })),
  };
}

/** A withdrawal needs no story, and wishes for no section then. */
function sectionsOf({ story }: Article): string[] {
  return story ? [story.section.slug, ...story.section.parents.map(({ slug }) => slug)] : [];
}

/**
 * Takes a document of articles in: reads it as its format has it, then stores its articles one after the other.
 * @param now the wall clock, read once by the caller
 * @returns one outcome for each article; a document that cannot be read has one, and nothing of it is stored. Never empty.
 * @throws whatever the table throws when it does not answer; the same document may then be sent again
 */
export function ingestDocument(table: NewsTable, format: Format, sent: Sent, now: Instant): Promise<Outcome[]> {
  return ingest(table, articlesIn(format), sent, now);
}

/**
 * The same for documents of any kind.
 * @param check looks at all that a document holds, before anything of it is stored; what it throws is thrown
 */
export async function ingest(
  table: NewsTable,
  intake: Intake,
  sent: Sent,
  now: Instant,
  check: (things: readonly Ready[]) => Promise<void> = async () => {},
): Promise<Outcome[]> {
  const things = readDocument(intake, sent);
  if (!Array.isArray(things)) return [things];
  await check(things);
  const outcomes: Outcome[] = [];
  for (const thing of things) outcomes.push(await storeOne(table, thing, now));
  return outcomes;
}

/** What a document holds, or why it is refused as a whole. */
export function readDocument(intake: Intake, sent: Sent): Ready[] | (Outcome & { outcome: 'REFUSED' }) {
  try {
    const things = intake.read(sent);
    if (things.some(({ uri }) => uri === ''))
      throw new Refused([{ place: 'uri', reason: 'is missing: nothing says what this article is called' }]);
    if (things.length === 0) throw new Refused([{ place: 'document', reason: `holds no ${intake.answers.slice(0, -1)}` }]);
    return things;
  } catch (error) {
    return refusal(sent.uri, error);
  }
}

async function storeOne(table: NewsTable, { uri, store }: Ready, now: Instant): Promise<Outcome> {
  try {
    return { uri, ...(await store(table, now)) };
  } catch (error) {
    return refusal(uri, error);
  }
}

function refusal(uri: string, error: unknown): Outcome & { outcome: 'REFUSED' } {
  if (!(error instanceof Refused)) throw error;
  return { uri, outcome: 'REFUSED', tooLarge: error instanceof TooLarge, faults: error.faults };
}
