import { authorAtPath, conceptAtPath, frontSlugAt, leadsToSection, pathOfAddress } from '../domain/site-paths.ts';
import type { RequestContext } from './context.ts';
import { movedArticle, withdrawnArticle } from './outcomes.ts';
import type { AuthorOf } from './parts.ts';
import type { Wanted } from './readers/articles.ts';

/**
 * Whatever an address of the site leads to. An address of a concept or author says so itself; any other is looked for among fronts, articles
 * and sections in one wave of the same four calls, whatever is there: a front stands before an article, an article before a section.
 */
export async function destinationOf(address: string, context: RequestContext, wanted: Wanted) {
  const { site, articles, concepts, fronts } = context;
  const path = pathOfAddress(address, site.url);
  if (path === null) return null;
  const author = authorAtPath(path);
  if (author !== null) return findAuthor(author, context);
  const concept = conceptAtPath(path);
  if (concept !== null) return concepts.findConcept(concept);
  const [front, found, section] = await Promise.all([
    fronts.findFront(frontSlugAt(path)),
    articles.findByPath(path, wanted),
    concepts.findSection(path.slice(path.lastIndexOf('/') + 1)),
  ]);
  if (front) return { __typename: 'Front' as const, ...front };
  if (found && 'moved' in found) return movedArticle(found.moved);
  if (found && 'withdrawn' in found) return withdrawnArticle(found.withdrawn);
  if (found) return found.article.head;
  return section && leadsToSection(path, section) ? { __typename: 'Section' as const, ...section } : null;
}

/** A person is an author while something of theirs can be read. */
async function findAuthor(id: AuthorOf['person']['id'], { articles, concepts }: RequestContext) {
  const [person, asked] = await Promise.all([concepts.findConcept(id), articles.byContributor(id, { first: 1 })]);
  const written = person && person.id !== id ? await articles.byContributor(person.id, { first: 1 }) : asked; // merged into somebody
  return person && written.edges.length > 0 ? { __typename: 'Author' as const, person } : null;
}
