import { useEffect, useRef } from 'preact/hooks';
import { Link } from '../navigation.ts';
import type { Chrome } from '../service.ts';
import { useWords } from '../words.ts';
import { When } from './when.tsx';

/** The name of the paper, the day, and its sections. @param path of the page, as the browser spells it */
export function Masthead({ chrome: { site, sections }, path }: { chrome: Chrome; path: string }) {
  const words = useWords();
  const main = sections.filter(({ parent }) => parent === null).map(({ name, path: itsPath }) => ({ name, section: encodeURI(itsPath) }));
  const isIn = (section: string) => path === section || path.startsWith(`${section}/`);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (current && list.current) list.current.scrollLeft = current.offsetLeft - (list.current.clientWidth - current.clientWidth) / 2; // on a phone it may be out of sight
  }, [path]);
  return (
    <header class="masthead">
      <a class="skip" href="#content">
        {words.skip}
      </a>
      <div class="title">
        <p class="edition">
          <When instant={new Date().toISOString()} style="weekday" />
        </p>
        <p class="name">
          <Link href="/">{site.logo ? <img src={site.logo} alt={site.name} height={56} /> : site.name}</Link>
        </p>
      </div>
      {main.length > 0 && (
        <nav aria-label={words.sections}>
          <ul ref={list}>
            {main.map(({ name, section }) => (
              <li key={section}>
                <Link href={section} aria-current={path === section ? 'page' : isIn(section) ? 'true' : undefined}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}
