import { languageWith, words } from './language.ts';

/** German: every noun has a capital, so that a name is what stands without an article, or behind a role. */
export const german = languageWith({
  capitalNouns: true,
  sayings: words(
    'sagte sagt sagten sagen erklärte erklärt erklärten meinte meint betonte betont fügte warnte warnt kritisierte kritisiert forderte',
    'fordert schrieb schreibt berichtete berichtet erzählte erzählt antwortete antwortet fragte fragt nannte nennt bezeichnete bezeichnet',
    'sprach spricht versicherte versichert behauptete behauptet ergänzte ergänzt entgegnete rief räumte gab gibt kündigte bestätigte',
    'bestätigt lobte erinnerte urteilte urteilt resümierte bilanzierte klagte beteuerte mahnte mahnt gesagt',
  ),
  weakSayings: words('erklärt meint gab gibt sprach spricht rief räumte kündigte fügte erinnerte gesagt nennt nannte'),
  namings: words('namens genannt buch roman film lied album stück'),
  sourcePrepositions: [['laut'], ['zufolge'], ['nach', 'angaben', 'von']],
  pronouns: new Map([
    ['er', 'male'],
    ['sie', 'female'],
    ['es', 'thing'],
  ]),
  genderedWords: new Map([
    ['er', 'male'],
    ['ihm', 'male'],
    ['seinem', 'male'],
  ]),
  possessives: words('sein seine seiner seinem seinen ihr ihre ihrer ihrem ihren'),
  quotingConjunctions: words('wie'),
  relatives: words('deren dessen welche welcher was wer wo als wenn'),
  definiteArticles: words('der die das dem den'),
  determiners: words(
    'der die das dem den des ein eine einer eines einem einen kein keine mehrere viele einige manche sein seine ihr ihre zwei drei',
  ),
  pluralDeterminers: words('mehrere viele einige manche zwei drei'),
  joins: words('und'),
  auxiliaries: words('hat haben hatte hatten ist sind war waren wird werden wurde wurden soll sollte kann könnte will wollte nicht'),
  passives: words('wird werden wurde wurden'),
  agentPrepositions: words('von'),
  conjunctions: words('und aber oder denn doch sondern dass weil wenn als ob obwohl während nachdem bevor wie'),
  prepositions: words(
    'in im an am auf aus bei beim mit nach seit von vom zu zum zur vor für gegen über unter um durch ohne trotz wegen zwischen',
  ),
  institutionPrepositions: words('bei beim am an'),
  rolePrepositions: words('von vom des der für'),
  placePrepositions: words('in im aus'),
  whereabouts: words('in nahe bei'),
  nameConnectors: words('für der des und'),
  particles: words('von zu van de der'),
  adverbs: words('auch dann später gestern heute am abend danach zuvor noch nun schon jedoch hingegen dagegen dazu hinzu weiter dort hier'),
  honorifics: new Map([
    ['herr', 'male'],
    ['herrn', 'male'],
    ['frau', 'female'],
    ['dr.', null],
    ['prof.', null],
  ]),
  roles: words(
    'sprecher sprecherin chef chefin präsident präsidentin kanzler kanzlerin professor professorin anwalt anwältin arzt ärztin vorstand',
    'wirt wirtin',
  ),
  roleEnding:
    /(?:minister|leiter|sprecher|meister|trainer|forscher|händler|arbeiter|richter|lehrer|vertreter|berater|direktor|präsident|ologe?|ist|beamter?|experte?|chef|-boss|referee|schiri)(?:in|innen|en|n)?$/,
  surnames: words('richter bauer meister kaiser schneider'),
  descriptions: words('mann frau kind mutter vater schwester bruder nachbar nachbarin mensch menschen zeuge zeugin opfer'),
  placeRoles: words(
    'bürgermeister bürgermeisterin ministerpräsident ministerpräsidentin präsident präsidentin könig königin premierminister',
    'premierministerin',
  ),
  roleModifiers: words('ehemalige ehemaliger frühere früherer stellvertretende stellvertretender amtierende'),
  institutions: words(
    'universität hochschule institut akademie ministerium amt behörde polizei verband verein gesellschaft stiftung bank partei',
    'gewerkschaft regierung gericht museum theater zeitung werke ag gmbh klub club fc rat kammer',
  ),
  documents: words('erklärung brief bericht'),
  peopleEnding: /isch(?:e|er|en)?$/u,
  calendar: words('montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag'),
  abbreviations: words('Dr. Prof. St. Nr. z.B. ca. usw. bzw.'),
});
