import { type SectionRef, topSection } from '../domain/article.ts';
import { slugOf } from '../domain/path.ts';

/** Where an article goes that nobody gives a section. */
const DEFAULT_SECTION = 'News';

/** The section that a sender wishes for, by its name or its slug: `world` is named World. */
export function sectionOf(wish: string = DEFAULT_SECTION): SectionRef {
  const [first = '', ...rest] = wish.trim();
  return topSection({ slug: slugOf(wish), name: first.toUpperCase() + rest.join('') });
}
