import type { Document } from './document.ts';
import { readSayings, readSentenceSubject, type Saying } from './sayings.ts';
import type { Speaker, Speakers } from './speakers.ts';
import type { Reading, Sentence } from './tokens.ts';

/** A saying whose speaker is known. */
export type Voice = Saying & { speaker: Speaker; byPronoun: boolean };

/** What each sentence of a paragraph says about who speaks. */
export class Voices {
  readonly #reading: Reading;
  readonly #document: Document;
  readonly #speakers: Speakers;
  readonly #paragraph: number;
  readonly #known: { voices: Voice[]; subject: Voice | null }[] = [];

  constructor(reading: Reading, document: Document, speakers: Speakers, paragraph: number) {
    this.#reading = reading;
    this.#document = document;
    this.#speakers = speakers;
    this.#paragraph = paragraph;
  }

  /** The sayings of a sentence in order. Sentences are to be asked for in order, because a pronoun means somebody who came before. */
  of(sentence: number): readonly Voice[] {
    return this.#read(sentence).voices;
  }

  /** The person whom a sentence is about, when nothing in it says that they speak. */
  subjectOf(sentence: number): Voice | null {
    return this.#read(sentence).subject;
  }

  #read(number: number): { voices: Voice[]; subject: Voice | null } {
    while (this.#known.length <= number) {
      const sentence = this.#reading.sentences[this.#known.length];
      if (!sentence) return { voices: [], subject: null };
      const voices = readSayings(this.#reading, this.#document, sentence).flatMap((saying) => this.#hear(saying, false));
      this.#known.push({ voices, subject: voices.length > 0 ? null : this.#readSubject(sentence) });
    }
    return this.#known[number] as { voices: Voice[]; subject: Voice | null };
  }

  #readSubject(sentence: Sentence): Voice | null {
    const subject = readSentenceSubject(this.#reading, this.#document, sentence);
    if (!subject || (subject.kind === 'described' && !subject.hasRole)) return null;
    const [voice] = this.#hear({ cue: '', at: subject.from, subject, form: 'PLAIN', from: subject.from, to: subject.to }, true);
    return voice && (voice.speaker.figure ? voice.speaker.figure.kind === 'Person' : voice.speaker.isPerson) ? voice : null;
  }

  #hear(saying: Saying, isSubject: boolean): Voice[] {
    const resolved = this.#speakers.resolve(saying.subject, this.#paragraph);
    if (!resolved) return [];
    this.#speakers.hear(resolved.speaker, this.#paragraph, isSubject);
    return [{ ...saying, ...resolved }];
  }
}
