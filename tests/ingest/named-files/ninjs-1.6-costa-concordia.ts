import { type NamedFile, paragraph } from './named-file.ts';

/** ninjs 1.6 with roles of its own making: `headline_main`, and a `body_richtext` that is HTML beside a plain `body_main`. */
export const costaConcordia16: NamedFile = {
  path: 'iptc-ninjs/examples/1.6/004_simple_text_article.json',
  format: 'ninjs',
  query: 'section=courts',
  articles: [
    {
      answer: {
        version: 1,
        uri: 'http://ninjs.example.com/newsitems/20130709simp123',
        headline: 'Captain of wrecked cruise ship on trial in Italy',
        byline: "Paulo Santalucia and Frances d'Emilio",
        datePublished: '2013-07-09T10:37:00.000Z',
        versionCreated: '2013-07-09T10:37:00.000Z',
        section: { slug: 'courts', name: 'Courts' },
        path: '/courts/captain-of-wrecked-cruise-ship-on-trial-in-italy',
      },
      blocks: [
        paragraph('GROSSETO, Italy (AP) -- … in the 2012 tragedy.'),
        paragraph('The sole defendant, Francesco Schettino, … near the island of Giglio.'),
        paragraph("His lawyer, Domenico Pepe, … nationwide lawyers' strike."),
        paragraph('Pepe said some 1,000 witnesses … took on water and capsized. Schettino has denied wrongdoing.'),
      ],
    },
  ],
};
