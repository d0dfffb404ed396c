import { linkOf, providerOf } from './html-media.ts';
import { attributeOf, type HtmlElement, type HtmlNode, hasClass, isElement } from './html-tree.ts';
import { isWebAddress } from './picture-fields.ts';

/** Links that stand for what they lead to: a site would show the post or the video in their place. Each becomes a frame, and is read as one. */

const EMBED_BOX = /^wp-block-embed(?:__wrapper)?$/;

/** Turns the links of a tree that stand for something embedded into frames; those that {@link linkedEmbed} knows stay. */
export function frameEmbeddedLinks(element: HtmlElement): void {
  if (linkedEmbed(element) !== null) return;
  const isBox = element.tagName === 'figure' || hasClass(element, EMBED_BOX);
  for (const child of element.childNodes.filter(isElement)) {
    const link = isBox && child.tagName !== 'figcaption' ? loneLinkIn(child) : null;
    if (link !== null && leadsToPost(link)) becomeFrame(child, addressOf(link), wordsOf(link));
    else if (isEmptyEmbed(child)) becomeFrame(child, addressOf(child), '');
    else frameEmbeddedLinks(child);
  }
}

/** A link to where something lives, which says whose page that is, and the words that stand for it. */
export type LinkedEmbed = { url: string; provider: string | null; title: string; words: HtmlElement | null };

/** What `domain/html.ts` writes for an embed: a figure of that class, with a quotation or without, and a link below it. Null for any other element. */
export function linkedEmbed(figure: HtmlElement): LinkedEmbed | null {
  if (figure.tagName !== 'figure' || !hasClass(figure, /^embed$/)) return null;
  const parts = figure.childNodes.filter((child) => !isBlankText(child)).filter(isElement);
  const [quoted = null, last, ...more] = parts.length === 1 ? [null, ...parts] : parts;
  const link = last?.tagName === 'p' && more.length === 0 ? loneLinkIn(last) : null;
  if (link === null || (quoted !== null && quoted.tagName !== 'blockquote') || !isWebAddress(addressOf(link))) return null;
  const [url, said] = [addressOf(link), wordsOf(link)];
  const known = providerOf(url);
  return { url, provider: known ?? (said || null), title: said === known || known === null ? '' : said, words: quoted };
}

/** `<a data-embedded="true" href="https://vimeo.com/1"></a>`: the address is all that there is. */
function isEmptyEmbed(element: HtmlElement): boolean {
  const sign = element.tagName === 'a' ? attributeOf(element, 'data-embedded') : null;
  return sign !== null && sign !== 'false' && element.childNodes.every(isBlankText) && isWebAddress(addressOf(element));
}

/** The link that is all that stands in an element, however many elements are around it; null for one with anything but words inside. */
function loneLinkIn(element: HtmlElement): HtmlElement | null {
  if (element.tagName === 'a') return element.childNodes.some(isElement) ? null : element;
  const [only, ...others] = element.childNodes.filter((child) => !isBlankText(child));
  return only && isElement(only) && others.length === 0 ? loneLinkIn(only) : null;
}

/** A page of somebody whom we know, and not their front door. */
function leadsToPost(link: HtmlElement): boolean {
  const url = addressOf(link);
  return isWebAddress(url) && providerOf(url) !== null && new URL(url).pathname.length > 1;
}

function addressOf(link: HtmlElement): string {
  return linkOf(attributeOf(link, 'href')) ?? '';
}

/** What a link says, where that is more than its address. */
function wordsOf(link: HtmlElement): string {
  const words = link.childNodes
    .map((child) => ('value' in child ? child.value : ''))
    .join('')
    .trim();
  return linkOf(words) === null ? words : '';
}

function becomeFrame(element: HtmlElement, src: string, title: string): void {
  const attrs = [{ name: 'src', value: src }, ...(title === '' ? [] : [{ name: 'title', value: title }])];
  Object.assign(element, { nodeName: 'iframe', tagName: 'iframe', attrs, childNodes: [] });
}

function isBlankText(node: HtmlNode): boolean {
  return !isElement(node) && (!('value' in node) || node.value.trim() === '');
}
