import { runs } from '@broadsheet/client';
import type { ComponentChildren } from 'preact';
import type { TextMarkFragment } from '../generated.ts';
import { Link } from '../navigation.ts';

/** Somebody's words in a text, by UTF-16 offsets: a place to lead to. */
export type Saying = { id: string; start: number; end: number };

/** Where concepts stand on the site, by their ids. */
export type Paths = ReadonlyMap<string, string>;

type Wrapping = TextMarkFragment | ({ type: 'SAYING' } & Saying);

/** A text with its marks and with the words that somebody says in it. */
export function MarkedText({
  text,
  marks,
  sayings = [],
  paths,
}: {
  text: string;
  marks: readonly TextMarkFragment[];
  sayings?: readonly Saying[];
  paths: Paths;
}) {
  const placed = new Set<string>();
  const wrappings: Wrapping[] = [...marks, ...sayings.map((saying) => ({ type: 'SAYING' as const, ...saying }))];
  return (
    <>
      {runs(text, wrappings).map((run) => {
        const isLinked = run.marks.some(({ type }) => type === 'LINK'); // of a mention within a link, the link is what the source meant
        const ordered = run.marks.filter(({ type }) => !(isLinked && type === 'MENTION')).sort((one, other) => rank(other) - rank(one));
        return ordered.reduce<ComponentChildren>((inner, mark) => wrap(mark, inner, paths, placed), run.text);
      })}
    </>
  );
}

/** What stands outside of what: an anchor around whatever is in it. */
function rank({ type }: Wrapping): number {
  return type === 'SAYING' ? 0 : type === 'LINK' ? 1 : type === 'MENTION' ? 2 : 3;
}

function wrap(mark: Wrapping, inner: ComponentChildren, paths: Paths, placed: Set<string>): ComponentChildren {
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
      return mark.href === null ? (
        inner
      ) : mark.href.startsWith('/') ? (
        <Link href={mark.href}>{inner}</Link>
      ) : (
        <a href={mark.href}>{inner}</a>
      );
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
    case 'SAYING': {
      const isFirst = !placed.has(mark.id); // runs of one saying follow each other; the first is the place
      placed.add(mark.id);
      return (
        <span class="saying" id={isFirst ? mark.id : undefined}>
          {inner}
        </span>
      );
    }
    default:
      return inner;
  }
}
