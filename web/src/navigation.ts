import { type AnchorHTMLAttributes, type ComponentChildren, h } from 'preact';

/** Where a reader is, as the browser spells it: a path of the site, percent-encoded, what follows it, and where in the page. */
export type Address = { path: string; search: string; hash: string };

export type Arrival = {
  address: Address;
  /** Whether the reader came by a link, or went back or forth in the history. */
  by: 'LINK' | 'HISTORY';
  /** How far down the page stood when it was left, in CSS pixels. */
  scrollY: number;
};

const arrived = new Set<(arrival: Arrival) => void>();

export function here(): Address {
  return { path: location.pathname, search: location.search, hash: location.hash };
}

/** What stands behind `#`, or anywhere else where somebody may type what is no encoding: then it means itself. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Goes to another page of the site. @param path with whatever follows it. @param replace when the page that is left shall not be gone back to */
export function go(path: string, { replace = false } = {}): void {
  keepScroll();
  if (replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  tell({ address: here(), by: 'LINK', scrollY: 0 });
}

/** Calls back at every arrival. @returns what ends it */
export function onArrival(listener: (arrival: Arrival) => void): () => void {
  arrived.add(listener);
  return () => arrived.delete(listener);
}

/** A link within the site, which needs no new document. With a modifier key the browser does what it always does. */
export function Link({ href, ...rest }: AnchorHTMLAttributes & { href: string; children?: ComponentChildren }) {
  return h('a', {
    ...rest,
    href,
    onClick: (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      go(href);
    },
  });
}

function tell(arrival: Arrival): void {
  for (const listener of arrived) listener(arrival);
}

function keepScroll(): void {
  history.replaceState({ scrollY: window.scrollY }, '');
}

/** How far down a page of the history stood when it was left. @param state of the history */
export function keptScroll(state: unknown): number {
  return Number((state as { scrollY?: number } | null)?.scrollY ?? 0);
}

/** The name of a host, without `www.`; the address itself where it is none. */
export function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return url;
  }
}

history.scrollRestoration = 'manual'; // the page to come has no height yet when the browser would scroll
addEventListener('pagehide', keepScroll);
addEventListener('scrollend', keepScroll); // whoever goes on by the history leaves without a word
addEventListener('popstate', ({ state }: PopStateEvent) => tell({ address: here(), by: 'HISTORY', scrollY: keptScroll(state) }));
