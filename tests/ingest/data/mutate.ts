import type { Source } from './corpus.ts';

/** Documents as they come out of a broken cable, a wrong export, a hurried plugin or a bad will, made from good ones by dice. */

/** Numbers from 0 up to 1. */
export type Dice = () => number;

export type Mutant = { bytes: Buffer /** What was done to it, in order. */; done: string[] };

/** Longer documents are cut to some of their parts first: what is looked for are ways to break, not patience. */
const LONGEST = 48 * 1024;

type Change = { name: string; apply(bytes: Buffer, dice: Dice, others: readonly Source[]): Buffer };

/** @param others whose parts may come into it */
export function mutate(source: Source, others: readonly Source[], dice: Dice): Mutant {
  const isJson = /^\s*[[{]/.test(source.bytes.toString('utf8', 0, 100));
  const changes = [...OF_BYTES, ...OF_TEXT, ...OF_TEXT, ...(isJson ? [...OF_JSON, ...OF_JSON, ...OF_JSON, ...OF_JSON] : [])];
  let bytes = shortened(source.bytes, dice);
  const done: string[] = [];
  for (let left = 1 + below(4, dice); left > 0; left -= 1) {
    const { name, apply } = one(changes, dice);
    bytes = apply(bytes, dice, others);
    done.push(name);
  }
  return { bytes, done };
}

function below(limit: number, dice: Dice): number {
  return Math.floor(dice() * limit);
}

function one<Thing>(things: readonly Thing[], dice: Dice): Thing {
  return things[below(things.length, dice)] as Thing;
}

/** What stands before the first item of an export, four of its items, and its end; of other documents, their beginning. */
function shortened(bytes: Buffer, dice: Dice): Buffer {
  if (bytes.length <= LONGEST) return bytes;
  const [head = '', ...items] = bytes.toString().split(/(?=<item>)/);
  if (items.length < 2) return bytes.subarray(0, LONGEST);
  const some = Array.from({ length: 4 }, () => one(items, dice).replace(/<\/item>[\s\S]*$/, '</item>'));
  return Buffer.from(`${head}${some.join('')}</channel></rss>`);
}

/** A part of some bytes, at most `most` long. */
function rangeOf(bytes: Buffer, most: number, dice: Dice): [from: number, to: number] {
  const from = below(bytes.length + 1, dice);
  return [from, Math.min(bytes.length, from + below(most, dice))];
}

function put(bytes: Buffer, from: number, to: number, words: string | Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, from), Buffer.from(words as string), bytes.subarray(to)]);
}

const OF_BYTES: readonly Change[] = [
  {
    name: 'bytes changed',
    apply(bytes, dice) {
      const copy = Buffer.from(bytes);
      for (let left = 1 + below(6, dice); left > 0 && copy.length > 0; left -= 1) copy[below(copy.length, dice)] = below(256, dice);
      return copy;
    },
  },
  { name: 'cut off', apply: (bytes, dice) => bytes.subarray(0, below(bytes.length + 1, dice)) },
  { name: 'beginning lost', apply: (bytes, dice) => bytes.subarray(below(Math.min(200, bytes.length + 1), dice)) },
  {
    name: 'part lost',
    apply(bytes, dice) {
      const [from, to] = rangeOf(bytes, 400, dice);
      return put(bytes, from, to, '');
    },
  },
  {
    name: 'part twice',
    apply(bytes, dice) {
      const [from, to] = rangeOf(bytes, 2000, dice);
      return put(bytes, to, to, bytes.subarray(from, to));
    },
  },
  {
    name: 'part of another file',
    apply(bytes, dice, others) {
      const other = one(others, dice).bytes;
      const [from, to] = rangeOf(bytes, 1000, dice);
      return put(bytes, from, to, other.subarray(...rangeOf(other, 2000, dice)));
    },
  },
];

/** What stands in documents of somebody who tries. */
const PIECES: readonly string[] = [
  ...[
    '\u0000',
    '\u0007',
    '\ufeff',
    '\u2028',
    '\u202e',
    '\ufffe',
    '🚢',
    '\\ud83d',
    '\\u0000',
    '\ud800',
    '\r',
    '\n\n',
    '\t',
    '"',
    '\\',
    '}',
    ']',
    ',',
  ],
  ...['<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>', '&b;', '&lol;', '<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;'],
  ...[
    '&#0;',
    '&#xD800;',
    '&#x110000;',
    '&#99999999999999999999;',
    '&amp;amp;',
    '&',
    '&#',
    '<![CDATA[',
    ']]>',
    ']]]]><![CDATA[>',
    '<!--',
    '-->',
    '--!>',
  ],
  ...[
    '<?xml version="1.1" encoding="UTF-16"?>',
    '<?php echo 1 ?>',
    '<',
    '>',
    '</',
    '/>',
    '<item>',
    '</item>',
    '</channel>',
    '</rss>',
    '<wp:status>',
  ],
  ...[
    '<p>',
    '</p>',
    '<script>alert(1)</script>',
    '<svg><style><img src=x onerror=alert(1)>',
    '<table><tr><td colspan=999999999>',
    '<plaintext>',
    '<select>',
  ],
  ...[
    '<a href="javascript:x">',
    '<math><mi><mglyph>',
    '<template>',
    '<iframe srcdoc="<p>">',
    '<img src=//x width=1e9>',
    '<b><i><b><i></b></i>',
    '<frameset>',
  ],
  ...[
    '[caption]',
    '[/caption]',
    '[gallery ids="1,2,99999999999999999999"]',
    '[embed]',
    '[[x]]',
    '<!-- wp:gallery {"ids":[1]} -->',
    '<!--more-->',
  ],
  ...[
    '<!-- EMBED START Image {id: "editor_0"} -->',
    '<!-- EMBED END Image {id: "editor_0"} -->',
    '---\n',
    '::: gallery\n',
    ':::\n',
    '<!--posts-->\n',
    '## ',
  ],
  ...[
    'a: &a [x]\nb: [*a, *a]\n',
    '__proto__: 1\n',
    '<<: *a\n',
    '!!js/function x\n',
    '? ',
    '“',
    '” said Ilse Marrin',
    '— Ilse Marrin, pilot\n',
    '|a|b|\n|-|-|\n',
  ],
];

/** The same again and again, opened and never closed: where reading takes the square of the length, it shows. */
const REPEATED: readonly string[] = [
  ...[
    '<b>',
    '<div>',
    '<p><b>',
    '<table>',
    '<ul><li>',
    '<a><b>',
    '<!--',
    '<![CDATA[',
    '&',
    '&amp;',
    '[',
    '[[',
    '[caption]',
    '[x ',
    '{',
    '{"a":',
    '(',
    '<',
  ],
  ...[
    '“',
    '"',
    '” said ',
    '“A,” said B. ',
    '> ',
    '- ',
    '* ',
    '**',
    '_a',
    '`',
    '| ',
    '![',
    '[^a]',
    '](',
    '\n\n',
    ' ',
    '\t',
    '\u0301',
    '\u200f',
    'A. B. ',
    '— ',
  ],
  ...[
    '<!-- wp:group -->',
    '<!-- EMBED START Image {id: "a"} -->',
    '<x y="',
    '<item>',
    '<category domain="a">',
    '::: facts\n',
    '## ',
    '#',
    '-',
    'a-',
    'Mr ',
    '1. ',
  ],
];

const OF_TEXT: readonly Change[] = [
  {
    name: 'piece put in',
    apply(bytes, dice) {
      const [from, to] = rangeOf(bytes, 20, dice);
      return put(bytes, from, dice() < 0.7 ? from : to, one(PIECES, dice));
    },
  },
  {
    name: 'piece again and again',
    apply(bytes, dice) {
      const at = below(bytes.length + 1, dice);
      const piece = one(REPEATED, dice);
      return put(bytes, at, at, piece.repeat(Math.min(one([10, 300, 5000, 40_000], dice), Math.ceil(30_000 / piece.length))));
    },
  },
  {
    name: 'word of its own elsewhere',
    apply(bytes, dice) {
      const words = bytes.toString().match(/[\w:.-]{2,40}/g) ?? ['word'];
      const [from, to] = rangeOf(bytes, 12, dice);
      return put(bytes, from, to, one(words, dice));
    },
  },
  {
    name: 'tag lost',
    apply(bytes, dice) {
      const text = bytes.toString();
      const tags = [...text.matchAll(/<[^<>]{1,200}>/g)];
      if (tags.length === 0) return bytes;
      const { 0: tag, index } = one(tags, dice);
      return Buffer.from(text.slice(0, index) + text.slice(index + tag.length));
    },
  },
  {
    name: 'lines in another order',
    apply(bytes, dice) {
      const lines = bytes.toString().split('\n');
      const [from, to] = [below(lines.length, dice), below(lines.length, dice)];
      lines.splice(to, 0, ...lines.splice(from, 1 + below(3, dice)));
      return Buffer.from(lines.join('\n'));
    },
  },
];

type Holder = Record<string, unknown>;

/** Values that nobody expects where they come; written as JSON, for some cannot be made otherwise. */
const VALUES: readonly string[] = [
  ...['null', 'true', 'false', '0', '-0', '-1', '1.5', '1e308', '-1e308', '1e999', '9007199254740993', '123456789012345678901234567890'],
  ...[
    '""',
    '" "',
    '"\\u0000"',
    '"\\ud800"',
    '"\\udc00\\ud800"',
    '"__proto__"',
    '"null"',
    '"9999-12-31T23:59:59Z"',
    '"0000-01-01T00:00:00Z"',
  ],
  ...[
    '"2026-02-30T25:61:61+99:99"',
    '"-271821-04-20T00:00:00Z"',
    '"+275760-09-13T00:00:00Z"',
    '"2026-11-02T21:00:00"',
    '"usable"',
    '"canceled"',
  ],
  ...[
    '"publish"',
    '"text"',
    '"composite"',
    '"picture"',
    '"en-"',
    '"x-klingon"',
    '"i-default"',
    '"ar"',
    '"javascript:alert(1)"',
    '"//x"',
    '"http://"',
  ],
  ...[
    '"http://[::1"',
    '"%"',
    '"/%ff"',
    '"/../.."',
    '"#|"',
    '[]',
    '{}',
    '[null]',
    '[[]]',
    '[{}]',
    '{"":""}',
    '{"a":{"a":{"a":1}}}',
    '{"__proto__":{"a":1}}',
  ],
  ...[
    '{"constructor":1,"hasOwnProperty":2,"toString":3,"then":4}',
    '{"length":-1}',
    '{"toJSON":1}',
    '["a",1,null,true,{}]',
    '"<p>a</p><p>b"',
  ],
  ...[
    '[1,2,3]',
    '{"rendered":"<b>x"}',
    '{"name":"A","role":"author"}',
    `"${'long '.repeat(20_000)}"`,
    `${'['.repeat(5000)}${']'.repeat(5000)}`,
  ],
  ...[`${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`, `"${'<div>'.repeat(3000)}"`, `[${'{},'.repeat(2000)}{}]`, `"${'🚢'.repeat(3000)}"`],
];

const KEYS = [
  ...[
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'toString',
    '',
    ' ',
    '?uri',
    'uri',
    'guid',
    'type',
    'headline',
    'headlines',
    'body_html',
    'bodies',
  ],
  ...[
    'associations',
    'renditions',
    'authors',
    'place',
    'subject',
    'language',
    'version',
    'standard',
    '$standard',
    'pubstatus',
    'pubStatus',
    'title',
  ],
  ...[
    'content',
    'rendered',
    '_embedded',
    'wp:term',
    'status',
    'date_gmt',
    'canonical_url',
    'content_elements',
    '_id',
    '\ud800',
    '0',
    'length',
    'then',
  ],
];

/** A sign for what is put in as text, once everything is written. */
const HOLE = '\u0001hole\u0001';

const OF_JSON: readonly Change[] = [
  inJson('value of another kind', (holder, key, dice) => {
    holder[key] = HOLE;
    return one(VALUES, dice);
  }),
  inJson('key lost', (holder, key) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
    return '';
  }),
  inJson('key with another name', (holder, key, dice) => {
    const value = holder[key];
    delete holder[key];
    const variants = [key.toUpperCase(), key.toLowerCase(), `${key}s`, key.slice(0, -1), `${key} `, one(KEYS, dice)];
    Object.defineProperty(holder, one(variants, dice), { value, enumerable: true, configurable: true, writable: true });
    return '';
  }),
  inJson('key twice', (holder, key, dice) => {
    const value = JSON.stringify(holder[key]) ?? 'null';
    holder[key] = HOLE;
    return Array.isArray(holder)
      ? `${value},${value}`
      : `${one([value, ...VALUES], dice)},${JSON.stringify(key)}:${one([value, ...VALUES], dice)}`;
  }),
  inJson('key that nobody knows', (holder, _, dice) => {
    Object.defineProperty(holder, one(KEYS, dice), { value: HOLE, enumerable: true, configurable: true, writable: true });
    return one(VALUES, dice);
  }),
  inJson('value of another key', (holder, key, dice, others) => {
    const value = one(others, dice);
    if (Array.isArray(value) && dice() < 0.3) holder[key] = Array(200).fill(value);
    else holder[key] = dice() < 0.2 ? [value, value] : value;
    return '';
  }),
  inJson('words changed', (holder, key, dice) => {
    const text = typeof holder[key] === 'string' ? (holder[key] as string) : 'words';
    const at = below(text.length + 1, dice);
    const piece = dice() < 0.7 ? one(PIECES, dice) : one(REPEATED, dice).repeat(one([10, 300, 3000], dice));
    holder[key] = text.slice(0, at) + piece + text.slice(at);
    return '';
  }),
];

/**
 * A change of one value of a document.
 * @param change is given what holds the value, its key, and all values of the document; it answers what stands for {@link HOLE}
 */
function inJson(name: string, change: (holder: Holder, key: string, dice: Dice, all: readonly unknown[]) => string): Change {
  return {
    name,
    apply(bytes, dice) {
      let root: { document: unknown };
      try {
        root = { document: JSON.parse(bytes.toString()) };
      } catch {
        return bytes; // a change before this one broke it
      }
      const places: { holder: Holder; key: string }[] = [];
      const walk = (holder: Holder, depth: number): void => {
        for (const key of Object.keys(holder).slice(0, 300)) {
          places.push({ holder, key });
          const value = holder[key];
          if (typeof value === 'object' && value !== null && depth < 50) walk(value as Holder, depth + 1);
        }
      };
      walk(root, 0);
      const { holder, key } = one(places, dice);
      const others = places.map((place) => place.holder[place.key]);
      try {
        const words = change(holder, key, dice, others);
        const text = JSON.stringify(root.document, null, dice() < 0.5 ? 1 : 0) ?? 'null';
        return Buffer.from(text.split(JSON.stringify(HOLE)).join(words));
      } catch (error) {
        if (error instanceof TypeError || error instanceof RangeError) return bytes; // a value put into itself, or deeper than can be written
        throw error;
      }
    },
  };
}
