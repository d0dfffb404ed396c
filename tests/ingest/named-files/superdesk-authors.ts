import { type NamedFile, paragraph, topic } from './named-file.ts';

/**
 * Superdesk's dialect, as Superdesk Publisher is pushed it: two authors with roles and a line about each, a category, a subject with its code,
 * empty rights, and fields of a desk's own (`extra`), a rank (`priority`) and counts that are not for readers.
 */
export const testingAuthors: NamedFile = {
  path: 'superdesk-core/src/SWP/Component/Bridge/spec/ninjs.json',
  format: 'ninjs',
  articles: [
    {
      answer: {
        version: 3,
        uri: 'urn:newsml:sd-master.test.superdesk.org:2018-01-18T09:26:52.402693:f0d01867-e91e-487e-9a50-b638b78fc4bc',
        headline: 'testing authors',
        abstract: 'Lorem ipsum abstract',
        byline: 'John Jones',
        located: 'Prague',
        contributions: [
          { role: 'AUTHOR', person: { name: 'Nareg Asmarian', identity: 'NAME_ONLY' }, note: 'bioquil' },
          { role: 'EDITOR', person: { name: 'vincer vincer', identity: 'NAME_ONLY' }, note: 'not dead yet' },
        ],
        genre: 'Article (news)',
        section: { slug: 'sports', name: 'sports' },
        firstCreated: '2018-01-18T09:26:52.000Z',
        datePublished: '2018-01-18T09:31:58.000Z', // firstpublished
        versionCreated: '2018-01-18T09:31:58.000Z',
        path: '/sports/2018/01/testing-authors',
        about: [topic('archaeology', { code: '01001000' })],
        creditLine: 'Sourcefabric',
      },
      blocks: [paragraph('Lorem ipsum body')],
    },
  ],
};
