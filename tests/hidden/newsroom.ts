import type { Article } from '../../lambda/domain/article.ts';
import { type ConceptRef, identifiedConcept } from '../../lambda/domain/concept.ts';
import { type Instant, instantOf } from '../../lambda/domain/instant.ts';
import { pushArticle, settleArticle } from '../../lambda/store/article-writes.ts';
import { pushFront } from '../../lambda/store/front-writes.ts';
import type { NewsTable } from '../../lambda/store/news-table.ts';
import { type ArticleWish, anArticle, aPost, aQuotation, at, idOf, LIVE } from '../support/article.ts';
import { aContainer, aFront, anItem, latest, section } from '../support/front.ts';

/** Thousands of articles, of which some are hidden in one way or another, every text of what is hidden with a marker of its own. */

/** When everybody reads. Whatever waits, waits until after it: for years, or for less time than an answer lives that is read now. */
export const READ_AT = at('20:00:02');
export const SOON = at('20:00:07');
export const WAITS = at('2099-01-01T00:00:00.000Z');

/** The ways in which an article is hidden: `recalled` before it ever was public. Of some of them readers know that something is there, or was. */
export const HIDINGS = ['embargoed', 'updated', 'withheld', 'recalled', 'withdrawn', 'expired'] as const;
export type Hiding = (typeof HIDINGS)[number];

/** Those of which nobody can know that there is an article. */
export const SECRET: readonly (Hiding | null)[] = ['embargoed', 'withheld', 'recalled'] satisfies Hiding[];

/** A text of an edition that nobody may read: `zh`, number of the edition, number of the text, `hz`. It survives slugs, folded case, HTML and percent-encoding. */
export const HIDDEN_MARK = /zh[0-9a-z]+q[0-9a-z]+hz/g;

const SECTIONS = ['World', 'Politics', 'Business', 'Science', 'Culture', 'Sport', 'Local', 'Weather'];
export const sectionSlugs = SECTIONS.map((name) => name.toLowerCase());
const pool = (kind: ConceptRef['kind'], size: number) =>
  Array.from({ length: size }, (_, n) => identifiedConcept(kind, `${kind} ${n}`, `urn:pool:${kind}:${n}`));
export const POOL = {
  Topic: pool('Topic', 6),
  Person: pool('Person', 5),
  Organization: pool('Organization', 3),
  Place: pool('Place', 2),
  NewsEvent: pool('NewsEvent', 2),
};
const of = <One>(some: readonly One[], n: number): One => some[n % some.length] as One;

/** Every so many of the hidden articles name a section of their own, in each of the ways to be hidden. */
const OWN_SECTIONS = 5;

/** One article of the newsroom: `n` counts all of them; what waits, waits until `waits`. A few of the hidden ones name a section of their own. */
export type Member = { n: number; hiding: Hiding | null; waits: Instant; hasOwnSection: boolean };

/** Which of `articles` are hidden: so many, one after the other in each of the ways, spread evenly over all the lists. */
export function membersOf(articles: number, hidden: number): Member[] {
  const every = Math.floor(articles / hidden);
  return Array.from({ length: articles }, (_, n): Member => {
    const place = Math.floor(n / every);
    const hiding = n % every === every - 1 && place < hidden ? of(HIDINGS, place) : null;
    const waits = of([SOON, WAITS], Math.floor(place / HIDINGS.length));
    return { n, hiding, waits, hasOwnSection: hiding !== null && place % OWN_SECTIONS === 0 };
  });
}

export const nameOf = (n: number) => `article ${n}`;
export const pathOf = (n: number, mark = '') => `/${of(sectionSlugs, n)}/story-${n}${mark && `-${mark}`}`;
export const conceptOf = (n: number): ConceptRef => identifiedConcept('Person', `Own ${markOf(n)(0)}`, `urn:own:${n}`);
export const ownSection = (n: number) => `own-${markOf(n)(1)}`;

/** Every tenth article is a live blog; half of them stand where the hidden ones are. */
export const isLive = (n: number) => n % 20 === 19 || n % 20 === 7;

const markOf = (n: number) => (text: number) => `zh${n.toString(36)}q${text.toString(36)}hz`;

const published = (n: number): Instant => instantOf(Date.parse(at('00:00')) + n * 1_000);

/** An edition of an article. @param isMarked whether its texts tell that they are hidden */
function edition({ n, hasOwnSection }: Member, isMarked: boolean, wish: Partial<ArticleWish> = {}): Article {
  let texts = 1;
  const word = (what: string) => {
    texts += 1;
    return isMarked ? `${what} ${markOf(n)(texts)}` : `${what} ${n}`;
  };
  const said = word('They shall not pass');
  const own = isMarked ? [conceptOf(n)] : [];
  const speaker = isMarked && n % 2 === 0 ? conceptOf(n) : of(POOL.Person, n);
  const { speaker: attribution, ...rest } = aQuotation(said, speaker.name);
  return anArticle({
    ...{
      id: nameOf(n),
      headline: word('Headline'),
      kicker: word('Kicker'),
      byline: word('By'),
      dateline: word('Town'),
      abstract: word('Abstract'),
    },
    ...{ language: n % 10 === 0 ? 'de' : 'en', published: published(n), path: pathOf(n, isMarked ? markOf(n)(1) : '') },
    ...{
      section: isMarked && hasOwnSection ? `Own ${markOf(n)(1)}` : of(SECTIONS, n),
      series: { slug: `series-${n % 3}`, name: isMarked ? word('Series') : `Series ${n % 3}` },
    },
    ...{
      translationGroup: `group-${Math.floor(n / 10)}`,
      accessTier: word('Tier'),
      usageTerms: word('Terms'),
      creditLine: word('Credit'),
    },
    standfirst: { text: word('Standfirst'), marks: [], quotation: null },
    headlines: [{ role: 'SHORT', text: word('Short') }],
    seo: { title: word('Title'), description: word('Description'), noIndex: false },
    contributions: [...own, of(POOL.Person, n + 1)].map((person) => ({
      ...{ role: 'AUTHOR', person, links: [{ name: word('Link'), url: null }], note: word('Note') },
    })),
    about: [of(POOL.Topic, n), of(POOL.NewsEvent, n), ...own],
    mentions: [of(POOL.Topic, n + 5), of(POOL.Organization, n), of(POOL.Place, n)],
    image: {
      url: `https://media.example/${word('a').replace(' ', '-')}.jpg`,
      alternativeText: word('Picture'),
      caption: word('Caption'),
      creditText: null,
      width: 800,
      height: 600,
      focalPoint: null,
      renditions: [],
    },
    related: [
      { article: idOf(nameOf(Math.max(0, n - 1))), label: word('Related') },
      { article: idOf(nameOf(n + 1)), label: null },
    ],
    paragraphs: [said, word('Body')],
    quotations: [
      {
        ...rest,
        speaker: attribution && {
          ...attribution,
          jobTitle: word('minister'),
          describedAs: word('the minister'),
          affiliation: of(POOL.Organization, n),
          agent: speaker,
        },
      },
    ],
    ...(isLive(n)
      ? {
          liveBlog: LIVE,
          posts: [
            aPost(`post of ${n}`, {
              text: word('Post'),
              headline: word('News'),
              isKeyEvent: true,
              isPinned: true,
              datePublished: published(n),
            }),
          ],
        }
      : {}),
    ...wish,
  });
}

function kill(member: Member): Article {
  return { ...edition(member, false), version: 2, pubStatus: 'CANCELED', story: null, body: null, posts: null } as unknown as Article;
}

const EARLY = at('08:00');
const LATER = at('09:00');

/** An article that everybody may read. @param secrets whether a live blog has a post that waits, too */
function openEdition(member: Member, secrets: boolean): Article {
  const { n, waits } = member;
  const article = edition(member, false);
  if (!secrets || !article.posts) return article;
  const text = `Post ${markOf(n)(1)}`;
  const waiting = aPost(`waiting post of ${n}`, { text, isKeyEvent: true, isPinned: true, datePublished: waits });
  return { ...article, posts: [...article.posts, waiting] };
}

/** Pushes one article with all that happens to it. @param secrets whether what nobody can know of is pushed too */
async function push(table: NewsTable, member: Member, secrets: boolean): Promise<void> {
  const { n, hiding, waits } = member;
  const id = nameOf(n);
  if (hiding === null) return void (await pushArticle(table, openEdition(member, secrets), EARLY));
  if (hiding === 'withheld') return void (secrets && (await pushArticle(table, edition(member, true, { status: 'WITHHELD' }), EARLY)));
  if (hiding === 'embargoed' || hiding === 'recalled') {
    if (secrets) await pushArticle(table, edition(member, true, { embargoedUntil: waits }), EARLY);
    if (secrets && hiding === 'recalled') await pushArticle(table, kill(member), LATER);
    return;
  }
  if (hiding === 'updated') {
    await pushArticle(table, edition(member, false), EARLY);
    if (secrets) await pushArticle(table, edition(member, true, { version: 2, scheduledFor: waits }), LATER);
    return;
  }
  await pushArticle(table, edition(member, true, hiding === 'expired' ? { expires: at('12:00') } : {}), EARLY);
  if (hiding === 'withdrawn') await pushArticle(table, kill(member), LATER);
  else await settleArticle(table, idOf(id), at('12:01'));
}

/** As many pushes at once as keep DynamoDB busy on two cores. */
const AT_ONCE = 8;

/** Pushes everything, and fronts that hold some of what is hidden among what is not. */
export async function pushNewsroom(table: NewsTable, members: readonly Member[], { secrets }: { secrets: boolean }): Promise<void> {
  const next = members.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const member of next) await push(table, member, secrets);
    }),
  );
  const hidden = members.filter(({ hiding }) => hiding !== null).slice(0, 15);
  const open = members.filter(({ hiding }) => hiding === null).slice(0, 15);
  const items = hidden.flatMap(({ n, hiding }, place) => [
    anItem(nameOf(n), hiding === 'updated' ? {} : { headline: `Curated ${markOf(n)('curated'.length)}` }),
    anItem(nameOf(open[place]?.n ?? 0)),
  ]);
  const containers = [
    aContainer('curated', items, latest(30)),
    ...sectionSlugs.slice(0, 4).map((slug) => aContainer(`list-${slug}`, [], section(slug, 20))),
  ];
  await pushFront(table, aFront({ slug: 'home', containers }), EARLY);
  if (secrets)
    await pushFront(table, aFront({ slug: 'home', version: 2, title: `Title ${markOf(0)(9)}`, scheduledFor: WAITS, containers }), LATER);
  if (secrets) await pushFront(table, aFront({ slug: 'waits', title: `Title ${markOf(0)(10)}`, embargoedUntil: WAITS, containers }), LATER);
}
