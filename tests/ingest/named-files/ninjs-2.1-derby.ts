import { type NamedFile, paragraph, spoken } from './named-file.ts';

const said = (name: string, jobTitle: string) => ({ cue: 'sagte', speaker: { name, jobTitle, anonymous: false } });

/**
 * ninjs 2.1 of dpa: in German, of summer time, with the byline in words alone. Of its quotations some are of nobody (a rule, a claim that is
 * attributed at a distance); the others are said by people whose whole names stand in an earlier paragraph.
 */
export const derby: NamedFile = {
  path: 'iptc-ninjs/examples/2.1/dpa_text.json',
  format: 'ninjs',
  articles: [
    {
      answer: {
        version: 2,
        uri: 'urn:newsml:dpa.com:20090101:190510-99-167362',
        headline: 'Faktencheck Derby-Elfmeter: Hat Schiedsrichter Zwayer recht?',
        byline: 'Von Christian Hollmann, dpa',
        inLanguage: 'de',
        datePublished: '2019-05-10T14:02:28.000Z', // 16:02:28+02:00
        versionCreated: '2019-05-10T14:02:28.000Z',
        path: '/news/faktencheck-derby-elfmeter-hat-schiedsrichter-zwayer-recht',
        copyrightNotice: 'Copyright 2019, dpa (www.dpa.de). Alle Rechte vorbehalten',
        mentions: ['Lutz Michael Fröhlich', 'Thorsten Kinhöfer', 'Markus Merk'].map((name) => ({
          __typename: 'Person',
          name,
          identity: 'NAME_ONLY',
        })),
        quotations: [
          spoken('PARTIAL', 'der größte Skandal im Fußball seit Jahren', 25),
          spoken('DIRECT', 'Die Aufnahmen haben … ein strafbares Handspiel war.', 84),
          spoken('PARTIAL', 'in fast allen Fällen klar und regeltechnisch korrekt', 337),
          spoken('DIRECT', 'Ein Handspiel liegt vor, … dem Arm berührt.', 97),
          spoken('PARTIAL', 'die Bewegung der Hand zum Ball … noch kein Vergehen)', 243),
          spoken('PARTIAL', 'Vergrößerung der Körperfläche', 73),
          spoken('PARTIAL', 'Bestandteil der Regelschulungen … Beginn der Saison', 206, said('Lutz Michael Fröhlich', 'Schiri-Boss')),
          spoken('PARTIAL', 'an den internationalen … Einheitlichkeit zu erreichen', 355),
          spoken('PARTIAL', 'war hier nicht der Fall', 104, said('Thorsten Kinhöfer', 'frühere Top-Referee')),
          spoken('DIRECT', 'Weigl kann mit dem Ball überhaupt nicht rechnen.', 301, {
            speaker: { name: 'Markus Merk', jobTitle: 'Sky-Experte', anonymous: false },
          }),
          spoken('PARTIAL', 'nie und nimmer ein Elfmeter', 375),
        ],
      },
      // the name of a rule, and that of the newspaper which he said it to
      notSpoken: ['Fouls und unsportliches Betragen', 'Bild am Sonntag'],
      blocks: [
        paragraph('Für Lucien Favre war es «der größte … für die Gäste auf.'),
        paragraph('Auf Hinweis seines Video-Assistenten … danach kippte die Partie.'),
        paragraph('BEHAUPTUNG: Referee Zwayer aus Berlin … ein strafbares Handspiel war.»'),
        paragraph('BEWERTUNG: Diese Aussage ist umstritten. … regeltechnisch korrekt» gelobt.'),
        paragraph('FAKTEN: In der Regel 12 «Fouls … noch kein Vergehen)».'),
        paragraph('In der konkreten Situation trifft … Szene übersehen hatte.'),
        paragraph('Schiri Zwayer argumentiert … Einheitlichkeit zu erreichen».'),
        paragraph('Strittig aber bleibt die Beurteilung … nie und nimmer ein Elfmeter».'),
        paragraph('Die Debatte zeigt einmal mehr, … Auslegung der Bestimmungen kommen.'),
      ],
    },
  ],
};
