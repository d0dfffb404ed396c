import { type NamedFile, paragraph, place, topic } from './named-file.ts';

/** Superdesk's dialect: French, an author whom a user id tells from others of his name, a place with a code. Its `ednote` is for desks. */
export const headlineOfAap: NamedFile = {
  path: 'superdesk-core/tests/io/fixtures/ninjs1.json',
  format: 'ninjs',
  articles: [
    {
      answer: {
        version: 2,
        uri: 'urn:newsml:localhost:2017-08-24T14:37:19.783611:c044162e-7f40-4d04-b700-49b6a66e652c',
        headline: 'headline',
        abstract: 'abstract',
        byline: 'Peter and Jane',
        located: 'Milton Keynes',
        contributions: [{ role: 'AUTHOR', person: { name: 'John', identity: 'SOURCE' }, note: 'bio' }],
        inLanguage: 'fr',
        genre: 'Article (news)',
        section: { slug: 'advisory', name: 'Advisory' },
        firstCreated: '2017-08-24T04:37:19.000Z',
        datePublished: '2017-08-24T04:38:34.000Z',
        versionCreated: '2017-08-24T04:38:34.000Z',
        path: '/advisory/2017/08/headline',
        about: [topic('arts, culture and entertainment', { code: '01000000' })],
        mentions: [place('NSW')],
        usageTerms: 'Usage',
        copyrightNotice: 'Copyright',
        creditLine: 'AAP',
      },
      blocks: [paragraph('The story so far.')],
    },
  ],
};
