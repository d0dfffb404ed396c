import type { Shown } from '../app.tsx';
import { Link } from '../navigation.ts';
import { CardList } from '../parts/card-list.tsx';
import { useWords } from '../words.ts';
import { ArticlePage } from './article.tsx';
import { AuthorPage, ConceptPage } from './concept.tsx';
import { FrontPage } from './front.tsx';
import { SectionPage } from './section.tsx';
import { Missing, Refused, Unreachable, Withdrawn } from './without-content.tsx';

/** The page of whatever stands at the address. */
export function PageOf({ shown: { page, address, trouble, asOf }, onRetry }: { shown: Shown; onRetry: () => void }) {
  const words = useWords();
  if (trouble === 'UNREACHABLE') return <Unreachable onRetry={onRetry} />;
  if (trouble === 'PREVIEW') return null; // the bar above says it
  if (trouble === 'REFUSED') return <Refused path={address.path} />;
  return (
    <>
      {trouble && (
        <p class="notice" role="alert">
          {words.partly} <Link href={address.path + address.search}>{words.retry}</Link>
        </p>
      )}
      <Content page={page} asOf={asOf} />
    </>
  );
}

function Content({ page, asOf }: Pick<Shown, 'page' | 'asOf'>) {
  const words = useWords();
  switch (page?.__typename) {
    case 'NewsArticle':
      return <ArticlePage key={`${page.id} ${asOf}`} article={page} />;
    case 'Front':
      return <FrontPage front={page} />;
    case 'Latest':
      return (
        <>
          <h1 class="unseen">{words.latest}</h1>
          <CardList cards={page.articles} path="/" look="PAGE" />
        </>
      );
    case 'Section':
      return <SectionPage section={page} />;
    case 'Author':
      return <AuthorPage path={page.path} author={page.person} />;
    case 'Person':
    case 'Organization':
    case 'Place':
    case 'NewsEvent':
    case 'Topic':
      return <ConceptPage concept={page} />;
    case 'WithdrawnArticle':
      return <Withdrawn reason={page.reason} withdrawnAt={page.withdrawnAt} />;
    default:
      return <Missing />;
  }
}
