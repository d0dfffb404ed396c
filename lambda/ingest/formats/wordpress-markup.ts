import { linkOf, providerOf } from './html-media.ts';
import { attributeOf, type HtmlElement, type HtmlNode, hasClass, isElement } from './html-tree.ts';

/** What WordPress means by elements and classes of its own: each becomes the element of HTML that it stands for, and is read as that. */

/** Boxes of a picture with its caption, and of several together, as the classic editor writes them. */
const FIGURE = /^(?:wp-caption|gallery-item)$/;
const CAPTION = /^(?:wp-caption-text|gallery-caption)$/;
const GALLERY_LIST = /^(?:wp-block-gallery|blocks-gallery-grid)$/;

/** The button that stands right behind the name of a file, and leads to the same file. */
const FILE_BUTTON = /^wp-block-file__button$/;

/** Renames the elements of a tree that mean something to WordPress. */
export function readAsWordPressMeans(body: HtmlElement): void {
  for (const child of body.childNodes.filter(isElement)) {
    readAsWordPressMeans(child); // what stands inside first: a wrapper may be taken away
    const newName = meaningOf(child, body);
    if (newName !== null) Object.assign(child, { tagName: newName, nodeName: newName });
    if (hasClass(child, /^wp-block-embed$/)) unwrapEmbed(child);
    else if (hasClass(child, /^wp-block-cover(?:-image)?$/)) showCover(child);
    else if (hasClass(child, /^wp-block-file$/)) withoutButton(child);
    else if (child.tagName === 'p') embedLoneAddress(child);
    else if (hasClass(child, FILE_BUTTON)) setApart(child);
  }
}

/** Whether a node is the sign for where a teaser ends: as it is written, and as WordPress renders it. */
export function isMoreSign(node: HtmlNode): boolean {
  if (isElement(node)) return node.tagName === 'span' && /^more-\d+$/.test(attributeOf(node, 'id') ?? '');
  return node.nodeName === '#comment' && 'data' in node && /^more(?:\s|$)/.test(node.data);
}

function meaningOf(element: HtmlElement, parent: HtmlElement): string | null {
  const { tagName } = element;
  if (hasClass(element, CAPTION)) return 'figcaption';
  if (/^(?:div|dl)$/.test(tagName) && hasClass(element, FIGURE)) return 'figure';
  if (tagName === 'div' && hasClass(element, /^gallery$/) && hasClass(element, /^galleryid-/)) return 'figure';
  if (/^[uo]l$/.test(tagName) && hasClass(element, GALLERY_LIST)) return parent.tagName === 'figure' ? 'div' : 'figure';
  if (tagName === 'li' && hasClass(element, /^blocks-gallery-item$/)) return 'div';
  return null;
}

/** A blank before what is shown as a button, that words do not run into it. */
function setApart(button: HtmlElement): void {
  const blank: HtmlNode = { nodeName: '#text', value: ' ', parentNode: button.parentNode };
  const siblings = button.parentNode?.childNodes;
  siblings?.splice(siblings.indexOf(button), 0, blank);
}

/** What is embedded stands in a wrapper, rendered or as an address alone. */
function unwrapEmbed(figure: HtmlElement): void {
  figure.childNodes = figure.childNodes.flatMap((child) => {
    if (!isElement(child) || !hasClass(child, /^wp-block-embed__wrapper$/)) return [child];
    const url = loneAddress(child);
    return url === null ? child.childNodes : [frame(figure, url)];
  });
}

/** A picture with words upon it: until WordPress 5.7 the picture is the background of the box. Later it is an element, as all others are. */
function showCover(box: HtmlElement): void {
  const [, , address = ''] = /background-image\s*:\s*url\(\s*(["']?)(.*?)\1\s*\)/.exec(attributeOf(box, 'style') ?? '') ?? [];
  if (linkOf(address) !== null) box.childNodes.unshift({ ...frame(box, address), nodeName: 'img', tagName: 'img' });
}

/** The button below the name of a file leads to the same file, and its word is of the theme. */
function withoutButton(box: HtmlElement): void {
  box.childNodes = box.childNodes.filter((child) => !isElement(child) || !hasClass(child, /^wp-block-file__button$/));
}

/** A paragraph that is an address of somebody whom WordPress embeds. */
function embedLoneAddress(paragraph: HtmlElement): void {
  const url = loneAddress(paragraph);
  if (url === null || providerOf(url) === null) return;
  paragraph.childNodes = [frame(paragraph, url)];
}

function loneAddress({ childNodes }: HtmlElement): string | null {
  const [only, ...others] = childNodes;
  if (!only || others.length > 0 || only.nodeName !== '#text' || !('value' in only)) return null;
  const words = only.value.trim();
  return /^https?:\/\/\S+$/i.test(words) ? linkOf(words) : null;
}

function frame(parent: HtmlElement, url: string): HtmlElement {
  return {
    nodeName: 'iframe',
    tagName: 'iframe',
    attrs: [{ name: 'src', value: url }],
    namespaceURI: parent.namespaceURI,
    childNodes: [],
    parentNode: parent,
  };
}
