import type { Contribution } from '../../domain/article.ts';
import { type Fault, Refused } from '../../domain/fault.ts';
import { foldName, postKey } from '../../domain/identity.ts';
import { type Instant, parseInstant } from '../../domain/instant.ts';
import { type LivePost, MAX_POSTS, postBlocks } from '../../domain/live-post.ts';
import { readBody } from './markdown-body.ts';
import { refuseHardWork } from './markdown-work.ts';

/** From this line on, a document holds the posts of its live blog. */
const POSTS = /^<!--[ \t]*posts[ \t]*-->[ \t]*$/m;

/** `## 2026-11-02T19:22:00Z Headline {#gate-6 .key .pinned by="Hester Quayle" updated=2026-11-02T19:40:00Z}`: where a post begins. */
const OPENING = /^## (?<date>\d{4}-\d{2}-\d{2}T\S+)(?<headline>(?:\s[^{]*)?)(?:\{(?<signs>[^{}]*)\}\s*)?$/;

/** One sign within the braces. */
const SIGN = /#(?<id>[^\s"]+)|\.(?<flag>[a-z]+)|(?<name>[a-z]+)=(?:"(?<quoted>[^"]*)"|(?<plain>\S+))|(?<other>\S+)/g;

/**
 * Parts a body from the posts below it.
 * @returns `posts` null when the document says nothing of posts; `line`, within the body, is that of the first line of `posts`
 */
export function splitPosts(markdown: string): { body: string; posts: string | null; line: number } {
  const found = POSTS.exec(markdown);
  if (found === null) return { body: markdown, posts: null, line: 0 };
  const body = markdown.slice(0, found.index);
  return { body, posts: markdown.slice(found.index + found[0].length + 1), line: body.split('\n').length + 1 };
}

/**
 * Reads the posts of a live blog, in the order of the document.
 * @param firstLine the line of the document in which they begin
 * @param authors whose names a post may have beside `by`: they then have a part in it
 * @param faults everything that is wrong is added here, with its line
 * @throws {ArticleTooLarge} when parsing would take longer than a push may
 */
export function readPosts(markdown: string, firstLine: number, authors: readonly Contribution[], faults: Fault[]): LivePost[] {
  refuseHardWork(markdown, firstLine);
  const sections = sectionsOf(markdown.split('\n'), firstLine);
  const [before, ...posts] = sections;
  if (before?.lines.some((line) => line.trim() !== '')) {
    faults.push({
      place: `line ${firstLine}`,
      reason: 'is followed by words that belong to no post; a post begins with ## 2026-11-02T19:22:00Z',
    });
  }
  if (posts.length > MAX_POSTS) faults.push({ place: 'posts', reason: `are ${posts.length}; a live blog keeps at most ${MAX_POSTS}` });
  if (faults.length > 0) return [];
  const lines = new Map<string, number>();
  return posts.flatMap(({ line, lines: [opening = '', ...rest] }) => {
    const read = attempt(faults, () => readPost(opening, rest, line, authors));
    if (read === null) return [];
    const other = lines.get(read.key);
    if (other !== undefined) faults.push({ place: `line ${line}`, reason: `has the id of the post in line ${other}` });
    lines.set(read.key, line);
    return [read];
  });
}

type Section = { line: number; lines: string[] };

/** What stands above the first post, then each post with the line that begins it. */
function sectionsOf(lines: readonly string[], firstLine: number): Section[] {
  const sections: Section[] = [{ line: firstLine, lines: [] }];
  for (const [index, line] of lines.entries()) {
    if (OPENING.test(line)) sections.push({ line: firstLine + index, lines: [] });
    sections.at(-1)?.lines.push(line);
  }
  return sections;
}

/** @throws {Refused} with everything that is wrong with the post */
function readPost(opening: string, lines: readonly string[], line: number, authors: readonly Contribution[]): LivePost {
  const faults: Fault[] = [];
  const place = `line ${line}`;
  const { date = '', headline = '', signs = '' } = OPENING.exec(opening)?.groups ?? {};
  const { id, flags, byline, updated } = readSigns(signs, place, faults);
  if (id === null)
    faults.push({ place, reason: 'begins a post without an id, such as {#gate-6}: by it a post is known again when it is corrected' });
  const datePublished = attempt(faults, () => parseInstant(date, place));
  const dateModified = updated === null ? null : attempt(faults, () => parseInstant(updated, place));
  const body = attempt(faults, () => readBody(lines.join('\n'), line + 1, false));
  if (body !== null && body.cut !== null)
    faults.push({ place, reason: 'begins a post that holds the cut of the article; it stands above the posts' });
  if (body !== null && body.blocks.length === 0 && headline.trim() === '') faults.push({ place, reason: 'begins a post without words' });
  if (faults.length > 0) throw new Refused(faults);
  const key = postKey(id ?? '');
  return {
    key,
    headline: headline.trim() || null,
    blocks: postBlocks(key, body?.blocks ?? []),
    datePublished: datePublished as Instant, // a refused one is among the faults
    dateModified,
    isKeyEvent: flags.has('key'),
    isPinned: flags.has('pinned'),
    byline,
    contributions: authors.filter(({ person }) => byline !== null && foldName(person.name) === foldName(byline)),
  };
}

type Signs = { id: string | null; flags: ReadonlySet<string>; byline: string | null; updated: string | null };

function readSigns(signs: string, place: string, faults: Fault[]): Signs {
  const flags = new Set<string>();
  let [id, byline, updated]: (string | null)[] = [null, null, null];
  for (const { groups = {} } of signs.matchAll(SIGN)) {
    const { flag, name, quoted, plain, other } = groups;
    const value = (quoted ?? plain)?.trim() || null;
    if (groups.id !== undefined) id = groups.id;
    else if (flag === 'key' || flag === 'pinned') flags.add(flag);
    else if (name === 'by') byline = value;
    else if (name === 'updated') updated = value;
    else faults.push({ place, reason: `"${(other ?? flag ?? name ?? '').slice(0, 40)}" is none of #id, .key, .pinned, by="…", updated=…` });
  }
  return { id: id ?? null, flags, byline: byline ?? null, updated: updated ?? null };
}

function attempt<Value>(faults: Fault[], action: () => Value): Value | null {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof Refused) || error.name === 'ArticleTooLarge') throw error;
    faults.push(...error.faults);
    return null;
  }
}
