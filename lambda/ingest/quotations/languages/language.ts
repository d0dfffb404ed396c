export type Gender = 'female' | 'male';

/**
 * What the engine has to know of a language: words, and nothing about anybody. All words are in lower case unless said otherwise;
 * apostrophes are straight. A set may be empty.
 */
export type Language = {
  /** Whether names can be told by their first letter. False for scripts without case, where a name is what stands where a name would. */
  hasCase: boolean;
  /** Whether every noun has a capital letter, so that a capital says little. */
  capitalNouns: boolean;
  /** Finite forms of verbs that report words: `said`. */
  sayings: ReadonlySet<string>;
  /** Those among them that are as often a noun, or report a judgement: they need somebody to be their subject. */
  weakSayings: ReadonlySet<string>;
  /** Those among them that only several people can do: `say`. Most of them are nouns too. */
  pluralSayings: ReadonlySet<string>;
  /** Words that make an infinitive of the verb behind them: `to`. */
  infinitiveMarks: ReadonlySet<string>;
  /** Verbs that report words only together with the word behind them: `put it`. */
  followers: ReadonlyMap<string, string>;
  /** Words behind which a quotation is a name and nobody’s words: `entitled`. */
  namings: ReadonlySet<string>;
  /** Participles that report words and take the subject of their sentence: `calling`. */
  participles: ReadonlySet<string>;
  /** Words that name a source without a verb, each a sequence: `according to`. */
  sourcePrepositions: readonly (readonly string[])[];
  /** Whether the one who speaks may follow the verb without a quotation before it, as in `قال`. */
  verbFirst: boolean;
  /** Verbs that say by their form who speaks when nobody stands behind them: `قالت`. */
  subjectsInVerbs: ReadonlyMap<string, Gender | 'plural'>;
  /** Pronouns that can be the subject of a saying; null where they tell no gender. */
  pronouns: ReadonlyMap<string, Gender | 'plural' | 'thing' | null>;
  /** Pronouns and possessives that tell the gender of whom they stand for. */
  genderedWords: ReadonlyMap<string, Gender>;
  possessives: ReadonlySet<string>;
  /** Conjunctions that bring in who spoke, behind the words: `as one mother put it`. */
  quotingConjunctions: ReadonlySet<string>;
  relatives: ReadonlySet<string>;
  definiteArticles: ReadonlySet<string>;
  /** All words that open a noun phrase, definite articles among them. */
  determiners: ReadonlySet<string>;
  /** Determiners that can stand for somebody without a noun: `some`. */
  loneDeterminers: ReadonlySet<string>;
  /** Conjunctions that make two people one subject. */
  joins: ReadonlySet<string>;
  /** Determiners that say that there are several. */
  pluralDeterminers: ReadonlySet<string>;
  auxiliaries: ReadonlySet<string>;
  /** Auxiliaries that make a verb passive before a participle. */
  passives: ReadonlySet<string>;
  /** The preposition of the one who acts in a passive: `by`. */
  agentPrepositions: ReadonlySet<string>;
  /** Ending of a participle that opens a sentence before its subject. */
  gerundEnding: RegExp | null;
  conjunctions: ReadonlySet<string>;
  prepositions: ReadonlySet<string>;
  /** Prepositions before the institution whose people these are, and nothing else: `at`. */
  institutionPrepositions: ReadonlySet<string>;
  /** Prepositions that lead from a role to its institution or to its field: `of`. */
  rolePrepositions: ReadonlySet<string>;
  /** Prepositions that lead from a role to a place or origin. */
  placePrepositions: ReadonlySet<string>;
  /** Prepositions behind which a name is a place: `in`. */
  whereabouts: ReadonlySet<string>;
  /** Small words inside the name of an institution: `Institute for Upland Farming`. */
  nameConnectors: ReadonlySet<string>;
  /** Small words inside the name of a person: `van`. */
  particles: ReadonlySet<string>;
  /** Adverbs and other words that are in no noun phrase. */
  adverbs: ReadonlySet<string>;
  /** How other words look that are in no noun phrase: `repeatedly`. */
  adverbForm: RegExp | null;
  /** Forms of address that are not part of a name. */
  honorifics: ReadonlyMap<string, Gender | null>;
  /** Nouns for what somebody is or does: `spokesperson`. Plurals are found by `singular`. */
  roles: ReadonlySet<string>;
  /** Ending of a noun in lower case that names a role although it stands in no list. */
  roleEnding: RegExp | null;
  /** Roles that are common family names too. */
  surnames: ReadonlySet<string>;
  /** Words with such an ending that name none. */
  notRoles: ReadonlySet<string>;
  /** Nouns that describe somebody without saying a role: `mother`, `counterpart`. */
  descriptions: ReadonlySet<string>;
  /** Roles that belong to a place or a people, not to an institution: `mayor`. */
  placeRoles: ReadonlySet<string>;
  /** Words before a role that belong to it: `former`, `deputy`. */
  roleModifiers: ReadonlySet<string>;
  /** Roles that tell a gender. */
  genderedRoles: ReadonlyMap<string, Gender>;
  /** Words in names of institutions, also in lower case: `university`. */
  institutions: ReadonlySet<string>;
  /** What somebody says in writing: `Lund’s statement added`. */
  documents: ReadonlySet<string>;
  /** Names of peoples and languages as adjectives, and short names of countries that CLDR does not list. */
  peoples: ReadonlySet<string>;
  peopleEnding: RegExp | null;
  /** Days and months, which are no names of anybody. */
  calendar: ReadonlySet<string>;
  /** Words that end in a full stop without ending a sentence, as they are written. */
  abbreviations: ReadonlySet<string>;
  /** Cuts a word as it is written into the words it is made of: `l’université`, `dit-elle`. */
  cut: RegExp | null;
  singular(noun: string): string;
};

const NONE: ReadonlySet<string> = new Set();

/** A language of which less is known: what is left out is empty. */
export function languageWith(known: Partial<Language>): Language {
  return {
    hasCase: true,
    capitalNouns: false,
    sayings: NONE,
    weakSayings: NONE,
    pluralSayings: NONE,
    infinitiveMarks: NONE,
    followers: new Map(),
    namings: NONE,
    participles: NONE,
    sourcePrepositions: [],
    verbFirst: false,
    subjectsInVerbs: new Map(),
    pronouns: new Map(),
    genderedWords: new Map(),
    possessives: NONE,
    quotingConjunctions: NONE,
    relatives: NONE,
    definiteArticles: NONE,
    determiners: NONE,
    loneDeterminers: NONE,
    joins: NONE,
    pluralDeterminers: NONE,
    auxiliaries: NONE,
    passives: NONE,
    agentPrepositions: NONE,
    gerundEnding: null,
    conjunctions: NONE,
    prepositions: NONE,
    institutionPrepositions: NONE,
    rolePrepositions: NONE,
    placePrepositions: NONE,
    whereabouts: NONE,
    nameConnectors: NONE,
    particles: NONE,
    adverbs: NONE,
    adverbForm: null,
    honorifics: new Map(),
    roles: NONE,
    roleEnding: null,
    surnames: NONE,
    notRoles: NONE,
    descriptions: NONE,
    placeRoles: NONE,
    roleModifiers: NONE,
    genderedRoles: new Map(),
    institutions: NONE,
    documents: NONE,
    peoples: NONE,
    peopleEnding: null,
    calendar: NONE,
    abbreviations: NONE,
    cut: null,
    singular: (noun) => noun,
    ...known,
  };
}

/** A list of words as one text. */
export function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}
