import type { CardsFragment } from '../generated.ts';
import { useWords } from '../words.ts';
import { Card } from './card.tsx';
import { Pager } from './pager.tsx';

/**
 * A page of articles, newest first.
 * @param path of the page that the list is on, when its pages can be turned
 * @param look PAGE for the list that a page is about: its first card is large. ASIDE for one of several
 */
export function CardList({ cards, path, look }: { cards: CardsFragment | null; path?: string; look: 'PAGE' | 'ASIDE' }) {
  const words = useWords();
  if (cards === null) return <p class="notice">{words.partly}</p>;
  if (cards.edges.length === 0) return <p class="notice">{words.nothingYet}</p>;
  const isFirstPage = !cards.pageInfo.hasPreviousPage;
  return (
    <>
      <div class="cards" data-look={look}>
        {cards.edges.map(({ node }, place) => (
          <Card
            key={node.id}
            article={node}
            look={look === 'PAGE' && place === 0 && isFirstPage && node.image ? 'LEAD' : 'CARD'}
            heading={look === 'PAGE' ? 'h2' : 'h3'}
            eager={look === 'PAGE' && place < 2}
          />
        ))}
      </div>
      {path && <Pager path={path} place={cards.pageInfo} />}
    </>
  );
}
