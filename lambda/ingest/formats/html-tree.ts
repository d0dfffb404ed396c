import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, type TreeAdapter } from 'parse5';
import { ArticleTooLarge, refuse } from '../../domain/fault.ts';

/** HTML as browsers read it: the tree that parse5 builds by the rules of WHATWG, with a bound on what a few bytes may unfold into. */

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;

/** Browsers stop at 512; a page has some thirty. Deeper trees make the parser's time grow with the square of their depth. */
const DEEPEST = 256;

/** A feature of 100,000 words has some 20,000. Formatting that is never closed is opened again in each paragraph, so elements can outgrow bytes. */
const MOST_ELEMENTS = 100_000;

/** The parser compares each attribute with those before it. Real tags have some twenty. */
const MOST_ATTRIBUTES = 1000;

/** How many more elements may be made. */
export type ElementBudget = { left: number };

/** The budget of one document. */
export function elementBudget(): ElementBudget {
  return { left: MOST_ELEMENTS };
}

/**
 * The element that holds what readers see: `body`, with everything that stands outside of `head`.
 * @param place as its author would call the text, for faults
 * @param budget that of the document of which this is a part
 * @throws {Refused} when it is nested deeper, or has more attributes in one tag, than any page
 * @throws {ArticleTooLarge} when it has more elements than can be read at once
 */
export function parseHtml(html: string, place: string, budget = elementBudget()): HtmlElement | null {
  refuseCrowdedTags(html, place);
  const document = parse<DefaultTreeAdapterMap>(html, { scriptingEnabled: false, treeAdapter: boundedAdapter(place, budget) });
  const root = document.childNodes.find((node) => isElement(node) && node.tagName === 'html') as HtmlElement | undefined;
  return (root?.childNodes.find((node) => isElement(node) && node.tagName === 'body') as HtmlElement | undefined) ?? null;
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

/** The value of an attribute; null when it is absent. Its control characters are gone, which no attribute of ours has. */
export function attributeOf({ attrs }: HtmlElement, name: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return attrs.find((attribute) => attribute.name === name)?.value.replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g, '') ?? null;
}

/** Whether one of the classes of an element matches. */
export function hasClass(element: HtmlElement, pattern: RegExp): boolean {
  return (attributeOf(element, 'class') ?? '').split(/\s+/).some((name) => pattern.test(name));
}

function boundedAdapter(place: string, budget: ElementBudget): TreeAdapter<DefaultTreeAdapterMap> {
  const depths = new WeakMap<object, number>();
  const goDeeper = (parent: object, child: object): void => {
    const depth = (depths.get(parent) ?? 0) + 1;
    if (depth > DEEPEST) refuse(place, 'holds elements that are nested too deep to be read');
    depths.set(child, depth);
  };
  return {
    ...defaultTreeAdapter,
    createElement(...made) {
      budget.left -= 1;
      if (budget.left < 0) throw new ArticleTooLarge([{ place, reason: `holds more than ${MOST_ELEMENTS} elements` }]);
      return defaultTreeAdapter.createElement(...made);
    },
    appendChild(parent, child) {
      goDeeper(parent, child);
      defaultTreeAdapter.appendChild(parent, child);
    },
    insertBefore(parent, child, before) {
      goDeeper(parent, child);
      defaultTreeAdapter.insertBefore(parent, child, before);
    },
  };
}

/** Walks over the attributes of every tag as a browser would, without keeping them. What is no tag after all only counts too high. */
function refuseCrowdedTags(html: string, place: string): void {
  const opening = /<[a-z][^\s/>]*/gi;
  const between = /[\s/]*/y;
  const name = /[^\s/>][^\s/>=]*\s*/y;
  while (opening.exec(html) !== null) {
    let at = opening.lastIndex;
    const take = (pattern: RegExp): boolean => {
      pattern.lastIndex = at;
      const taken = pattern.test(html);
      if (taken) at = pattern.lastIndex;
      return taken;
    };
    for (let attributes = 1; take(between) && take(name); attributes += 1) {
      if (attributes > MOST_ATTRIBUTES) refuse(place, `holds a tag with more than ${MOST_ATTRIBUTES} attributes`);
      if (html[at] !== '=') continue;
      at += 1;
      take(/\s*/y);
      const quote = html[at];
      if (quote !== '"' && quote !== "'") {
        take(/[^\s>]*/y);
        continue;
      }
      const end = html.indexOf(quote, at + 1);
      if (end < 0) return; // the rest of the document is one value, which is never closed
      at = end + 1;
    }
    opening.lastIndex = at;
  }
}
