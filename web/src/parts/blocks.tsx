import type { ComponentChildren } from 'preact';
import type { TextBlockFragment, TextItemFragment, TextPictureFragment } from '../generated.ts';
import { hostOf } from '../navigation.ts';
import { useWords } from '../words.ts';
import { MarkedText, type Paths, type Saying } from './marked-text.tsx';
import { Figure } from './picture.tsx';
import { When } from './when.tsx';

type Item = TextItemFragment;

/** The pieces of a text, in reading order. @param sayings what is said in each piece, by its id */
export function Blocks({
  blocks,
  paths,
  sayings,
}: {
  blocks: readonly TextBlockFragment[];
  paths: Paths;
  sayings?: ReadonlyMap<string, Saying[]>;
}) {
  return (
    <>
      {blocks.map((block) => (
        <Block key={block.id} block={block} paths={paths} sayings={sayings?.get(block.id) ?? []} />
      ))}
    </>
  );
}

function Block({ block, paths, sayings }: { block: TextBlockFragment; paths: Paths; sayings: readonly Saying[] }) {
  const words = useWords();
  const { id } = block;
  switch (block.__typename) {
    case 'Paragraph':
      return (
        <p id={id}>
          <MarkedText text={block.text} marks={block.marks} sayings={sayings} paths={paths} />
        </p>
      );
    case 'Heading': {
      const Level = `h${Math.min(Math.max(block.level, 2), 6)}` as 'h2';
      return (
        <Level id={id}>
          <MarkedText text={block.text} marks={block.marks} sayings={sayings} paths={paths} />
        </Level>
      );
    }
    case 'Blockquote':
      return (
        <figure class="blockquote" id={id}>
          <blockquote>
            <Lines>
              <MarkedText text={block.text} marks={block.marks} sayings={sayings} paths={paths} />
            </Lines>
          </blockquote>
          {block.cite && <figcaption>{block.cite}</figcaption>}
        </figure>
      );
    case 'PullQuote': // its words stand in the text as well: it is for the eye alone
      return (
        <aside class="pull-quote" id={id} aria-hidden="true">
          <p>
            <MarkedText text={block.text} marks={[]} paths={paths} />
          </p>
          {block.cite && <p class="cite">{block.cite}</p>}
        </aside>
      );
    case 'ListBlock':
      return (
        <div class="list" id={id}>
          <Places sayings={sayings} />
          <Items items={block.items} ordered={block.ordered} paths={paths} />
        </div>
      );
    case 'KeyFacts':
      return (
        <section class="key-facts" id={id} aria-label={block.heading ?? undefined}>
          <Places sayings={sayings} />
          {block.heading && <h2>{block.heading}</h2>}
          <Items items={block.items} ordered={false} paths={paths} />
        </section>
      );
    case 'TableBlock':
      return (
        <section
          class="table"
          id={id}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled with the keyboard too
          tabIndex={0}
          aria-label={block.caption ?? block.rows[0]?.cells.map(({ text }) => text).join(' ')}
        >
          <Places sayings={sayings} />
          <table>
            {block.caption && <caption>{block.caption}</caption>}
            <tbody>
              {block.rows.map((row, place) => (
                <tr key={place}>
                  {row.cells.map((cell, column) => {
                    const Cell = cell.isHeader && cell.text !== '' ? 'th' : 'td';
                    return (
                      <Cell
                        key={column}
                        scope={Cell === 'td' ? undefined : place === 0 ? 'col' : 'row'}
                        colSpan={cell.colSpan}
                        rowSpan={cell.rowSpan}
                      >
                        <MarkedText text={cell.text} marks={cell.marks} paths={paths} />
                      </Cell>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      );
    case 'ImageBlock':
      return (
        <div id={id}>
          <Figure image={block.image} />
        </div>
      );
    case 'GalleryBlock':
      return (
        <figure class="gallery" id={id}>
          <div>
            {block.images.map((image, place) => (
              <Figure key={place} image={image} />
            ))}
          </div>
          {block.caption && <figcaption>{block.caption}</figcaption>}
        </figure>
      );
    case 'VideoBlock': {
      const { url, mimeType, caption, creditText, poster } = block.video;
      return (
        <figure class="film" id={id}>
          {/* biome-ignore lint/a11y/useMediaCaption: the source gives none; the words below say what is shown */}
          <video
            controls
            preload="none"
            poster={poster ? posterOf(poster) : undefined}
            width={16}
            height={9}
            aria-label={caption ?? words.film}
          >
            <source src={url} type={mimeType ?? undefined} />
          </video>
          {(caption || creditText) && (
            <figcaption>
              {caption} {creditText && <span class="credit">{creditText}</span>}
            </figcaption>
          )}
        </figure>
      );
    }
    case 'Embed': // nothing of the other site is loaded: the reader goes there, or not
      return (
        <aside class="embed" id={id} aria-label={block.provider ?? hostOf(block.url)}>
          {block.text && <p>{block.text}</p>}
          <a href={block.url} rel="noopener">
            {block.provider ? words.embed(block.provider) : words.embedAnywhere}
          </a>
        </aside>
      );
    case 'CorrectionNote':
      return (
        <aside class="correction" id={id}>
          <strong>{words.correction}</strong>
          {block.date && <When instant={block.date} />}
          <p>
            <MarkedText text={block.text} marks={block.marks} sayings={sayings} paths={paths} />
          </p>
        </aside>
      );
    case 'Divider':
      return <hr id={id} />;
    default: // what the source marks up in its own way, and kinds that came after this site: safe HTML of the service
      return (
        // The service makes this HTML, and escapes all that sources send.
        <div class="unknown" id={id} dangerouslySetInnerHTML={{ __html: block.html }} />
      );
  }
}

/** Where words stand in a piece that is no running text, its beginning is their place. */
function Places({ sayings }: { sayings: readonly Saying[] }) {
  return (
    <>
      {sayings.map(({ id }) => (
        <span key={id} id={id} />
      ))}
    </>
  );
}

/** Paragraphs within a quotation are parted by line breaks; the text keeps them. */
function Lines({ children }: { children: ComponentChildren }) {
  return <p class="lines">{children}</p>;
}

/** Where nobody knows how large the still is, the box is that of pictures; the film lies over it. */
function posterOf({ width, height, large, boxed }: TextPictureFragment): string {
  return width && height ? large : boxed;
}

/** Items with their own items inside of them. */
function Items({ items, ordered, paths }: { items: readonly Item[]; ordered: boolean; paths: Paths }) {
  const List = ordered ? 'ol' : 'ul';
  const level = Math.min(...items.map((item) => item.level));
  const starts = items.flatMap((item, place) => (item.level === level || place === 0 ? [place] : []));
  return (
    <List>
      {starts.map((start, place) => {
        const [item, ...inner] = items.slice(start, starts[place + 1] ?? items.length);
        return (
          item && (
            <li key={start}>
              <MarkedText text={item.text} marks={item.marks} paths={paths} />
              {inner.length > 0 && <Items items={inner} ordered={ordered} paths={paths} />}
            </li>
          )
        );
      })}
    </List>
  );
}
