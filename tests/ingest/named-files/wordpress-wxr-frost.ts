import { link, type NamedFile, paragraph } from './named-file.ts';

/** An export of one post, of blocks: a line of verse is a line, a line end in the markup is a blank. Its one category is that of nobody's choice. */
export const frost: NamedFile = {
  path: 'wordpress-wxr/wxr-simple.xml',
  format: 'wordpress-wxr',
  articles: [
    {
      answer: {
        version: Date.parse('2024-06-10T12:28:55Z'), // post_modified_gmt
        uri: 'https://playground.internal/path/?p=1', // the guid; the number of the post is another one
        headline: '"The Road Not Taken" by Robert Frost',
        contributions: [{ role: 'AUTHOR', person: { name: 'admin', identity: 'SOURCE' } }],
        inLanguage: 'en-US',
        datePublished: '2024-06-05T16:04:48.000Z',
        versionCreated: '2024-06-10T12:28:55.000Z',
        path: '/news/2024/06/hello-world',
      },
      blocks: [
        paragraph('Two roads diverged in a yellow wood,\nAnd sorry I could not travel both'),
        paragraph(
          'One seemed great, but the other seemed great too. There was also a third option, but it was not as great. playground.internal/path/one was the best choice. https://playground.internal/path-not-taken was the second best choice.',
          link(0, 'One', 'https://playground.internal/path/one'),
          link(22, 'the other', 'https://playground.internal/path-not-taken'),
          link(67, 'third', 'https://w.org'),
        ),
      ],
    },
  ],
};
