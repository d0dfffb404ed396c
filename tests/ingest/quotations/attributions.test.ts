import { describe, expect, it } from 'vitest';
import { type Declared, findQuotations } from '../../../lambda/ingest/quotations/find-quotations.ts';
import { type Row, rowOf, whole } from './rows.ts';

const find = (paragraphs: readonly string[], known: readonly Declared[] = []) =>
  findQuotations(
    paragraphs.map((text) => ({ text })),
    { language: 'en', source: 'tests', known },
  );

const read = (...paragraphs: string[]): Row[] => find(paragraphs).map(rowOf);

/** Only who speaks: a name, or the words for somebody without one, or null. */
const speakersOf = (...paragraphs: string[]) => find(paragraphs).map(({ speaker }) => speaker && (speaker.name ?? speaker.describedAs));

const marta = { name: 'Marta Oyel', jobTitle: 'harbour pilot', institution: 'Gant Pilot Office' };

describe('who speaks, by the words beside a quotation', () => {
  it('stands behind the verb, with role and institution', () => {
    expect(read('“We saw it first,” said Marta Oyel, a harbour pilot at the Gant Pilot Office.')).toEqual([
      whole({ text: 'We saw it first,', cue: 'said', ...marta }),
    ]);
  });

  it('stands before the verb, behind the words or before them', () => {
    expect(speakersOf('“We saw it first,” Marta Oyel said on Monday.')).toEqual(['Marta Oyel']);
    expect(speakersOf('On Monday Marta Oyel said: “We saw it first.”')).toEqual(['Marta Oyel']);
    expect(speakersOf('Marta Oyel, speaking from the quay, told reporters, “We saw it first.”')).toEqual(['Marta Oyel']);
  });

  it('stands nearer behind the words than somebody before them', () => {
    expect(speakersOf('When Jon Wick said that it was over, “No,” said Marta Oyel.')).toEqual(['Marta Oyel']);
  });

  it('stands behind "according to"', () => {
    expect(read('According to Marta Oyel, a harbour pilot at the Gant Pilot Office, the light was “quite dead”.')).toEqual([
      whole({ text: 'quite dead', directness: 'PARTIAL', cue: 'according to', ...marta }),
    ]);
  });

  it('parts several sentences of one speaker', () => {
    expect(read('“We saw it first,” said Marta Oyel. “Nobody asked us. Nobody would.”')).toEqual([
      whole({ text: 'We saw it first,', cue: 'said', name: 'Marta Oyel' }),
      whole({ text: 'Nobody asked us. Nobody would.', cue: 'said', name: 'Marta Oyel' }),
    ]);
  });

  it('parts one sentence of one speaker, and both parts are direct', () => {
    expect(read('“That,” said Marta Oyel, who had read it, “is where it stood.”')).toEqual([
      whole({ text: 'That,', cue: 'said', name: 'Marta Oyel' }),
      whole({ text: 'is where it stood.', cue: 'said', name: 'Marta Oyel' }),
    ]);
  });

  it('follows a question or an exclamation', () => {
    expect(speakersOf('“Who pays?” Marta Oyel asked. “Not us!” answered Jon Wick.')).toEqual(['Marta Oyel', 'Jon Wick']);
  });

  it('stands in the sentence before, with a verb of saying or without', () => {
    expect(read('The light was dead, Marta Oyel of the Pilot Office said. “Nobody asked us.”')).toEqual([
      whole({ text: 'Nobody asked us.', cue: 'said', name: 'Marta Oyel', institution: 'Pilot Office' }),
    ]);
    expect(speakersOf('Marta Oyel shrugged. “Ask me in May.”')).toEqual(['Marta Oyel']);
    expect(speakersOf('Marta Oyel was blunt: “No ship will leave.”')).toEqual(['Marta Oyel']);
  });

  it('changes with the sentence', () => {
    expect(
      speakersOf('“There is no plan B,” insisted Anja Krol, a minister. Her deputy, Piotr Zak, disagreed. “There always is.”'),
    ).toEqual(['Anja Krol', 'Piotr Zak']);
  });

  it('goes on over paragraphs, forwards and backwards', () => {
    expect(speakersOf('“We lost the nets,” said Marta Oyel. “And then the boat.', '“Then the quay.”')).toEqual(Array(3).fill('Marta Oyel'));
    expect(speakersOf('“We lost the nets.', '“Then the boat,” said Marta Oyel.')).toEqual(Array(2).fill('Marta Oyel'));
  });
});

describe('words inside a sentence of the article', () => {
  it('belong to the subject of the verb that governs them', () => {
    expect(read('Marta Oyel told reporters that the pier was “a wreck.”')).toEqual([
      whole({ text: 'a wreck.', directness: 'PARTIAL', cue: 'told', name: 'Marta Oyel' }),
    ]);
    expect(speakersOf('Marta Oyel called the vote “a disgrace” and described her rival as “unfit”.')).toEqual(['Marta Oyel', 'Marta Oyel']);
    expect(speakersOf('Marta Oyel resigned on Friday, calling the affair “a farce”.')).toEqual(['Marta Oyel']);
    expect(speakersOf('The plan was described by Marta Oyel as “madness”.')).toEqual(['Marta Oyel']);
    expect(speakersOf('As Marta Oyel put it, “the sea does not read reports”.')).toEqual(['Marta Oyel']);
  });

  it('belong to the nearest verb, not to the main one', () => {
    expect(speakersOf('Marta Oyel said that the mayor had told her to “get lost”.')).toEqual(['the mayor']);
  });

  it('do not belong to whom they are said of', () => {
    expect(speakersOf('Marta Oyel was once called “brave”.')).toEqual([null]);
  });

  it('belong to nobody when they only name something or keep their distance', () => {
    expect(speakersOf('The so-called “bridge to nowhere” opened in May, and a boat named “Patience” crossed under it.')).toEqual([
      null,
      null,
    ]);
    expect(speakersOf('In her book “The Tide”, Marta Oyel writes that the sea is “a slow judge”.')).toEqual([null, 'Marta Oyel']);
    expect(speakersOf('The town was called “the drain” by nobody in particular.')).toEqual([null]);
  });
});

describe('who somebody is', () => {
  it.each<[string, Partial<Row>]>([
    ['“No,” said Harbour Board spokesman Ib Lund.', { name: 'Ib Lund', jobTitle: 'spokesman', institution: 'Harbour Board' }],
    [
      '“No,” said the board’s former chairman, Ib Lund.',
      { name: 'Ib Lund', jobTitle: 'former chairman', describedAs: 'the board’s former chairman' },
    ],
    ['“No,” said Foreign Minister Ib Lund.', { name: 'Ib Lund', jobTitle: 'Foreign Minister' }],
    [
      '“No,” said Danish Foreign Minister Ib Lund.',
      { name: 'Ib Lund', jobTitle: 'Foreign Minister', describedAs: 'Danish Foreign Minister' },
    ],
    ['“No,” said Dr. Ib Lund.', { name: 'Ib Lund' }],
    ['“No,” said Ib Lund, 54, the mayor of Gant.', { name: 'Ib Lund', jobTitle: 'mayor of Gant' }],
    [
      '“No,” said Ib Lund, chief executive of Kestrel Energy.',
      { name: 'Ib Lund', jobTitle: 'chief executive', institution: 'Kestrel Energy' },
    ],
    [
      '“No,” said Ib Lund, head of the Delta Project at the Bergen-based laboratory Institute of Tides.',
      {
        name: 'Ib Lund',
        jobTitle: 'head of the Delta Project',
        institution: 'Institute of Tides',
        describedAs: 'head of the Delta Project at the Bergen-based laboratory Institute of Tides',
      },
    ],
    ['“No,” said Ib Lund, third in the line of succession.', { name: 'Ib Lund' }],
    ['“No,” said Ib Lund, Denmark’s No. 2.', { name: 'Ib Lund', describedAs: 'Denmark’s No. 2' }],
    ['“No,” said the Ministry of Fisheries.', { name: 'Ministry of Fisheries' }],
  ])('is read from %s', (text, expected) => {
    expect(read(text)).toEqual([whole({ text: 'No,', cue: 'said', ...expected })]);
  });

  it('is no role that several others have', () => {
    for (const others of ['the pilots cheering', 'the pilots behind him']) {
      expect(read(`“No,” said Ib Lund, ${others}.`)).toEqual([whole({ text: 'No,', cue: 'said', name: 'Ib Lund' })]);
    }
  });

  it('has no institution in what the text uses as a place', () => {
    expect(read('The boats lie in Port Ennet.', '“No,” said Ib Lund, a pilot of Port Ennet.')).toEqual([
      whole({ text: 'No,', cue: 'said', name: 'Ib Lund', jobTitle: 'pilot of Port Ennet' }),
    ]);
  });

  it('is kept for every later quotation under a short name', () => {
    const later = read('“No,” said Marta Oyel, a harbour pilot at the Gant Pilot Office.', 'Time passed.', '“Yes,” Oyel said.');
    expect(later[1]).toEqual(whole({ text: 'Yes,', cue: 'said', ...marta }));
  });

  it('is known from where a name stands in full, though nobody speaks there', () => {
    expect(speakersOf('The port is run by its master, Li Wen, and has been for years.', '“Yes,” Li said.')).toEqual(['Li Wen']);
  });

  it('is a person or an organisation', () => {
    const kinds = find(['“No,” said Marta Oyel.', '“No,” said the Ministry of Fisheries.', '“No,” said NAFO.']).map(
      ({ speaker }) => speaker?.agent?.kind,
    );
    expect(kinds).toEqual(['Person', 'Organization', 'Organization']);
  });

  it.each<[string, string]>([
    ['“No,” a White Quay official said.', 'a White Quay official'],
    ['“No,” the port’s senior pilots have repeatedly said.', 'the port’s senior pilots'],
    ['“No,” said a spokeswoman for the Pilot Office.', 'a spokeswoman for the Pilot Office'],
    ['“No,” one of the survivors recalled.', 'one of the survivors'],
    ['Residents said it was “no”.', 'Residents'],
  ])('is unknown in %s', (text, describedAs) => {
    expect(find([text])[0]?.speaker).toEqual({ name: null, jobTitle: null, affiliation: null, describedAs, anonymous: true, agent: null });
  });

  it('is no single person where two are named', () => {
    expect(find(['Ada Lund and Jon Wick said it was “over”.'])[0]?.speaker).toMatchObject({
      name: null,
      describedAs: 'Ada Lund and Jon Wick',
      anonymous: false,
      agent: null,
    });
  });
});

describe('whom a pronoun means', () => {
  it('is who spoke last, of that gender where the text tells it', () => {
    const introduction = '“No,” said Ada Lund, chairwoman of the board. “Yes,” said Jon Wick, a fisherman.';
    expect(speakersOf(introduction, '“Maybe,” she added.')).toEqual(['Ada Lund', 'Jon Wick', 'Ada Lund']);
    expect(speakersOf(introduction, '“Maybe,” he added.')).toEqual(['Ada Lund', 'Jon Wick', 'Jon Wick']);
  });

  it('is whom the sentence before is about', () => {
    expect(speakersOf('Jon Wick won the race for the third time. He said, “It felt good.”')).toEqual(['Jon Wick']);
  });

  it('is the organisation for "it", and a role means whoever has it', () => {
    expect(speakersOf('“The ship is safe,” the Ministry of Fisheries said.', '“It always was,” it added.')).toEqual(
      Array(2).fill('Ministry of Fisheries'),
    );
    expect(speakersOf('“No,” said Jon Wick, a fisherman in Gant.', '“Yes,” the fisherman added.')).toEqual(['Jon Wick', 'Jon Wick']);
  });

  it('makes us less sure than a name', () => {
    const [name, pronoun] = find(['“No,” said Jon Wick.', '“Yes,” he said.']);
    expect(name?.confidence).toBe(0.95);
    expect(pronoun?.confidence).toBeCloseTo(0.855);
  });

  it('is nobody when nobody came before', () => {
    expect(speakersOf('“No,” he said.')).toEqual([null]);
  });
});

describe('people whom the document declares', () => {
  const ada: Declared = {
    name: 'Ada Lund',
    uri: 'https://broadsheet.example/people/ada-lund',
    jobTitle: 'harbour master',
    affiliation: { name: 'Port of Gant', uri: 'https://broadsheet.example/organizations/port-of-gant' },
  };

  it('are known by any form of their name, with the identity, role and institution that it states', () => {
    expect(find(['“No,” Lund said.'], [ada])[0]?.speaker).toMatchObject({
      name: 'Ada Lund',
      jobTitle: 'harbour master',
      affiliation: { kind: 'Organization', name: 'Port of Gant', identity: 'SOURCE' },
      agent: { kind: 'Person', name: 'Ada Lund', identity: 'SOURCE' },
    });
  });

  it('get what it leaves open from the text', () => {
    const [quotation] = find(['“No,” said Ada Lund, a pilot at the Gant Pilot Office.'], [{ name: 'Ada Lund', uri: 'urn:ada' }]);
    expect(quotation?.speaker).toMatchObject({ jobTitle: 'pilot', affiliation: { name: 'Gant Pilot Office', identity: 'NAME_ONLY' } });
  });

  it('may be organisations, whose identity then stands beside their people', () => {
    const board: Declared = { name: 'Pilot Office', kind: 'Organization', uri: 'urn:office' };
    const [one, other] = find(['“No,” said Jon Wick, a clerk at the Pilot Office.', '“No,” the Pilot Office said.'], [board]);
    expect(one?.speaker?.affiliation).toEqual(other?.speaker?.agent);
    expect(other?.speaker?.agent?.identity).toBe('SOURCE');
  });
});
