import type { ArticleCardFragment, CardPictureFragment } from '../generated.ts';
import { Link } from '../navigation.ts';
import { dirOf, useWords, WordsFor } from '../words.ts';
import { CardPicture } from './picture.tsx';
import { When } from './when.tsx';

/** What a card shows of an article: in its own words, or in those that editors chose for this place. */
export type Carded = Pick<ArticleCardFragment, 'path' | 'inLanguage' | 'direction' | 'datePublished' | 'isAccessibleForFree'> & {
  headline: string;
  kicker: string | null;
  standfirst: { text: string } | null;
  image: CardPictureFragment | null;
  section: { name: string; path: string } | null;
};

/** `LEAD`: the first thing on a page. `CARD`: with a picture. `LINE`: words alone. */
export type CardLook = 'LEAD' | 'CARD' | 'LINE';

type Look = { look?: CardLook; heading?: 'h2' | 'h3'; eager?: boolean; note?: string | undefined };

const SIZES: Record<Exclude<CardLook, 'LINE'>, string> = {
  LEAD: '(min-width: 60rem) 44rem, 100vw',
  CARD: '(min-width: 60rem) 20rem, (min-width: 36rem) 45vw, 100vw',
};

/** An article in a list. The headline is the link; the whole card leads there for whoever points at it. */
export function Card({ article, look = 'CARD', heading: Heading = 'h3', eager = false, note }: { article: Carded } & Look) {
  const { headline, kicker, standfirst, image, section, path, inLanguage, direction } = article;
  const label = note ?? kicker ?? section?.name;
  return (
    <article class="card" data-look={look} lang={inLanguage} dir={dirOf(direction)}>
      {image && look !== 'LINE' && <CardPicture image={image} sizes={SIZES[look]} eager={eager} />}
      <div class="card-words">
        {label && <p class="kicker">{label}</p>}
        <Heading>
          <Link href={encodeURI(path)}>{headline}</Link>
        </Heading>
        {standfirst && <p class="standfirst">{standfirst.text}</p>}
        <WordsFor language={inLanguage}>
          <Facts article={article} />
        </WordsFor>
      </div>
    </article>
  );
}

/** In the language of the article, as all of its card. */
function Facts({ article: { datePublished, isAccessibleForFree } }: { article: Carded }) {
  const words = useWords();
  return (
    <p class="meta">
      <When instant={datePublished} />
      {!isAccessibleForFree && <span class="paid">{words.paid}</span>}
    </p>
  );
}
