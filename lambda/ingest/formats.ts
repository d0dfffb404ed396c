import type { Format } from './format.ts';
import { ans } from './formats/ans.ts';
import { markdown } from './formats/markdown.ts';
import { ninjs } from './formats/ninjs.ts';
import { text } from './formats/text.ts';
import { wordpressRest } from './formats/wordpress-rest.ts';
import { wordpressWxr } from './formats/wordpress-wxr.ts';

/** Every format that can come in. A new one is a file in `formats/` and a word here. */
export const FORMATS: readonly Format[] = [text, markdown, ninjs, ans, wordpressRest, wordpressWxr];
