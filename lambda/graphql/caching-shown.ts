import { articleTag, CROWDED, conceptTag, frontTag, listTag } from '../domain/cache-tags.ts';
import type { ArticleId } from '../domain/identity.ts';
import { earliest, type Instant } from '../domain/instant.ts';

/** Tags that a CDN keeps of one answer. @see Amazon CloudFront Developer Guide, "What you need to know when invalidating tags" */
const MOST_TAGS = 50;

/** Lists that are purged when something new comes into them. The others are named as well, for whoever purges by hand. */
const WATCHED = /^(latest|section)\b/;

/** What an answer shows, as far as caches must know it: what it is purged by, and when the first of it ends. New for every request. */
export class Shown {
  readonly #watched = new Set<string>();
  readonly #articles = new Set<string>();
  readonly #others = new Set<string>();
  #ends: Instant | null = null;

  /** An article that can be read. `until` is the end that its own source made public. */
  article({ id, until }: { id: ArticleId; until?: Instant | null }): void {
    this.#articles.add(articleTag(id));
    if (until) this.#ends = this.#ends ? earliest(this.#ends, until) : until;
  }

  /** An id that the request names: what comes of it may come to change, whether or not anything is there. */
  asked(id: ArticleId): void {
    this.#articles.add(articleTag(id));
  }

  /** A list, from its top. @param partition as `LIST` of domain/listings.ts makes it */
  list(partition: string): void {
    const tag = listTag(partition);
    (WATCHED.test(tag) ? this.#watched : this.#others).add(tag);
  }

  front(slug: string): void {
    this.#watched.add(frontTag(slug));
  }

  /** A concept with what editors say of it. */
  concept(id: string): void {
    this.#others.add(conceptTag(id));
  }

  /** When the first article that is shown ends; null where none does. */
  get ends(): Instant | null {
    return this.#ends;
  }

  /**
   * The tags of the answer, those first that purges come for most; the same for the same answer, whichever of its reads came back first. Where articles
   * have to be left out, `crowded` says so.
   */
  get tags(): string[] {
    const tags = [this.#watched, this.#articles, this.#others].flatMap((some) => [...some].sort());
    const isCrowded = this.#watched.size + this.#articles.size > MOST_TAGS;
    return (isCrowded ? [CROWDED, ...tags] : tags).slice(0, MOST_TAGS);
  }
}
