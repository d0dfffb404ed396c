import { Link } from '../navigation.ts';
import type { Chrome } from '../service.ts';
import { useWords } from '../words.ts';

/** The paper once more, all of its sections, and its feed. */
export function Footer({ chrome: { site, sections } }: { chrome: Chrome }) {
  const words = useWords();
  return (
    <footer class="footer">
      <p class="name">
        <Link href="/">{site.name}</Link>
      </p>
      <ul>
        {sections.map(({ name, path }) => (
          <li key={path}>
            <Link href={encodeURI(path)}>{name}</Link>
          </li>
        ))}
        <li>
          <a href="/feeds/latest.rss">{words.feed}</a>
        </li>
      </ul>
      <p class="publisher">{site.publisher}</p>
    </footer>
  );
}
