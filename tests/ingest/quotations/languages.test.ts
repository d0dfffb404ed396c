import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../../lambda/ingest/quotations/find-quotations.ts';
import { type Row, rowOf, whole } from './rows.ts';

const read = (language: string, ...paragraphs: string[]): Row[] =>
  findQuotations(
    paragraphs.map((text) => ({ text })),
    { language, source: 'tests' },
  ).map(rowOf);

describe('quotations in other languages than English', () => {
  it('are read in German, where every noun has a capital', () => {
    const found = read(
      'de',
      '„Wir haben gewartet“, sagte Ulla Brandt, die Hafenmeisterin von Nordwik. „Niemand kam.“',
      'Ein Sprecher des Ministeriums sagte, die Lage sei „ernst“.',
      '„Und jetzt?“, fragte Brandt. „Jetzt zahlen wir“, sagte sie.',
    );
    const brandt = { name: 'Ulla Brandt', jobTitle: 'Hafenmeisterin', institution: 'Nordwik' };
    expect(found).toEqual([
      whole({ text: 'Wir haben gewartet', cue: 'sagte', ...brandt }),
      whole({ text: 'Niemand kam.', cue: 'sagte', ...brandt }),
      whole({ text: 'ernst', directness: 'PARTIAL', cue: 'sagte', describedAs: 'Ein Sprecher des Ministeriums', who: 'unnamed' }),
      whole({ text: 'Und jetzt?', cue: 'fragte', ...brandt }),
      whole({ text: 'Jetzt zahlen wir', cue: 'sagte', ...brandt }),
    ]);
  });

  it('know in German the offices of sport and television, and whom a surname behind one means', () => {
    const found = read(
      'de',
      'Thorsten Brandt und Ulla Merk sahen zu.',
      'Es sei „nicht der Fall“, sagte der frühere Top-Referee Brandt. Sky-Expertin Merk befand: „Nie und nimmer.“',
    );
    expect(found).toMatchObject([
      { text: 'nicht der Fall', name: 'Thorsten Brandt', jobTitle: 'frühere Top-Referee' },
      { text: 'Nie und nimmer.', name: 'Ulla Merk', jobTitle: 'Sky-Expertin' },
    ]);
  });

  it('are read in French, where the verb has two parts and the pronoun hangs on it', () => {
    const found = read(
      'fr',
      '« Nous avons attendu », a déclaré Anne Morel, capitaine du port à l’Autorité des Marées. « Personne n’est venu. »',
      '« Et maintenant ? », demande-t-elle.',
      'Selon Paul Riou, la digue est « finie ».',
    );
    expect(found).toMatchObject([
      { text: 'Nous avons attendu', cue: 'déclaré', name: 'Anne Morel', jobTitle: 'capitaine du port', institution: 'Autorité des Marées' },
      { text: 'Personne n’est venu.', name: 'Anne Morel' },
      { text: 'Et maintenant ?', cue: 'demande', name: 'Anne Morel' },
      { text: 'finie', cue: 'selon', name: 'Paul Riou' },
    ]);
  });

  it('are read in Spanish', () => {
    const found = read(
      'es',
      '«Esperamos», dijo Ana Morel, directora del Instituto de Mareas. «Nadie vino.»',
      'Morel calificó el plan de “locura”.',
      '«Y ahora pagamos», añadió.',
    );
    expect(found).toMatchObject([
      { text: 'Esperamos', cue: 'dijo', name: 'Ana Morel', jobTitle: 'directora', institution: 'Instituto de Mareas' },
      { text: 'Nadie vino.', name: 'Ana Morel' },
      { text: 'locura', directness: 'PARTIAL', cue: 'calificó', name: 'Ana Morel' },
      { text: 'Y ahora pagamos', who: 'nobody' }, // a verb alone tells no subject here
    ]);
  });

  it('are read in Arabic, which has no capitals and puts the verb first', () => {
    const found = read('ar', 'وقالت ليلى حدّاد، مديرة الميناء: «انتظرنا». وأضافت: «لم يأتِ أحد».', '«لا أعرف»، قال سامي خليل.');
    expect(found).toMatchObject([
      { text: 'انتظرنا', cue: 'وقالت', name: 'ليلى حدّاد' },
      { text: 'لم يأتِ أحد', cue: 'وأضافت', name: 'ليلى حدّاد' },
      { text: 'لا أعرف', cue: 'قال', name: 'سامي خليل' },
    ]);
  });

  it('are found in a language that we do not know, with nobody who says them', () => {
    expect(read('sv', '”Vi väntade”, sade Anna Moberg.')).toEqual([whole({ text: 'Vi väntade', who: 'nobody' })]);
  });
});
