import type { ArticlePageFragment } from '../generated.ts';
import { Link } from '../navigation.ts';
import { Blocks } from '../parts/blocks.tsx';
import { Card } from '../parts/card.tsx';
import { MarkedText, type Paths, type Saying } from '../parts/marked-text.tsx';
import { Figure } from '../parts/picture.tsx';
import { Speaker } from '../parts/quotation.tsx';
import { useDate, When } from '../parts/when.tsx';
import { directionOf, dirOf, useWords, WordsFor } from '../words.ts';
import { LivePosts } from './live-posts.tsx';

type Article = ArticlePageFragment;

/** An article in its own language, from its headline to what to read next. */
export function ArticlePage({ article }: { article: Article }) {
  const paths: Paths = new Map([...(article.about ?? []), ...(article.mentions ?? [])].map(({ id, path }) => [id, encodeURI(path)]));
  const sayings = sayingsByBlock(article.quotations ?? []);
  const { body, liveBlog } = article;
  return (
    <WordsFor language={article.inLanguage}>
      <article class="article" lang={article.inLanguage} dir={dirOf(article.direction)}>
        <Header article={article} paths={paths} />
        {article.image && <Figure image={article.image} eager wide />}
        <div class="text">
          <Corrections corrections={article.corrections ?? []} />
          {article.dateline && <p class="dateline">{article.dateline}</p>}
          {body && <Blocks blocks={body.blocks} paths={paths} sayings={sayings} />}
          {body?.truncated && <End wordsLeft={body.truncated.wordsLeft} />}
        </div>
        {liveBlog ? (
          <LivePosts id={article.id} liveBlog={liveBlog} paths={paths} sayings={sayings}>
            <Below article={article} />
          </LivePosts>
        ) : (
          <Below article={article} />
        )}
      </article>
    </WordsFor>
  );
}

/** What stands below the text. */
function Below({ article }: { article: Article }) {
  return (
    <>
      <div class="text after">
        <Voices quotations={article.quotations ?? []} />
        <Subjects article={article} />
        <Notes contributions={article.contributions ?? []} />
        <Changes versions={article.versions ?? []} />
        {article.copyrightNotice && <p class="meta">{article.copyrightNotice}</p>}
      </div>
      <Series article={article} />
      <Related related={article.related ?? []} />
    </>
  );
}

function Header({ article, paths }: { article: Article; paths: Paths }) {
  const words = useWords();
  const date = useDate();
  const { section, kicker, genre, headline, standfirst, datePublished, dateModified, body, alternates, liveBlog } = article;
  const above = [section.parent, section].filter((one) => one != null);
  const saying = standfirst?.quotation;
  return (
    <header>
      <nav class="breadcrumbs" aria-label={words.breadcrumbs}>
        {above.map((one) => (
          <Link key={one.path} href={encodeURI(one.path)}>
            {one.name}
          </Link>
        ))}
      </nav>
      {(liveBlog || kicker || genre) && (
        <p class="kicker">
          {liveBlog?.isLive && <span class="live">{words.live}</span>} {kicker ?? genre ?? (liveBlog?.isLive ? null : words.liveOver)}
        </p>
      )}
      <h1>{headline}</h1>
      {standfirst && (
        <p class="standfirst" id={saying?.id}>
          <MarkedText text={standfirst.text} marks={standfirst.marks} paths={paths} />
          {saying?.speaker && (
            <span class="spoken-by">
              {' — '}
              <Speaker speaker={saying.speaker} />
            </span>
          )}
        </p>
      )}
      <div class="about">
        <Byline article={article} />
        <p class="meta">
          <When instant={datePublished} style="minute" />
          {dateModified > datePublished && <span>{words.updated(date(dateModified, 'minute'))}</span>}
          {body && <span>{words.readingTime(minutesOf(body.timeRequired))}</span>}
        </p>
        {alternates && alternates.length > 0 && (
          <p class="meta alternates">
            {words.alsoIn}{' '}
            {alternates.map(({ inLanguage, article: { path } }) => (
              <Link key={path} href={encodeURI(path)} hreflang={inLanguage} lang={inLanguage} dir={directionOf(inLanguage)}>
                {nameOfLanguage(inLanguage)}
              </Link>
            ))}
          </p>
        )}
      </div>
    </header>
  );
}

/** The line as the source prints it, each name in it leading to what its bearer wrote. */
function Byline({ article: { byline, contributions } }: { article: Article }) {
  const authors = (contributions ?? []).filter(({ role }) => role === 'AUTHOR');
  const line = byline ?? authors.map(({ person }) => person.name).join(', ');
  if (line === '') return null;
  const found = (contributions ?? [])
    .map((contribution) => ({ ...contribution, at: line.indexOf(contribution.person.name) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at);
  let end = 0;
  return (
    <p class="byline">
      {found.map(({ at, path, person: { name } }) => {
        if (at < end) return null; // two that share a name
        const before = line.slice(end, at);
        end = at + name.length;
        return [before, <Link href={encodeURI(path)}>{name}</Link>];
      })}
      {line.slice(end)}
    </p>
  );
}

function Corrections({ corrections }: { corrections: NonNullable<Article['corrections']> }) {
  const words = useWords();
  if (corrections.length === 0) return null;
  return (
    <aside class="correction" aria-label={words.corrections}>
      {corrections.map(({ date, text }) => (
        <div key={date + text}>
          <strong>{words.correction}</strong> <When instant={date} />
          <p>{text}</p>
        </div>
      ))}
    </aside>
  );
}

/** Where the text ends for whoever has not paid. */
function End({ wordsLeft }: { wordsLeft: number }) {
  const words = useWords();
  return (
    <section class="paid-end" aria-labelledby="paid-end">
      <h2 id="paid-end">{words.paidTitle}</h2>
      <p>{words.paidText(wordsLeft)}</p>
    </section>
  );
}

/** Two are one voice only where the article says so: by the person, or by the same words for them in the same institution. */
function voiceOf({ id, speaker }: NonNullable<Article['quotations']>[number]): string {
  if (speaker?.agent) return speaker.agent.id;
  const called = speaker?.name ?? speaker?.describedAs;
  return called ? [called, speaker?.jobTitle, speaker?.affiliation?.id].join('|') : id;
}

/** Who says what in it; each quotation leads to its place. */
function Voices({ quotations }: { quotations: NonNullable<Article['quotations']> }) {
  const words = useWords();
  if (quotations.length === 0) return null;
  const voices = new Map<string, typeof quotations>();
  for (const quotation of quotations) {
    const voice = voiceOf(quotation);
    voices.set(voice, [...(voices.get(voice) ?? []), quotation]);
  }
  return (
    <details class="voices">
      <summary>{words.voices(quotations.length)}</summary>
      <ul>
        {[...voices].map(([voice, said]) => (
          <li key={voice}>
            <p>
              <Speaker speaker={said[0]?.speaker ?? null} />
            </p>
            <ul>
              {said.map(({ id, text }) => (
                <li key={id}>
                  <a href={`#${encodeURIComponent(id)}`}>
                    <q>{text}</q>
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Subjects({ article: { about, mentions } }: { article: Article }) {
  const words = useWords();
  const groups = [
    { title: words.about, concepts: about ?? [] },
    { title: words.mentions, concepts: mentions ?? [] },
  ];
  return (
    <>
      {groups.map(
        ({ title, concepts }) =>
          concepts.length > 0 && (
            <nav key={title} class="chips" aria-label={title}>
              <span>{title}</span>
              {concepts.map(({ id, name, path }) => (
                <Link key={id} href={encodeURI(path)} dir="auto">
                  {name}
                </Link>
              ))}
            </nav>
          ),
      )}
    </>
  );
}

/** What the source prints about those who wrote it, and where they are found. */
function Notes({ contributions }: { contributions: NonNullable<Article['contributions']> }) {
  const told = contributions.filter(({ note, links }) => note || (links && links.length > 0));
  if (told.length === 0) return null;
  return (
    <ul class="notes">
      {told.map(({ note, links, path, person }) => (
        <li key={person.id}>
          {note ?? <Link href={encodeURI(path)}>{person.name}</Link>}{' '}
          {links?.map(({ name, url }) =>
            url ? (
              <a key={name} href={url} rel="me noopener">
                {name}
              </a>
            ) : (
              <span key={name}>{name}</span>
            ),
          )}
        </li>
      ))}
    </ul>
  );
}

function Changes({ versions }: { versions: NonNullable<Article['versions']> }) {
  const words = useWords();
  if (versions.length < 2) return null;
  return (
    <details class="changes">
      <summary>{words.changes}</summary>
      <ol reversed>
        {versions.map(({ number, date, note }) => (
          <li key={date}>
            <When instant={date} style="minute" /> {note ?? words.version(number)}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Series({ article: { id, series } }: { article: Article }) {
  const words = useWords();
  const parts = series?.articles?.edges ?? [];
  if (series === null || parts.length < 2) return null;
  return (
    <nav class="series" aria-label={words.series}>
      <p class="kicker">{words.series}</p>
      <h2>{series.name}</h2>
      <ul>
        {parts.toReversed().map(({ node }) => (
          <li key={node.id} lang={node.inLanguage} dir={dirOf(node.direction)}>
            <Link href={encodeURI(node.path)} aria-current={node.id === id ? 'page' : undefined}>
              {node.headline}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Related({ related }: { related: NonNullable<Article['related']> }) {
  const words = useWords();
  if (related.length === 0) return null;
  return (
    <section class="related" aria-labelledby="related">
      <h2 id="related">{words.related}</h2>
      <div class="cards" data-look="ASIDE">
        {related.map(({ reason, label, article }) => (
          <Card key={article.id} article={article} note={label ?? words.reasons[reason] ?? words.reasons['%future added value']} />
        ))}
      </div>
    </section>
  );
}

function sayingsByBlock(quotations: NonNullable<Article['quotations']>): ReadonlyMap<string, Saying[]> {
  const sayings = new Map<string, Saying[]>();
  for (const { id, blockId, start, end } of quotations)
    if (blockId) sayings.set(blockId, [...(sayings.get(blockId) ?? []), { id, start, end }]);
  return sayings;
}

/** @param duration ISO 8601 in whole minutes, as `timeRequired` has it */
function minutesOf(duration: string): number {
  return Number(/\d+/.exec(duration)?.[0] ?? 1);
}

/** In that language itself: who reads it knows it by that name. What is no language is shown as it is. */
function nameOfLanguage(language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}
