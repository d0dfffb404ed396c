import { globSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLNamedType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../../lambda/domain/instant.ts';
import { type Intake, ingest } from '../../lambda/ingest/ingest.ts';
import { intakeNamed } from '../../lambda/ingest/intakes.ts';
import { type Ask, askHandler } from '../support/graphql.ts';
import { liftLimits } from '../support/limits.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';
import { ADDRESSES, IN_ADDRESSES } from './hostile-html/addresses.ts';
import { ELEMENTS } from './hostile-html/elements.ts';
import { FOREIGN } from './hostile-html/foreign.ts';
import { HANDLERS } from './hostile-html/handlers.ts';
import { dangersIn, dangersOf } from './hostile-html/harmless.ts';
import { IN_MARKDOWN } from './hostile-html/markdown.ts';
import type { Shape } from './hostile-html/shape.ts';
import { ADDRESS_FIELDS, MARKDOWN, PLAIN_TEXT, WAYS_IN, type WayIn } from './hostile-html/ways-in.ts';

const SHAPES: readonly Shape[] = [...ELEMENTS, ...HANDLERS, ...FOREIGN, ...IN_ADDRESSES];

const NOW = '2026-11-02T09:00:00.000Z' as Instant;
const SOURCE = 'hostile';
const ROOT = `${import.meta.dirname}/../..`;

/** How many documents are on their way at once, and how many articles one question asks for. */
const AT_ONCE = 8;
const IN_ONE_QUESTION = 10;

let local: LocalTable;
let ask: Ask;
beforeAll(async () => {
  local = await startLocalTable();
  liftLimits();
  ask = await askHandler(local);
});
afterAll(() => local[Symbol.asyncDispose]());

const IMAGE = 'image { ...picture }';
const PERSON = '... on Person { image { ...picture } links { url } }';
const CONTRIBUTIONS = `contributions { path links { name url } note person { name path sameAs image { ...picture } links { url } } }`;
const CONCEPT = `__typename name path sameAs description ${PERSON}`;
const BLOCKS = `blocks {
  __typename id html text
  ... on Paragraph { marks { href } } ... on Heading { marks { href } } ... on Blockquote { marks { href } cite } ... on PullQuote { marks { href } cite }
  ... on ListBlock { items { marks { href } } } ... on KeyFacts { items { marks { href } } } ... on CorrectionNote { marks { href } }
  ... on TableBlock { rows { cells { marks { href } } } } ... on ImageBlock { ${IMAGE} } ... on GalleryBlock { images { ...picture } }
  ... on VideoBlock { video { url poster { ...picture } } } ... on Embed { url provider }
}`;
const PICTURE =
  'fragment picture on Image { url crop(ratio: "16:9", width: 320) caption alternativeText creditText renditions { name url } }';
const POST = `id html ${BLOCKS} ${CONTRIBUTIONS}`;

/** Every field that holds HTML or an address of an article. */
const ARTICLES = `query ($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on NewsArticle {
      uri headline kicker byline path canonicalUrl formerPaths { path } standfirst { html text marks { href } } seo { ogImage { ...picture } }
      ${IMAGE} body { html ${BLOCKS} } ${CONTRIBUTIONS} about { ${CONCEPT} } mentions { ${CONCEPT} } section { path }
      alternates { canonicalUrl } liveBlog { posts(first: 5) { edges { node { ${POST} } } } pinned { ${POST} } keyEvents { ${POST} } }
    }
  }
} ${PICTURE}`;

const FRONT = `query ($slug: String!) {
  front(slug: $slug) { path title containers { path headline items { headline kicker standfirst { html marks { href } } image { ...picture } article { uri } } } }
} ${PICTURE}`;

type Asked = {
  uri: string;
  body: { html: string; blocks: { html: string; text: string }[] };
  liveBlog: { posts: { edges: { node: { html: string } }[] } } | null;
};

/** What each field of an answer holds that is HTML or an address, with its name. */
function* holdingsOf(value: unknown, name = ''): Generator<[name: string, text: string]> {
  if (Array.isArray(value)) for (const entry of value) yield* holdingsOf(entry, name);
  else if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) yield* holdingsOf(inner, key);
  else if (typeof value === 'string' && isHolding(name)) yield [name, value];
}

const isHolding = (name: string) => name === 'html' || isAddress(name);
const isAddress = (name: string) => /^(?:url|href|crop|path|canonicalUrl|sameAs|poster|logo)$/.test(name);

/** All dangers of an answer, each once. */
function dangers(answer: unknown): string[] {
  const found = [...holdingsOf(answer)].flatMap(([name, text]) => (name === 'html' ? dangersIn(text) : dangersOf(text, name === 'href')));
  return [...new Set(found)];
}

const wordsIn = (text: string, word: RegExp) => new Set(text.match(word) ?? []);

/** The words of some HTML. */
const plain = (html: string) => html.replace(/<[^>]*>/g, ' ');

async function inTurn<Thing, Result>(things: readonly Thing[], work: (thing: Thing, index: number) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  const queue = [...things.entries()];
  const one = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results[next[0]] = await work(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return results;
}

const around = (html: string) => `<p>Innocent quay.</p>\n\n${html}\n\n<p>Later ferry.</p>`;
/** For places that take words and no HTML: there nothing of it is HTML, and all of it is shown. */
const oneLine = (html: string) => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no line has them
  const line = html.replace(/[\s\u0000-\u001f]+/g, ' ').replaceAll('gone', 'shown');
  return `. ${line.slice(0, 1000)}`;
};

/** Sends a document. @returns the id of its article, and why it was refused */
async function sendOne(format: string, document: string, uri: string): Promise<{ id: string | null; refusal: string | null }> {
  const sent = { bytes: Buffer.from(document), source: SOURCE, uri, wishes: {} };
  const [outcome] = await ingest(local.table, intakeNamed(format) as Intake, sent, NOW);
  if (outcome?.outcome !== 'REFUSED') return { id: outcome && 'id' in outcome ? String(outcome.id) : null, refusal: null };
  return { id: null, refusal: outcome.faults.map(({ place, reason }) => `${place}: ${reason}`).join('; ') };
}

/** What the API says of some articles; null for those without an id. */
async function read(ids: readonly (string | null)[]): Promise<(Asked | null)[]> {
  const known = ids.filter((id) => id !== null);
  const pages = Array.from({ length: Math.ceil(known.length / IN_ONE_QUESTION) }, (_, page) =>
    known.slice(page * IN_ONE_QUESTION, (page + 1) * IN_ONE_QUESTION),
  );
  const found = new Map<string, Asked>();
  await inTurn(pages, async (page) => {
    const { data, errors } = await ask<{ nodes: Asked[] }>(ARTICLES, { ids: page });
    expect(errors).toBeUndefined();
    for (const [index, article] of data.nodes.entries()) found.set(page[index] as string, article);
  });
  return ids.map((id) => (id === null ? null : (found.get(id) ?? null)));
}

/** Sends each shape by one way. @returns what the API then says of each, and what was refused and why */
async function send({ format, document }: WayIn, shapes: readonly Shape[], name: string, wrap = around) {
  const sent = await inTurn(shapes, ([, html], index) =>
    sendOne(format, document(wrap(html), oneLine(html), `${name}-${index}`), `${name}-${index}`),
  );
  const refusals = sent.flatMap(({ refusal }, index) => (refusal === null ? [] : [`${shapes[index]?.[0]}: ${refusal}`]));
  return { articles: await read(sent.map(({ id }) => id)), refusals };
}

/** What is wrong with what became of the shapes, by their names. */
function wrongs(shapes: readonly Shape[], articles: readonly (Asked | null)[], parts: (article: Asked) => string[]): string[] {
  return shapes.flatMap(([what, html], index) => {
    const article = articles[index];
    if (!article) return [];
    const wrong = dangers(article);
    for (const words of parts(article).map(plain)) {
      const kept = wordsIn(words, /kept\d/g);
      const missed = [...wordsIn(html, /kept\d/g)].filter((word) => !kept.has(word) && !JSON.stringify(article.body).includes(word));
      if (missed.length > 0) wrong.push(`has lost ${missed.join()}`);
      if (/gone/.test(words)) wrong.push(`shows ${/.{0,60}gone.{0,40}/s.exec(words)}`);
    }
    return wrong.map((one) => `${what}: ${one}`);
  });
}

const wholeBodies = ({ body, liveBlog }: Asked) => [body.html, ...(liveBlog?.posts.edges.map(({ node }) => node.html) ?? [])];

/** Shapes that have taken innocent words with them. */
function lost(shapes: readonly Shape[], articles: readonly (Asked | null)[]): string[] {
  return shapes.flatMap(([what, , behind], index) => {
    const article = articles[index];
    return (article ? wholeBodies(article) : []).flatMap((html) => [
      ...(html.includes('Innocent quay.') ? [] : [`${what}: before`]),
      ...(behind === 'SWALLOWED' || html.includes('Later ferry.') ? [] : [`${what}: behind`]),
    ]);
  });
}

describe('hostile HTML', () => {
  it('is many shapes, each with a name of its own', () => {
    const names = SHAPES.map(([what]) => what);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
    expect(ELEMENTS.length + HANDLERS.length + FOREIGN.length).toBeGreaterThanOrEqual(250);
    expect(ADDRESSES.length).toBeGreaterThanOrEqual(90);
  });

  it.each(Object.keys(WAYS_IN))('by %s leaves nothing that runs, and all words that are innocent', { timeout: 300_000 }, async (way) => {
    const { articles, refusals } = await send(WAYS_IN[way] as WayIn, SHAPES, `shape-${Object.keys(WAYS_IN).indexOf(way)}`);
    expect(refusals.filter((refusal) => !/^bytes of nothing.*: holds the control character U\+0000/.test(refusal))).toEqual([]);
    expect(wrongs(SHAPES, articles, wholeBodies)).toEqual([]);
    expect(lost(SHAPES, articles)).toEqual([]);
  });

  it('is words in a plain text', { timeout: 60_000 }, async () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a text that holds one is refused, and with it those beside it
    const words = SHAPES.map(([, html]) => html).filter((html) => !/[\u0000-\u0008\u000b-\u001f]/.test(html));
    const documents = Array.from(
      { length: 20 },
      (_, place): Shape => [`shapes from ${place} on`, words.filter((_, index) => index % 20 === place).join('\n\n')],
    );
    const { articles, refusals } = await send(PLAIN_TEXT, documents, 'text');
    expect(refusals).toEqual([]);
    expect(articles.flatMap((article, place) => dangers(article).map((danger) => `${place}: ${danger}`))).toEqual([]);
    expect(articles.map((article) => article?.body.blocks.some(({ text }) => text.includes('<'))).filter(Boolean)).toHaveLength(20);
  });

  it('in Markdown leaves nothing that runs', { timeout: 60_000 }, async () => {
    const { articles, refusals } = await send(MARKDOWN, IN_MARKDOWN, 'markdown', (text) => `Innocent quay.\n\n${text}\n\nLater ferry.`);
    expect(refusals).toEqual([]);
    expect(wrongs(IN_MARKDOWN, articles, wholeBodies)).toEqual([]);
    expect(lost(IN_MARKDOWN, articles)).toEqual([]);
  });
});

describe('a hostile address', () => {
  it.each(Object.keys(ADDRESS_FIELDS))(
    'in %s is refused, left out, or leads to the web or to the site',
    { timeout: 60_000 },
    async (field) => {
      const { format, document } = ADDRESS_FIELDS[field] as (typeof ADDRESS_FIELDS)[string];
      const addresses = [...ADDRESSES, 'https://kept.example/good', '/kept/good'];
      const name = `address-${Object.keys(ADDRESS_FIELDS).indexOf(field)}`;
      const sent = await inTurn(addresses, (address, index) => sendOne(format, document(address, `${name}-${index}`), `${name}-${index}`));
      const articles = await read(sent.map(({ id }) => id));
      expect(
        articles.flatMap((article, index) => dangers(article).map((danger) => `${JSON.stringify(addresses[index])}: ${danger}`)),
      ).toEqual([]);
      expect(JSON.stringify(articles.slice(ADDRESSES.length))).toContain('/good'); // else it proves nothing
    },
  );

  it('on a front or on a card is refused, or leads to the web or to the site', { timeout: 60_000 }, async () => {
    const [front, concepts] = [intakeNamed('fronts') as Intake, intakeNamed('concepts') as Intake];
    const words = '<img src=x onerror=evil()>';
    await sendOne('text', 'Words\n\nWords.', 'on-a-front');
    const push = (intake: Intake, document: unknown, uri: string) =>
      ingest(local.table, intake, { bytes: Buffer.from(JSON.stringify(document)), source: SOURCE, uri, wishes: {} }, NOW);
    const taken = await inTurn([...ADDRESSES, 'https://kept.example/good'], async (address, index) => {
      const image = { url: address, caption: words, alternativeText: words };
      const slug = `front-${index}`;
      const item = { uri: 'on-a-front', headline: words, kicker: words, standfirst: `<script>evil()</script>${words}`, image };
      const uri = `https://kept.example/${index}`;
      const card = {
        kind: 'person',
        uri,
        description: words,
        biography: words,
        sameAs: [address],
        links: [{ name: words, url: address }],
        image,
      };
      const container = { id: 'a', headline: words, path: address.endsWith('/good') ? '/kept/good' : address, items: [item] };
      const outcomes = [
        ...(await push(front, { title: words, description: words, containers: [container] }, slug)),
        ...(await push(front, { title: words, containers: [{ ...container, path: undefined }] }, `${slug}-picture`)),
        ...(await push(concepts, [card], '')),
      ];
      if (outcomes.every(({ outcome }) => outcome === 'REFUSED')) return 0;
      const about = `---\nuri: about-${index}\nheadline: Words\nabout: [{ kind: person, name: Ilse, uri: "${uri}" }]\n---\nWords.\n`;
      const { id } = await sendOne('markdown', about, '');
      const answers = await Promise.all([
        ...[slug, `${slug}-picture`].map((one) => ask(FRONT, { slug: one })),
        ask(ARTICLES, { ids: [id] }),
      ]);
      for (const { data, errors } of answers) {
        expect(errors).toBeUndefined();
        expect(dangers(data).map((danger) => `${JSON.stringify(address)}: ${danger}`)).toEqual([]);
      }
      return JSON.stringify(answers).match(/kept\.example\/good|\/kept\/good/g)?.length ?? 0;
    });
    expect(taken.at(-1)).toBeGreaterThanOrEqual(6); // else it proves nothing
  });
});

it('is asked for wherever the API says HTML or an address', () => {
  const sdl = globSync('schema/*.graphql', { cwd: ROOT }).map((file) => readFileSync(`${ROOT}/${file}`, 'utf8'));
  const schema = buildSchema(sdl.join('\n'));
  const asked = new Set<string>();
  for (const document of [ARTICLES, FRONT]) {
    const info = new TypeInfo(schema);
    visit(
      parse(document),
      visitWithTypeInfo(info, {
        Field: ({ name: { value } }) => {
          const parent = info.getParentType() as GraphQLNamedType | undefined;
          asked.add(`${parent?.name}.${value}`);
          if (parent && isInterfaceType(parent)) for (const { name } of schema.getPossibleTypes(parent)) asked.add(`${name}.${value}`);
        },
      }),
    );
  }
  const all = Object.values(schema.getTypeMap()).flatMap((type) =>
    (isObjectType(type) ? Object.values(type.getFields()) : []).flatMap(({ name, type: of }) =>
      /^(?:html|\w*[uU]rl|href|sameAs|crop|path|logo)$/.test(name) && getNamedType(of).name === 'String' ? [`${type.name}.${name}`] : [],
    ),
  );
  // what an operator says of the site comes from no source; a moved article and an author have the paths that are asked for elsewhere
  expect(all.filter((field) => !asked.has(field) && !/^(?:Site|MovedArticle|Author)\./.test(field))).toEqual([]);
});
