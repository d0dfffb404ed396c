import { type Run, runs } from '@broadsheet/client';
import type { ComponentChildren } from 'preact';
import type { TextMarkFragment } from '../generated.ts';
import { Link } from '../navigation.ts';

/** Somebody's words in a text, by UTF-16 offsets: a place to lead to. */
export type Saying = { id: string; start: number; end: number };

/** Where concepts stand on the site, by their ids. */
export type Paths = ReadonlyMap<string, string>;

type Wrapping = TextMarkFragment | ({ type: 'SAYING' } & Saying);

type MarkedTextProps = { text: string; marks: readonly TextMarkFragment[]; sayings?: readonly Saying[]; paths: Paths };

/** A text with its marks and with the words that somebody says in it. */
export function MarkedText({ text, marks, sayings = [], paths }: MarkedTextProps) {
  const wrappings: Wrapping[] = [...marks, ...sayings.map((saying) => ({ type: 'SAYING' as const, ...saying }))];
  const ordered = runs(text, wrappings).map((run) => {
    const isLinked = run.marks.some(({ type }) => type === 'LINK'); // of a mention within a link, the link is what the source meant
    return {
      ...run,
      marks: run.marks.filter(({ type }) => !(isLinked && type === 'MENTION')).sort((one, other) => rank(one) - rank(other)),
    };
  });
  return <>{draw(ordered, paths, new Set())}</>;
}

/** What stands outside of what: an anchor around whatever is in it. */
function rank({ type }: Wrapping): number {
  return type === 'SAYING' ? 0 : type === 'LINK' ? 1 : type === 'MENTION' ? 2 : 3;
}

/** Neighbours with the same outermost mark are one element: a link is one link, whatever is bold in it. @param placed sayings that have their place */
function draw(ordered: readonly Run<Wrapping>[], paths: Paths, placed: Set<string>): ComponentChildren[] {
  const drawn: ComponentChildren[] = [];
  for (let start = 0, end = 0; start < ordered.length; start = end) {
    const outermost = ordered[start]?.marks[0];
    end = start + 1;
    if (outermost === undefined) {
      drawn.push(ordered[start]?.text);
      continue;
    }
    while (ordered[end]?.marks[0] === outermost) end += 1;
    const isFirst = outermost.type === 'SAYING' && !placed.has(outermost.id);
    if (outermost.type === 'SAYING') placed.add(outermost.id);
    const inner = ordered.slice(start, end).map(({ text, marks }) => ({ text, marks: marks.slice(1) }));
    drawn.push(wrap(outermost, draw(inner, paths, placed), paths, isFirst));
  }
  return drawn;
}

function wrap(mark: Wrapping, inner: ComponentChildren, paths: Paths, isFirst: boolean): ComponentChildren {
  switch (mark.type) {
    case 'STRONG':
      return <strong>{inner}</strong>;
    case 'EMPHASIS':
      return <em>{inner}</em>;
    case 'STRIKETHROUGH':
      return <s>{inner}</s>;
    case 'CODE':
      return <code>{inner}</code>;
    case 'LINK':
      if (mark.href === null) return inner;
      return isPage(mark.href) ? <Link href={mark.href}>{inner}</Link> : <a href={mark.href}>{inner}</a>;
    case 'MENTION': {
      const path = mark.conceptId === null ? undefined : paths.get(mark.conceptId);
      return path === undefined ? (
        inner
      ) : (
        <Link class="mention" href={path}>
          {inner}
        </Link>
      );
    }
    case 'SAYING':
      return (
        <span class="saying" id={isFirst ? mark.id : undefined}>
          {inner}
        </span>
      );
    default:
      return inner;
  }
}

/** Whether an address is a page of the site, and no file of its host such as a feed. */
function isPage(href: string): boolean {
  return /^\/(?!\/)/.test(href) && !/\.\w{2,5}$/.test(href);
}
