import { taxonomy } from './ans-taxonomy.ts';
import { tinyHouse } from './ans-tiny-house.ts';
import type { NamedFile } from './named-file.ts';
import { costaConcordia14 } from './ninjs-1.4-costa-concordia.ts';
import { costaConcordia16 } from './ninjs-1.6-costa-concordia.ts';
import { derby } from './ninjs-2.1-derby.ts';
import { aurora } from './ninjs-3.0-aurora.ts';
import { cambrios } from './ninjs-3.0-cambrios.ts';
import { testingAuthors } from './superdesk-authors.ts';
import { headlineOfAap } from './superdesk-headline.ts';
import { restArchive, restPost } from './wordpress-rest-frontity.ts';
import { comprehensive } from './wordpress-wxr-comprehensive.ts';
import { frost } from './wordpress-wxr-frost.ts';
import { themeTest } from './wordpress-wxr-theme-test.ts';

/** The files whose answers are held to what an editor reads in them. */
export const FILES: readonly NamedFile[] = [
  ...[costaConcordia14, costaConcordia16, derby, aurora, cambrios, testingAuthors, headlineOfAap],
  ...[frost, comprehensive, themeTest, restPost, restArchive, tinyHouse, taxonomy],
];
