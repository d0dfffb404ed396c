import { type DefaultTreeAdapterTypes, parse, parseFragment, serialize } from 'parse5';

/** What HTML of ours may hold, written down once more and apart from the code that makes it: a page may be made of it as it is. */
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    [
      'p',
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'blockquote',
      'footer',
      'aside',
      'strong',
      'em',
      's',
      'code',
      'ul',
      'ol',
      'li',
      'table',
      'caption',
    ].map((tag) => [tag, []]),
  ),
  ...{ tbody: [], tr: [], figure: [], figcaption: [], hr: [], br: [], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'] },
  ...{
    a: ['href'],
    img: ['src', 'alt', 'width', 'height'],
    video: ['controls', 'preload', 'poster'],
    source: ['src', 'type'],
    time: ['datetime'],
  },
};

/** The classes of ours, and nobody else's. */
const CLASSES: Readonly<Record<string, string>> = { figure: 'embed', aside: 'correction', p: 'credit' };

const SITE = 'https://site.example/2026/11/article';

/** Elements whose end a browser looks for in another way: what stands in them must not be able to end them. */
const AROUND = ['div', 'td', 'svg', 'math', 'textarea', 'noscript'] as const;

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Whatever is wrong with some HTML of ours; nothing, when a page may be made of it. */
export function dangersIn(html: string): string[] {
  const dangers: string[] = [];
  const tree = parseFragment(html, { scriptingEnabled: true });
  const look = (node: Node): void => {
    if (node.nodeName === '#comment') dangers.push('a comment');
    if (!('tagName' in node)) return;
    const allowed = Object.hasOwn(ELEMENTS, node.tagName) ? ELEMENTS[node.tagName] : undefined;
    if (allowed === undefined || !node.namespaceURI.endsWith('/xhtml')) dangers.push(`the element ${node.tagName}`);
    for (const { name, value } of node.attrs) {
      if (name === 'class' && value === CLASSES[node.tagName]) continue;
      if (!allowed?.includes(name)) dangers.push(`the attribute ${name} of ${node.tagName}`);
      if (/^(?:href|src|poster)$/.test(name))
        dangers.push(...dangersOf(value, name === 'href').map((danger) => `${node.tagName} ${name}: ${danger}`));
      if (/^(?:width|height|colspan|rowspan)$/.test(name) && !/^\d+$/.test(value)) dangers.push(`${name} is no number`);
    }
    node.childNodes.forEach(look);
  };
  tree.childNodes.forEach(look);
  const again = serialize(parseFragment(serialize(tree)));
  if (again !== serialize(tree)) dangers.push('it changes when it is parsed again');
  for (const tag of AROUND) {
    const page = JSON.stringify(namesIn(parse(`<${tag}>${html}</${tag}>`)));
    if (/"(?:script|style|iframe|object|embed|base|form)"|"on/.test(page)) dangers.push(`inside of ${tag} it runs`);
  }
  return dangers;
}

function namesIn(node: DefaultTreeAdapterTypes.Node): string[] {
  const own = 'attrs' in node ? [node.tagName, ...node.attrs.map(({ name }) => name)] : [];
  return [...own, ...('childNodes' in node ? node.childNodes.flatMap(namesIn) : [])];
}

/**
 * What is wrong with an address that a page may take for a link or a picture: as browsers read it, it has to lead to the web, or to a path of the site.
 * @param isLink whether it may be an address of mail too
 */
export function dangersOf(address: string, isLink = true): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers take them away from both ends, and tabs and line ends everywhere
  const read = address.replace(/^[\u0000- ]+|[\u0000- ]+$/g, '').replace(/[\t\n\r]/g, '');
  if (read !== address) return [`${JSON.stringify(address)} holds what browsers take away`];
  if (!URL.canParse(address, SITE)) return isLink && /^https?:\/\//i.test(address) ? [] : [`${JSON.stringify(address)} is no address`];
  const { protocol, origin } = new URL(address, SITE);
  const isWhole = URL.canParse(address);
  const schemes = isLink ? ['https:', 'http:', 'mailto:'] : ['https:', 'http:'];
  if (!schemes.includes(protocol)) return [`${JSON.stringify(address)} is ${protocol}`];
  if (!isWhole && origin !== new URL(SITE).origin) return [`${JSON.stringify(address)} looks like a path and leads to ${origin}`];
  if (isWhole && protocol !== 'mailto:' && !/^https?:\/\/[^/\\]/i.test(address))
    return [`${JSON.stringify(address)} is read in another way than it looks`];
  return isWhole || address.startsWith('/') ? [] : [`${JSON.stringify(address)} is no path of the site`];
}
