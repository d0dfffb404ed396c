import type { SectionPageFragment } from '../generated.ts';
import { Link } from '../navigation.ts';
import { CardList } from '../parts/card-list.tsx';
import { useWords } from '../words.ts';

/** A section: where it belongs, what belongs to it, and its articles. */
export function SectionPage({ section }: { section: SectionPageFragment }) {
  const words = useWords();
  const { name, path, parent, children, articles } = section;
  const above = [parent?.parent, parent].filter((one) => one != null);
  return (
    <div class="listing">
      <header>
        {above.length > 0 && (
          <nav class="breadcrumbs" aria-label={words.breadcrumbs}>
            {above.map((one) => (
              <Link key={one.path} href={encodeURI(one.path)}>
                {one.name}
              </Link>
            ))}
          </nav>
        )}
        <h1>{name}</h1>
        {children && children.length > 0 && (
          <nav class="chips" aria-label={words.subsections}>
            {children.map((child) => (
              <Link key={child.path} href={encodeURI(child.path)}>
                {child.name}
              </Link>
            ))}
          </nav>
        )}
      </header>
      <CardList cards={articles} path={path} look="PAGE" />
    </div>
  );
}
