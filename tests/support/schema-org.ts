import { expect } from 'vitest';

/** Properties that schema.org has, of the types that we write and of those that they inherit from. */
const PROPERTIES = new Set(
  `@context @type @id url mainEntityOfPage headline alternativeHeadline description datePublished dateModified inLanguage articleSection genre
   wordCount dateline locationCreated image author editor translator contributor publisher isAccessibleForFree isPartOf about mentions correction hasPart
   copyrightNotice creditText coverageStartTime coverageEndTime liveBlogUpdate name sameAs logo width height caption text spokenByCharacter
   jobTitle affiliation articleBody cssSelector termCode inDefinedTermSet`.split(/\s+/),
);
const TYPES =
  `NewsArticle LiveBlogPosting BlogPosting Person Organization NewsMediaOrganization Place Event Thing DefinedTerm ImageObject Quotation
  CorrectionComment CreativeWorkSeries WebPageElement`.split(/\s+/);

/** A value and everything inside of it that has properties. */
export function things(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(things);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(things)];
}

/** Fails unless everything in a document is a thing of schema.org that we write, with properties that schema.org has and a value for each. */
export function expectSchemaOrg(document: unknown): void {
  for (const thing of things(document)) {
    expect(TYPES).toContain(thing['@type']);
    expect(Object.keys(thing).filter((key) => !PROPERTIES.has(key))).toEqual([]);
    expect(Object.values(thing)).not.toContain(null);
  }
}
