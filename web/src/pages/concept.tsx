import type { ComponentChildren } from 'preact';
import type {
  AuthorPageFragment,
  CardsFragment,
  EventPageFragment,
  OrganizationPageFragment,
  PersonPageFragment,
  PlacePageFragment,
  TopicPageFragment,
} from '../generated.ts';
import { hostOf, Link } from '../navigation.ts';
import { CardList } from '../parts/card-list.tsx';
import { Pager } from '../parts/pager.tsx';
import { QuotationsByDay } from '../parts/quotation.tsx';
import { When } from '../parts/when.tsx';
import { useWords, type Words } from '../words.ts';

type Kind = keyof Words['kinds'];
type Of<Name extends string, Fragment> = { __typename: Name } & Fragment;
type Concept =
  | Of<'Person', PersonPageFragment>
  | Of<'Organization', OrganizationPageFragment>
  | Of<'Place', PlacePageFragment>
  | Of<'NewsEvent', EventPageFragment>
  | Of<'Topic', TopicPageFragment>;

/**
 * A person, organisation, place, event or subject: who or what it is, what was said, and the articles. The pages of one list turn: of what was said by a
 * person or for an organisation, else of the articles; of the others the newest six are shown.
 */
export function ConceptPage({ concept }: { concept: Concept }) {
  const words = useWords();
  const { name, path } = concept;
  switch (concept.__typename) {
    case 'Person':
      return (
        <div class="concept">
          <Profile concept={concept} kind="Person" image={concept.image} role={concept.jobTitle} links={concept.links ?? []}>
            <Paragraphs text={concept.biography} />
            <Roles roles={concept.roles} />
          </Profile>
          <Said said={concept.said} path={path} title={words.said} />
          <Articles cards={concept.articles} title={`${words.articlesAbout} ${name}`} />
          <Articles cards={concept.written} title={`${words.written} ${name}`} />
        </div>
      );
    case 'Organization':
      return (
        <div class="concept">
          <Profile concept={concept} kind="Organization" />
          <Said said={concept.said} path={path} title={words.said} bySomebody />
          <Articles cards={concept.articles} title={`${words.articlesAbout} ${name}`} />
          <Articles cards={concept.mentioned} title={words.mentionedIn} />
        </div>
      );
    case 'NewsEvent':
      return (
        <div class="concept">
          <Profile concept={concept} kind="NewsEvent">
            {concept.startDate && (
              <p class="dates">
                <When instant={concept.startDate} />
                {concept.endDate && <When instant={concept.endDate} />}
              </p>
            )}
          </Profile>
          <Articles cards={concept.articles} title={`${words.articlesAbout} ${name}`} path={path} />
          <Said said={concept.said} title={words.saidAt} bySomebody />
          <Articles cards={concept.mentioned} title={words.mentionedIn} />
        </div>
      );
    default:
      return (
        <div class="concept">
          <Profile concept={concept} kind={concept.__typename}>
            {concept.__typename === 'Place' && concept.geo && (
              <p class="geo" dir="ltr">
                {degrees(concept.geo.latitude, 'N', 'S')} {degrees(concept.geo.longitude, 'E', 'W')}
              </p>
            )}
          </Profile>
          <Articles cards={concept.articles} title={`${words.articlesAbout} ${name}`} path={path} />
          <Articles cards={concept.mentioned} title={words.mentionedIn} />
        </div>
      );
  }
}

/** The page behind a byline. */
export function AuthorPage({ author, path }: { author: AuthorPageFragment; path: string }) {
  const words = useWords();
  return (
    <div class="concept">
      <Profile concept={author} kind="Author" image={author.image} role={author.jobTitle} links={author.links ?? []}>
        <Paragraphs text={author.biography} />
        <p>
          <Link href={encodeURI(author.path)}>{words.said}</Link>
        </p>
      </Profile>
      <Articles cards={author.written} title={`${words.written} ${author.name}`} path={path} />
    </div>
  );
}

type ProfileProps = {
  concept: Pick<PersonPageFragment, 'name' | 'identity' | 'alternateNames' | 'sameAs' | 'description'>;
  kind: Kind;
  image?: PersonPageFragment['image'];
  role?: string | null;
  links?: readonly { name: string; url: string }[];
  children?: ComponentChildren;
};

function Profile({ concept, kind, image, role, links = [], children }: ProfileProps) {
  const words = useWords();
  const { name, identity, alternateNames, sameAs, description } = concept;
  const elsewhere = [...links, ...(sameAs ?? []).filter(isPublic).map((url) => ({ url, name: hostOf(url) }))];
  return (
    <header class="profile">
      {image && (
        <figure>
          <img class="portrait" src={image.portrait} alt={image.alternativeText ?? ''} width={480} height={480} />
          {image.creditText && <figcaption>{image.creditText}</figcaption>}
        </figure>
      )}
      <div>
        <p class="kicker">{words.kinds[kind]}</p>
        <h1 dir="auto">{name}</h1>
        {role && <p class="role">{role}</p>}
        {description && <p class="description">{description}</p>}
        {alternateNames && alternateNames.length > 0 && (
          <p class="meta">
            {words.knownAs}:{' '}
            {alternateNames.map((one) => (
              <bdi key={one}>{one}</bdi>
            ))}
          </p>
        )}
        {children}
        {elsewhere.length > 0 && (
          <p class="meta">
            {words.elsewhere}:{' '}
            {elsewhere.map(({ url, name: site }) => (
              <a key={url} href={url} rel="noopener">
                {site}
              </a>
            ))}
          </p>
        )}
        {identity === 'NAME_ONLY' && <p class="meta caution">{words.nameOnly}</p>}
      </div>
    </header>
  );
}

/** The latest roles, each said once. */
function Roles({ roles }: Pick<PersonPageFragment, 'roles'>) {
  const words = useWords();
  const said = new Map(
    (roles?.edges ?? [])
      .toReversed()
      .map(({ node }) => [[node.jobTitle ?? node.describedAs, node.affiliation?.name].filter(Boolean).join(', '), node]),
  );
  said.delete('');
  if (said.size === 0) return null;
  return (
    <section class="roles">
      <h2>{words.calledSo}</h2>
      <ul>
        {[...said].toReversed().map(([role, { isPartOf }]) => (
          <li key={role} dir="auto">
            {role}{' '}
            <Link href={encodeURI(isPartOf.path)}>
              <When instant={isPartOf.datePublished} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Said({
  said,
  path,
  title,
  bySomebody = false,
}: {
  said: PersonPageFragment['said'];
  path?: string;
  title: string;
  bySomebody?: boolean;
}) {
  if (said === null || said.edges.length === 0) return null;
  return (
    <section class="said">
      <h2>{title}</h2>
      <QuotationsByDay quotations={said.edges.map(({ node }) => node)} bySomebody={bySomebody} />
      {path && <Pager path={path} place={said.pageInfo} />}
    </section>
  );
}

function Articles({ cards, title, path }: { cards: CardsFragment | null; title: string; path?: string }) {
  if (cards?.edges.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <CardList cards={cards} look="ASIDE" {...(path && { path })} />
    </section>
  );
}

function Paragraphs({ text }: { text: string | null }) {
  return (
    <>
      {(text ?? '')
        .split('\n\n')
        .filter(Boolean)
        .map((paragraph) => (
          <p key={paragraph} dir="auto">
            {paragraph}
          </p>
        ))}
    </>
  );
}

/** Identifiers may be addresses of nothing that can be read. */
function isPublic(url: string): boolean {
  return /^https?:/.test(url);
}

function degrees(value: number, positive: string, negative: string): string {
  return `${Math.abs(value).toFixed(3)}° ${value < 0 ? negative : positive}`;
}
