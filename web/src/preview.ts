import { decoded } from './navigation.ts';

/** A newsroom that looks ahead: its token, and the instant it chose. Kept for this tab, gone with it. */

const TOKEN = 'broadsheet-preview-token';
const INSTANT = 'broadsheet-preview-at';

/** Brought in by a link of the CMS: `#preview=<token>`, which no server sees. The address forgets it at once. */
const IN_ADDRESS = /^#preview=(.+)$/;

/** Takes a token out of the address, if one is in it. */
export function takePreviewFromAddress(): void {
  const [, token] = IN_ADDRESS.exec(location.hash) ?? [];
  if (token === undefined) return;
  openPreview(decoded(token));
  history.replaceState(history.state, '', location.pathname + location.search);
}

/** The token in hand; null for everybody who has none. */
export function previewToken(): string | null {
  return sessionStorage.getItem(TOKEN);
}

/** The instant that was chosen; null for that of the token. */
export function previewInstant(): string | null {
  return sessionStorage.getItem(INSTANT);
}

/** What to send with each question; nothing while nobody looks ahead. */
export function previewHeader(): string | undefined {
  const [token, instant] = [previewToken(), previewInstant()];
  return token === null ? undefined : instant === null ? token : `at=${instant},${token}`;
}

/** @param token as `npm run preview-token` prints it, with or without the name of its header */
export function openPreview(token: string): void {
  sessionStorage.setItem(TOKEN, token.trim().replace(/^x-broadsheet-preview:\s*/i, ''));
  sessionStorage.removeItem(INSTANT);
}

/** @param instant ISO 8601 in UTC; null for the one of the token */
export function choosePreviewInstant(instant: string | null): void {
  if (instant === null) sessionStorage.removeItem(INSTANT);
  else sessionStorage.setItem(INSTANT, instant);
}

/** Forgets the token: what everybody sees is seen again. */
export function closePreview(): void {
  sessionStorage.removeItem(TOKEN);
  sessionStorage.removeItem(INSTANT);
}

/** The instant up to which a token opens the site; null for what is no token. */
export function lastInstantOf(token: string): string | null {
  const [, instant = ''] = /^as-of=([^,]+),/.exec(token) ?? [];
  return Number.isNaN(Date.parse(instant)) ? null : instant;
}
