import type { SaidFragment, SpeakerFragment } from '../generated.ts';
import { Link } from '../navigation.ts';
import { dirOf, useWords } from '../words.ts';
import { useDate, When } from './when.tsx';

type Said = SaidFragment['edges'][number]['node'];

/** Who somebody is, as one article describes them. Leads to their page. */
export function Speaker({ speaker, leads = true }: { speaker: SpeakerFragment | null; leads?: boolean }) {
  const words = useWords();
  if (speaker === null) return <span class="speaker">{words.unnamed}</span>;
  const { name, jobTitle, describedAs, affiliation, agent } = speaker;
  const said = name ?? describedAs ?? affiliation?.name ?? words.unnamed;
  const more = [jobTitle, affiliation?.name === said ? null : affiliation?.name, name === null ? null : describedAs].filter(Boolean);
  return (
    <span class="speaker">
      {agent && leads ? <Link href={agent.path}>{said}</Link> : <b>{said}</b>}
      {more.length > 0 && <span class="role">{more.join(', ')}</span>}
    </span>
  );
}

/** Something that was said, with the day and the way to its place in the article. @param bySomebody whether to say who said it */
export function Quotation({ said, bySomebody = false }: { said: Said; bySomebody?: boolean }) {
  const { id, text, speaker, isPartOf } = said;
  const role = [speaker?.jobTitle, speaker?.affiliation?.name].filter(Boolean).join(', ');
  return (
    <figure class="quotation" lang={isPartOf?.inLanguage} dir={isPartOf ? dirOf(isPartOf.direction) : undefined}>
      <blockquote>
        <p>{text}</p>
      </blockquote>
      <figcaption>
        {bySomebody ? <Speaker speaker={speaker} /> : role && <span class="role">{role}</span>}
        {isPartOf && (
          <Link class="source" href={`${encodeURI(isPartOf.path)}#${encodeURIComponent(id)}`}>
            {isPartOf.headline}
          </Link>
        )}
      </figcaption>
    </figure>
  );
}

/** What was said, by the day on which it stood in an article: newest first, as the list comes. */
export function QuotationsByDay({ quotations, bySomebody = false }: { quotations: readonly Said[]; bySomebody?: boolean }) {
  const date = useDate();
  const days = new Map<string, Said[]>();
  for (const said of quotations) {
    const day = said.isPartOf ? date(said.isPartOf.datePublished, 'day') : '';
    days.set(day, [...(days.get(day) ?? []), said]);
  }
  return (
    <ol class="days">
      {[...days].map(([day, saidThen]) => (
        <li key={day}>
          <p class="day">{day && <When instant={saidThen[0]?.isPartOf?.datePublished ?? day} />}</p>
          <div>
            {saidThen.map((said) => (
              <Quotation key={said.id} said={said} bySomebody={bySomebody} />
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}
