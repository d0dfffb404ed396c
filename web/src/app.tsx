import { useEffect, useRef, useState } from 'preact/hooks';
import { announce, describe, isOfThisPage, showPlace } from './document.ts';
import { fontsFor } from './fonts.ts';
import { Guarded } from './guarded.tsx';
import { type Address, type Arrival, go, here, keptScroll, onArrival } from './navigation.ts';
import { PageOf } from './pages/page.tsx';
import { Unreachable } from './pages/without-content.tsx';
import { Footer } from './parts/footer.tsx';
import { Masthead } from './parts/masthead.tsx';
import { PreviewBar } from './parts/preview-bar.tsx';
import { takePreviewFromAddress } from './preview.ts';
import { askPage, type Chrome, type Page, type PlaceInList } from './service.ts';
import { directionOf, spokenLanguage, WordsFor } from './words.ts';

/** What the reader has in front of them. */
export type Shown = {
  address: Address;
  page: Page;
  /** When the page is as of, while a newsroom looks ahead. */
  asOf: string | null;
  /** Why the service did not answer, or not all of it. */
  trouble: Trouble | null;
};

/** UNREACHABLE: nobody answers; PREVIEW: the token is not taken; REFUSED: the place in a list is not; PARTLY: something of the page is missing. */
export type Trouble = 'UNREACHABLE' | 'PREVIEW' | 'REFUSED' | 'PARTLY';

/** The site: asks for whatever stands at the address, then shows it. One request for a page, two where an article has moved. */
export function App() {
  const [chrome, setChrome] = useState<Chrome | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [waiting, setWaiting] = useState(true);
  const pending = useRef<Arrival | null>(null);
  const last = useRef<Arrival | null>(null);
  const known = useRef<Chrome | null>(null);

  async function arrive(to: Arrival): Promise<void> {
    pending.current = to;
    setWaiting(true);
    const next = await lookUp(to.address, known.current);
    await fontsFor(next);
    if (pending.current !== to) return; // the reader has gone on
    pending.current = null;
    setWaiting(false);
    if (next.page?.__typename === 'MovedArticle') return go(encodeURI(next.page.path) + to.address.hash, { replace: true });
    if (next.chrome) {
      known.current = next.chrome;
      setChrome(next.chrome);
    }
    last.current = to;
    setShown(next);
  }

  useEffect(() => {
    takePreviewFromAddress();
    void arrive({ address: here(), by: 'HISTORY', scrollY: keptScroll(history.state) });
    return onArrival((to) => {
      const [coming, before] = [pending.current, last.current];
      if (coming && isOfThisPage(coming.address, to.address))
        coming.address = to.address; // another place in the page that is on its way
      else if (!coming && before && isOfThisPage(before.address, to.address)) {
        last.current = to;
        showPlace(to);
      } else void arrive(to);
    });
  }, []);

  useEffect(() => {
    if (!shown || !last.current) return;
    describe(shown, known.current);
    showPlace(last.current);
    announce();
  }, [shown]);

  if (!shown) return <div class="progress" data-waiting={waiting} />;
  const language = spokenLanguage(chrome?.site.languages[0] ?? navigator.language);
  return (
    <WordsFor language={language}>
      <div class="progress" data-waiting={waiting} />
      <div lang={language} dir={directionOf(language)}>
        <PreviewBar
          asOf={shown.asOf}
          trouble={shown.trouble}
          onChange={() => arrive({ address: here(), by: 'HISTORY', scrollY: window.scrollY })}
        />
      </div>
      <div class="frame" lang={language} dir={directionOf(language)}>
        {chrome && <Masthead chrome={chrome} path={shown.address.path} />}
        <main id="content" tabIndex={-1} aria-busy={waiting}>
          <Guarded key={shown.address.path} instead={<Unreachable onRetry={() => location.reload()} />}>
            <PageOf shown={shown} onRetry={() => arrive({ address: here(), by: 'LINK', scrollY: 0 })} />
          </Guarded>
        </main>
        {chrome && <Footer chrome={chrome} />}
      </div>
    </WordsFor>
  );
}

async function lookUp(address: Address, known: Chrome | null): Promise<Shown & { chrome: Chrome | null }> {
  try {
    const { faults, ...answer } = await askPage(address.path, placeIn(address), known === null);
    const isStranger = faults.some(({ extensions }) => extensions.code === 'UNAUTHENTICATED');
    const isNoPlace = faults.some(({ extensions }) => extensions.code === 'INVALID_PAGE');
    const trouble = isStranger
      ? 'PREVIEW'
      : faults.length === 0
        ? null
        : isNoPlace
          ? 'REFUSED'
          : answer.page === null
            ? 'UNREACHABLE'
            : 'PARTLY';
    return { ...answer, address, trouble };
  } catch {
    return { address, page: null, asOf: null, chrome: null, trouble: 'UNREACHABLE' };
  }
}

function placeIn({ search }: Address): PlaceInList {
  const query = new URLSearchParams(search);
  return { after: query.get('after') ?? undefined, before: query.get('before') ?? undefined };
}
