import { type NamedFile, paragraph } from './named-file.ts';

/** ninjs 1.x: the same words as `body_text` and as `body_xhtml`. No language, no version, no section; its only instant is `versioncreated`. */
export const costaConcordia14: NamedFile = {
  path: 'iptc-ninjs/examples/1.4/ninjsExSimpleText1.json',
  format: 'ninjs',
  articles: [
    {
      answer: {
        version: 1,
        uri: 'http://ninjs.example.com/newsitems/20130709simp123',
        headline: 'Captain of wrecked cruise ship on trial in Italy',
        byline: "Paulo Santalucia and Frances d'Emilio",
        datePublished: '2013-07-09T10:37:00.000Z',
        versionCreated: '2013-07-09T10:37:00.000Z',
        path: '/news/captain-of-wrecked-cruise-ship-on-trial-in-italy',
      },
      blocks: [
        paragraph('GROSSETO, Italy (AP) -- … in the 2012 tragedy.'),
        paragraph('The sole defendant, Francesco Schettino, … near the island of Giglio.'),
        paragraph("His lawyer, Domenico Pepe, … nationwide lawyers' strike."),
        paragraph('Pepe said some 1,000 witnesses … Schettino has denied wrongdoing.'),
      ],
    },
  ],
};
