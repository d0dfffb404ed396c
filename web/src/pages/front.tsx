import type { FrontPageFragment } from '../generated.ts';
import { Link } from '../navigation.ts';
import { Card, type CardLook } from '../parts/card.tsx';
import { useWords } from '../words.ts';

type Container = FrontPageFragment['containers'][number];

/** A front in the newsroom's order. The words for layouts are agreed on with the newsroom; one that is not known here is shown as cards. */
export function FrontPage({ front }: { front: FrontPageFragment }) {
  return (
    <div class="front">
      <h1 class="unseen">{front.title}</h1>
      {front.containers.map((container, place) => (
        <ContainerOf key={container.slug} container={container} isFirst={place === 0} />
      ))}
    </div>
  );
}

function ContainerOf({ container, isFirst }: { container: Container; isFirst: boolean }) {
  const words = useWords();
  const { slug, headline, kicker, path, layout, items } = container;
  if (items?.length === 0) return null;
  return (
    <section class="container" id={slug} data-layout={layout ?? 'cards'} aria-label={headline ?? undefined}>
      {headline && (
        <header>
          {kicker && <p class="kicker">{kicker}</p>}
          <h2 dir="auto">{path ? <Link href={encodeURI(path)}>{headline}</Link> : headline}</h2>
        </header>
      )}
      {items === null ? (
        <p class="notice">{words.partly}</p>
      ) : (
        <div class="items">
          {items.map(({ article, ...words }, place) => (
            <Card
              key={article.id}
              article={{ ...article, ...words }}
              look={lookOf(layout, place)}
              heading={headline ? 'h3' : 'h2'}
              eager={isFirst && place === 0}
            />
          ))}
        </div>
      )}
    </section>
  );
}

function lookOf(layout: string | null, place: number): CardLook {
  if (layout === 'hero') return place === 0 ? 'LEAD' : place < 3 ? 'CARD' : 'LINE';
  return layout === 'list' ? 'LINE' : 'CARD';
}
