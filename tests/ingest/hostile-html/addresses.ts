import type { Shape } from './shape.ts';

/** Addresses that run, that leave the web, or that only look as if they stayed. As characters, after entities. */
export const ADDRESSES: readonly string[] = [
  ...[
    'javascript:evil()',
    'JavaScript:evil()',
    'JAVASCRIPT:evil()',
    'javascript&colon;evil()',
    ' javascript:evil()',
    '\tjavascript:evil()',
  ],
  ...[
    'java\tscript:evil()',
    'java\nscript:evil()',
    'java\r\nscript:evil()',
    'j\na\nv\na\ns\nc\nr\ni\np\nt\n:evil()',
    'javascript\t:evil()',
  ],
  ...[
    '\u0001javascript:evil()',
    '\u001fjavascript:evil()',
    '\u000bjavascript:evil()',
    '\u00a0javascript:evil()',
    '\u2028javascript:evil()',
  ],
  ...['javascript://kept.example/%0Aevil()', 'javascript:/*https://kept.example/*/evil()', "javascript:'https://kept.example/';evil()"],
  ...['javascript:javascript:evil()', 'view-source:javascript:evil()', 'feed:javascript:evil()', 'jar:javascript:evil()!/x'],
  ...['vbscript:evil()', 'VBScript:MsgBox(1)', 'vb\tscript:evil()', 'livescript:evil()', 'mocha:evil()', 'wscript:evil()'],
  ...['data:text/html,<script>evil()</script>', 'data:text/html;base64,PHNjcmlwdD5ldmlsKCk8L3NjcmlwdD4=', 'DATA:text/html,evil()'],
  ...[
    'data:,evil()',
    'data:image/svg+xml,<svg onload=evil()>',
    'data:application/xhtml+xml,evil()',
    'data:text/xml,evil()',
    ' data:text/html,evil()',
  ],
  ...[
    'blob:https://kept.example/1',
    'filesystem:https://kept.example/temporary/x',
    'file:///etc/passwd',
    'about:blank',
    'chrome://settings',
  ],
  ...[
    'ms-its:evil',
    'mhtml:https://kept.example/',
    'intent://evil#Intent;end',
    'tel:110',
    'sms:110',
    'ftp://kept.example/',
    'ws://kept.example/',
  ],
  ...['x-evil:1', 'cid:evil', 'urn:evil', 'resource://evil', 'res://evil', '#javascript:evil()', '?javascript:evil()', 'evil()', ''],
  ...['http:evil()', 'https:javascript:evil()', 'https:\\\\evil.example\\', 'http://', 'https://%', 'https://kept.example\\@evil.example/'],
  ...[
    '//evil.example/" onclick="evil()',
    '/\\evil.example/',
    '\\\\evil.example\\',
    '\\/evil.example/',
    '///evil.example/',
    '/\t/evil.example/',
  ],
  ...['https://kept.example/"onclick="evil()', "https://kept.example/'><script>evil()</script>", 'https://kept.example/`evil()`'],
  ...['/kept"><img src=x onerror=evil()>', 'mailto:a@kept.example"onclick="evil()', 'mailto:a@kept.example?body=<script>evil()</script>'],
  ...[
    'https://[javascript:evil()]/',
    'https://kept.example:javascript/',
    'ja\u0000vascript:evil()',
    'javascript\u0000:evil()',
    'ｊavascript:evil()',
  ],
  ...[
    'https://kept.example/ kept',
    'https://kept.example:99999/',
    'https:///evil.example/',
    'https:/evil.example/',
    'httpſ://kept.example/',
  ],
  ...['java\u200bscript:evil()', 'java\u00adscript:evil()', '\u202ejavascript:evil()', '\ufeffjavascript:evil()'],
];

/** How an address is written into an attribute so that it comes out again. */
const WRITTEN: readonly ((address: string) => string)[] = [
  (address) => address.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
  (address) => [...address].map((letter) => `&#${letter.codePointAt(0)};`).join(''),
  (address) => [...address].map((letter) => `&#x000${letter.codePointAt(0)?.toString(16)}`).join(''),
];

/** Ways to write a tab, a line end or a colon that only entities have. */
const SPELLED: readonly string[] = [
  ...[
    'java&Tab;script:evil()',
    'java&NewLine;script:evil()',
    'javascript&colon;evil()',
    'java&#09;script:evil()',
    'java&#x0A;script:evil()',
  ],
  ...[
    '&#1;javascript:evil()',
    '&#14;javascript:evil()',
    '&nbsp;javascript:evil()',
    'java&#0;script:evil()',
    '&#x6A;avascript&#58;evil&lpar;&rpar;',
  ],
  ...['&Tab;javascript&Tab;:evil()', 'javascript&amp;colon;evil()', 'jav&#x000000000A;ascript:evil()', '&#106&#97&#118&#97script:evil()'],
];

/** An address in every place of HTML that takes one. */
function everywhere(written: string): string {
  return [
    `<p><a href="${written}">kept1</a> <a xlink:href="${written}">kept2</a></p><img src="${written}" alt="kept3"><img src="https://kept.example/a.png" srcset="${written} 100w">`,
    `<video src="${written}" poster="${written}"></video><video><source src="${written}"></video><audio src="${written}"></audio>`,
    `<iframe src="${written}" title="a"></iframe><embed src="${written}"><object data="${written}">kept4</object>`,
    `<blockquote cite="${written}">kept5</blockquote><blockquote class="twitter-tweet" cite="${written}">kept6</blockquote>`,
    `<form action="${written}"><p>kept7</p></form><svg><a href="${written}"><text>kept8</text></a></svg>`,
  ].join('');
}

/** Addresses in one shape: they stand beside each other and do not touch. */
const IN_ONE_SHAPE = 12;

/** A document with a control character is refused as a whole, so those are spelled as entities alone. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const isPlain = (written: string) => !/[\u0000-\u0008\u000b-\u001f]/.test(written);

const spellings: readonly string[] = [...WRITTEN.flatMap((write) => ADDRESSES.map(write)), ...SPELLED].filter(isPlain);

/** Every address in every place, written in every way. */
export const IN_ADDRESSES: readonly Shape[] = Array.from({ length: Math.ceil(spellings.length / IN_ONE_SHAPE) }, (_, place): Shape => {
  const some = spellings.slice(place * IN_ONE_SHAPE, (place + 1) * IN_ONE_SHAPE);
  return [`the addresses ${place * IN_ONE_SHAPE} and on`, some.map(everywhere).join('')];
});
