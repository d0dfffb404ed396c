import { type ConceptRef, identifiedConcept, namedConcept } from '../../domain/concept.ts';
import type { Attribution } from '../../domain/quotation.ts';
import type { Document } from './document.ts';
import type { Figure, Figures, Mention } from './figures.ts';
import type { Gender } from './languages/language.ts';
import type { Phrase } from './phrases.ts';

/** Who speaks: somebody with a name, or words for somebody without one. */
export type Speaker = { figure: Figure } | Unnamed;

type Unnamed = {
  figure: null;
  words: string;
  plural: boolean;
  /** Whether the words mean one person, for whom `he` or `she` may stand. */
  isPerson: boolean;
  isInstitution: boolean;
  gender: Gender | null;
  areNamed: boolean;
};

/** A speaker with how it was found: a pronoun may mean somebody else. */
export type Resolved = { speaker: Speaker; byPronoun: boolean };

type Heard = { speaker: Speaker; paragraph: number; isSubject: boolean };

/** How many paragraphs back a pronoun may reach. */
const FARTHEST_PARAGRAPH = 4;
/** How many of those heard last are looked at: the bound keeps the time linear. */
const MOST_HEARD = 24;

/** Finds out who is meant, while the text is read from its beginning to its end. */
export class Speakers {
  readonly #figures: Figures;
  readonly #document: Document;
  readonly #heard: Heard[] = [];

  constructor(figures: Figures, document: Document) {
    this.#figures = figures;
    this.#document = document;
  }

  /** Keeps in mind that somebody spoke, or was what a sentence is about. */
  hear(speaker: Speaker, paragraph: number, isSubject = false): void {
    this.#heard.push({ speaker, paragraph, isSubject });
    if (this.#heard.length > MOST_HEARD) this.#heard.shift();
  }

  /** Whom a phrase means, or null when the text does not tell. */
  resolve(phrase: Phrase, paragraph: number): Resolved | null {
    switch (phrase.kind) {
      case 'named':
        return { speaker: { figure: this.#figures.introduce(phrase) }, byPronoun: false };
      case 'pronoun': {
        const speaker = this.#whoIs(phrase.means, paragraph, phrase.from);
        return speaker && { speaker, byPronoun: true };
      }
      case 'described': {
        const figure = phrase.definite && !phrase.plural ? this.#whoHasRole(phrase.noun, paragraph, phrase.from) : null;
        if (figure) return { speaker: { figure }, byPronoun: true };
        const same = phrase.definite && phrase.hasRole && !phrase.plural ? this.#lastUnnamed(paragraph) : null;
        if (same) return { speaker: same, byPronoun: true };
        const { words, plural, hasRole, isInstitution, gender, areNamed } = phrase;
        return {
          speaker: { figure: null, words, plural, isPerson: hasRole && !plural, isInstitution, gender, areNamed },
          byPronoun: false,
        };
      }
    }
  }

  /** `the official`, where a paragraph has spoken of `one senior civil servant`. */
  #lastUnnamed(paragraph: number): Speaker | null {
    const last = this.#heard.findLast((heard) => heard.paragraph === paragraph)?.speaker;
    return last && last.figure === null && last.isPerson ? last : null;
  }

  #whoIs(means: Gender | 'plural' | 'thing' | null, paragraph: number, token: number): Speaker | null {
    const fits = (speaker: Speaker): boolean => this.#fits(speaker, means);
    const near = this.#heard.filter((heard) => heard.paragraph === paragraph && fits(heard.speaker));
    const here = near.findLast(({ isSubject }) => !isSubject) ?? near.at(-1);
    if (here) return here.speaker;
    const named = this.#lastMention(paragraph, token, (figure) => fits({ figure }));
    if (named) return { figure: named };
    for (let back = paragraph - 1; back >= Math.max(0, paragraph - FARTHEST_PARAGRAPH); back -= 1) {
      const heard = this.#heard.filter(
        (one) => one.paragraph === back && fits(one.speaker) && !(one.isSubject && one.speaker.figure === null),
      );
      const last = heard.findLast(({ isSubject }) => !isSubject) ?? heard.at(-1);
      if (last) return last.speaker;
      const figure = this.#lastMention(back, Number.POSITIVE_INFINITY, (one) => fits({ figure: one }));
      if (figure) return { figure };
    }
    return null;
  }

  #fits(speaker: Speaker, means: Gender | 'plural' | 'thing' | null): boolean {
    const { figure } = speaker;
    if (means === 'thing') return figure === null ? speaker.isInstitution : figure.kind === 'Organization';
    if (means === 'plural') return figure === null ? speaker.plural : figure.kind === 'Organization';
    const isPerson = figure === null ? speaker.isPerson : figure.kind === 'Person';
    const gender = figure === null ? speaker.gender : this.#figures.genderOf(figure);
    return isPerson && (gender === null || means === null || gender === means);
  }

  /** The last one named before a place whose role is this: `the harbour master`. */
  #whoHasRole(noun: string, paragraph: number, token: number): Figure | null {
    const hasRole = ({ jobTitle, words, kind }: Figure) =>
      kind === 'Organization'
        ? words.includes(noun) && this.#document.language.institutions.has(noun)
        : jobTitle?.toLowerCase().split(' of ')[0]?.endsWith(noun) === true;
    for (let back = paragraph; back >= 0 && back > paragraph - 12; back -= 1) {
      const figure = this.#lastMention(back, back === paragraph ? token : Number.POSITIVE_INFINITY, hasRole);
      if (figure) return figure;
    }
    return null;
  }

  #lastMention(paragraph: number, before: number, fits: (figure: Figure) => boolean): Figure | null {
    const mentions: readonly Mention[] = this.#figures.mentions[paragraph] ?? [];
    let end = 0;
    for (let step = mentions.length; step > 0; ) {
      // binary search for the first mention that does not stand before
      if (end + step <= mentions.length && (mentions[end + step - 1] as Mention).token < before) end += step;
      else step = step > 1 ? Math.ceil(step / 2) : 0;
    }
    return mentions.slice(Math.max(0, end - MOST_HEARD), end).findLast(({ figure }) => fits(figure))?.figure ?? null;
  }
}

/** A speaker as an article's quotation holds it. */
export function attributionOf(speaker: Speaker, source: string): Attribution {
  const { figure } = speaker;
  if (figure === null)
    return { name: null, jobTitle: null, affiliation: null, describedAs: speaker.words, anonymous: !speaker.areNamed, agent: null };
  return {
    name: figure.name,
    jobTitle: figure.jobTitle,
    affiliation: figure.affiliation && concept('Organization', figure.affiliation, source),
    describedAs: figure.description,
    anonymous: false,
    agent: concept(figure.kind, figure, source),
  };
}

function concept(kind: 'Person' | 'Organization', { name, uri }: { name: string; uri: string | null }, source: string): ConceptRef {
  return uri === null ? namedConcept(kind, name, source) : identifiedConcept(kind, name, uri);
}
