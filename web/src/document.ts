import type { Shown } from './app.tsx';
import { type Address, type Arrival, decoded } from './navigation.ts';
import type { Chrome } from './service.ts';
import { directionOf } from './words.ts';

/** What the document says of the page around its content: language, title, what search engines may know. */
export function describe({ page, address, trouble }: Shown, chrome: Chrome | null): void {
  const site = chrome?.site;
  const isArticle = page?.__typename === 'NewsArticle';
  const language = (isArticle ? page.inLanguage : page?.__typename === 'Front' ? page.language : null) ?? site?.languages[0] ?? 'en';
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  const title = isArticle ? (page.seo?.title ?? page.headline) : document.querySelector('main h1')?.textContent;
  document.title = [...new Set([title, site?.name])].filter(Boolean).join(' · ') || decoded(address.path);
  setMeta('description', (isArticle ? page.seo?.description : page?.__typename === 'Front' ? page.description : null) ?? null);
  setMeta(
    'robots',
    isArticle
      ? (page.seo?.robots ?? null)
      : trouble === null && (page === null || page.__typename === 'WithdrawnArticle')
        ? 'noindex'
        : null,
  );
  const canonical = isArticle ? [{ rel: 'canonical', href: page.canonicalUrl }] : [];
  const alternates = isArticle
    ? (page.alternates ?? []).map(({ inLanguage, canonicalUrl }) => ({ rel: 'alternate', hreflang: inLanguage, href: canonicalUrl }))
    : [];
  setLinks([...canonical, ...alternates]);
}

function setMeta(name: string, content: string | null): void {
  document.head.querySelector(`meta[name="${name}"]`)?.remove();
  if (content === null) return;
  const meta = document.createElement('meta');
  Object.assign(meta, { name, content });
  document.head.append(meta);
}

function setLinks(links: readonly Record<string, string>[]): void {
  for (const link of document.head.querySelectorAll('link[data-page]')) link.remove();
  for (const attributes of links) {
    const link = document.createElement('link');
    for (const [name, value] of Object.entries({ ...attributes, 'data-page': '' })) link.setAttribute(name, value);
    document.head.append(link);
  }
}

/** Whether another address only means another place in the page that is shown. */
export function isOfThisPage(one: Address, other: Address): boolean {
  return one.path === other.path && one.search === other.search && (one.hash !== '' || other.hash !== '');
}

let brought: { arrival: Arrival; scrollY: number } | null = null;

/** Once more, when what the address means has come after the page: unless the reader has moved since. */
export function showPlaceAgain(): void {
  if (brought && Math.abs(window.scrollY - brought.scrollY) < 2) showPlace(brought.arrival);
}

/** Brings the reader to the place that the address means, with the keyboard as well; to where they were, when they come back; else to the top. */
export function showPlace(arrival: Arrival): void {
  bring(arrival);
  brought = { arrival, scrollY: window.scrollY };
}

function bring({ address, by, scrollY }: Arrival): void {
  const place = address.hash.length > 1 ? document.getElementById(decoded(address.hash.slice(1))) : null;
  for (const before of document.querySelectorAll('[data-here]')) before.removeAttribute('data-here');
  if (place && !(by === 'HISTORY' && scrollY > 0)) {
    for (let folded = place.closest('details'); folded; folded = folded.parentElement?.closest('details') ?? null) folded.open = true;
    place.dataset.here = '';
    if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
    place.scrollIntoView({ block: 'center' });
    place.focus({ preventScroll: true });
    return;
  }
  window.scrollTo(0, scrollY);
  if (by === 'LINK') document.getElementById('content')?.focus({ preventScroll: true });
}

/** Tells those who listen what page they are on now. */
export function announce(): void {
  const region = document.getElementById('announcement') ?? document.body.appendChild(liveRegion());
  region.textContent = document.title;
}

function liveRegion(): HTMLElement {
  const region = document.createElement('p');
  Object.assign(region, { id: 'announcement', className: 'unseen', role: 'status' });
  return region;
}
