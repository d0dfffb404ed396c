/**
 * Texts made to be hard for the quotation engine, in one file for the benchmark and the tests: what each consists of, over and over.
 */
export const HOSTILE_PIECES: Record<string, string> = {
  'opening marks': '“',
  'straight marks': '"',
  apostrophes: "'",
  'marks of two kinds in turn': '“‘',
  'short quotations': '“a”',
  'quotations alone': '“No.” ',
  'quotations with speakers': '“No,” said Ada Lund, a clerk at the School of Law. ',
  'verbs of saying': 'said ',
  'verbs that are nouns': 'call ',
  names: 'Ada Lund ',
  'names in a list': 'Ada, ',
  'quotations in one sentence': '“a” said he and “b,” she said, ',
  'names of things': 'a book “a” said he and ',
  pronouns: 'he said ',
  'relative clauses': 'Ada Lund, who said, ',
  determiners: 'one of the ',
  brackets: '( ',
  genitives: 'Ada’s ',
};
