import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import sax from 'sax';

/**
 * What a reader of the source would see of an article, told without the readers that are tested: headline, byline, abstract, captions, and the body
 * as a browser shows it, without scripts, styles, controls of forms, and what is hidden.
 */
export type Seen = { /** Its number in the document, from 1. */ number: number; text: string };

const UNSEEN = new Set([
  ...[
    'script',
    'style',
    'template',
    'head',
    'title',
    'button',
    'textarea',
    'select',
    'option',
    'video',
    'audio',
    'iframe',
    'canvas',
    'object',
  ],
]);

function seenInHtml(html: string): string {
  const words: string[] = [];
  const walk = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if (node.nodeName === '#text') words.push((node as DefaultTreeAdapterTypes.TextNode).value);
    if (!('tagName' in node)) return;
    const isHidden = node.attrs.some(({ name, value }) => name === 'hidden' || (name === 'style' && /display:\s*none/.test(value)));
    if (UNSEEN.has(node.tagName) || isHidden) return;
    const isInline = /^(?:a|b|i|em|strong|span|s|del|ins|code|sup|sub|u|small|big|font|mark|abbr|q|cite|kbd|tt|acronym)$/.test(
      node.tagName,
    );
    if (!isInline) words.push(' ');
    node.childNodes.forEach(walk);
    if (!isInline) words.push(' ');
  };
  parse(html, { scriptingEnabled: false }).childNodes.forEach(walk as never);
  return words.join('');
}

type Json = { [key: string]: unknown };

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');
const listIn = (value: unknown): Json[] => (Array.isArray(value) ? value : isObject(value) ? Object.values(value) : []).filter(isObject);
const plainOrHtml = (words: string): string => (/<\w/.test(words) ? seenInHtml(words) : words);

export function seenInNinjs(bytes: Uint8Array): Seen[] {
  const item = JSON.parse(Buffer.from(bytes).toString()) as Json;
  const picturesOf = listIn(item.associations).filter(({ type }) => type === 'picture' || type === 'graphic');
  const shown = picturesOf.filter((picture) => listIn(picture.renditions).some(({ href }) => typeof href === 'string'));
  const captions = shown.map((picture) => textIn(picture.description_text) || textIn(listIn(picture.descriptions)[0]?.value));
  const [headline = ''] = headlinesOf(item);
  const body = bodyOf(item).trim();
  const words = body.startsWith(headline) ? body.slice(headline.length) : body; // the headline of a page stands above the article already
  const seen = [headline, words, abstractOf(item), textIn(item.by) || textIn(item.byline), ...captions];
  return [{ number: 1, text: seen.join('\n') }];
}

function headlinesOf(item: Json): string[] {
  const [first] = listIn(item.headlines);
  const named = Object.keys(item).find((key) => /^headline/.test(key) && typeof item[key] === 'string');
  return [textIn(first?.value) || textIn(named && item[named])].map(plainOrHtml);
}

/** Where a body comes as HTML and as plain text, the HTML is what is shown. */
function bodyOf(item: Json): string {
  const bodies = listIn(item.bodies).map((body) => ({
    html: /html/.test(textIn(body.contentType) + textIn(body.contenttype)),
    text: textIn(body.value),
  }));
  const old = Object.keys(item)
    .filter((key) => /^body_/.test(key))
    .map((key) => ({ html: /html$/.test(key), text: textIn(item[key]) }));
  const all = [...bodies, ...old];
  const { html = false, text = '' } = all.find((body) => body.html) ?? all[0] ?? {};
  return html ? seenInHtml(text) : plainOrHtml(text);
}

function abstractOf(item: Json): string {
  const [first] = listIn(item.descriptions);
  return plainOrHtml(textIn(first?.value) || textIn(item.description_text) || textIn(item.description_html));
}

/** Headlines, names of those who wrote it, and the words of its elements, those inside of others too; pictures have their captions and credits. */
export function seenInAns(bytes: Uint8Array): Seen[] {
  const story = JSON.parse(Buffer.from(bytes).toString()) as Json;
  const basic = (value: unknown) => (isObject(value) ? textIn(value.basic) : '');
  const names = (credits: unknown) => (isObject(credits) ? listIn(credits.by) : []).map(({ name }) => textIn(name));
  const element = (one: Json): string[] => {
    if (one.type === 'image') return [textIn(one.caption), ...names(one.credits)];
    if (one.type === 'raw_html' || one.type === 'text' || one.type === 'header') return [textIn(one.content)].map(plainOrHtml);
    const inside = [one.items, one.content_elements, isObject(one.citation) ? [one.citation] : []].flatMap(listIn);
    return [textIn(one.content), ...inside.flatMap(element)].map(plainOrHtml);
  };
  const seen = [
    basic(story.headlines),
    basic(story.description),
    ...names(story.credits),
    ...listIn(story.content_elements).flatMap(element),
  ];
  return [{ number: 1, text: seen.join('\n') }];
}

export function seenInWordPressRest(bytes: Uint8Array): Seen[] {
  const value = JSON.parse(Buffer.from(bytes).toString()) as unknown;
  return (Array.isArray(value) ? value : [value]).map((post: Json, index) => ({
    number: index + 1,
    text: ['title', 'content'].map((key) => (isObject(post[key]) ? seenInHtml(textIn(post[key].rendered)) : '')).join('\n'),
  }));
}

/** Every item, whatever its type. */
export function seenInExport(bytes: Uint8Array): Seen[] {
  const parser = sax.parser(true);
  const items: Record<string, string>[] = [];
  const path: string[] = [];
  parser.onopentag = ({ name }) => {
    path.push(name);
    if (name === 'item') items.push({});
  };
  const write = (text: string) => {
    const item = items.at(-1);
    const name = path.at(-1) ?? '';
    if (item && path.includes('item')) item[name] = (item[name] ?? '') + text;
  };
  parser.ontext = write;
  parser.oncdata = write;
  parser.onclosetag = () => void path.pop();
  parser.onerror = () => {
    parser.resume();
  };
  parser.write(Buffer.from(bytes).toString()).close();
  return items.map((item, index) => ({
    number: index + 1,
    text: [item.title ?? '', item['excerpt:encoded'] ?? '', withoutSigns(item['content:encoded'] ?? '')].map(seenInHtml).join('\n'),
  }));
}

/** Shortcodes are signs, and no reader sees them; the words between them stay. */
function withoutSigns(content: string): string {
  return content.replace(/\[\/?(?:caption|wp_caption|gallery|embed|audio|video|playlist)\b[^\]]*\]/g, ' ');
}

/** With the headline and the standfirst of its front matter. */
export function seenInMarkdown(bytes: Uint8Array): Seen[] {
  const [, matter = '', body = ''] = /^(?:---\n([\s\S]*?)\n---\n)?([\s\S]*)$/.exec(Buffer.from(bytes).toString()) ?? [];
  const words = ['headline', 'standfirst'].map((key) => new RegExp(`^${key}: (.*)$`, 'm').exec(matter)?.[1] ?? '');
  const source = body.replace(/^:::.*$/gm, '').replace(/\n<!--posts-->[\s\S]*$/, ''); // posts are kept beside the body
  const tree = fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return [{ number: 1, text: [...words, seenInTree(tree)].join('\n') }];
}

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number];

function seenInTree(node: Node): string {
  if (node.type === 'html' || node.type === 'definition') return '';
  if ('children' in node) {
    const between = /^(?:paragraph|heading|tableCell|emphasis|strong|delete|link|linkReference)$/.test(node.type) ? '' : ' ';
    return node.children.map((child) => seenInTree(child as Node)).join(between);
  }
  return 'value' in node ? node.value : '\n';
}

export function seenInText(bytes: Uint8Array): Seen[] {
  return [{ number: 1, text: Buffer.from(bytes).toString() }];
}
