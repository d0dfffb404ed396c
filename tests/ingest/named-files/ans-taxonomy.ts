import { type NamedFile, organization, paragraph, person, place, topic, topicByName } from './named-file.ts';

/**
 * ANS: a story that is nothing but its taxonomy, and refused as it is. With words and a date put in, its section is the primary site, its other sites
 * are what it is about; a tag without an id is known by its name alone; symbols of shares and tasks of desks are for machines and desks.
 */
export const taxonomy: NamedFile = {
  path: 'washingtonpost-ans/0.10.12/story-fixture-good-taxonomy.json',
  format: 'ans',
  refused: [{ faults: ['document: headlines: basic: is missing', 'document: content_elements: hold no words'] }],
  beside: {
    headlines: { basic: 'Harbour closes' },
    publish_date: '2015-06-24T09:00:00Z',
    content_elements: [{ type: 'text', content: 'The harbour closed.' }],
  },
  articles: [
    {
      answer: {
        version: Date.parse('2015-06-24T09:50:50.520Z'),
        uri: 'unique ANS id',
        headline: 'Harbour closes',
        section: { slug: 'news', name: 'News' },
        firstCreated: '2015-06-24T09:50:50.520Z',
        datePublished: '2015-06-24T09:00:00.000Z',
        versionCreated: '2015-06-24T09:50:50.520Z',
        path: '/news/2015/06/harbour-closes',
        about: [topic('Business'), topic('Manufacturing'), topic('Fred'), topic('Writing'), topicByName('Obama')],
        mentions: [organization('JPMorgan Chase'), person('Barack Obama'), place('Washington D.C.'), topicByName('Anesthesiologist')],
      },
      blocks: [paragraph('The harbour closed.')],
    },
  ],
};
