import { type NamedFile, paragraph, topic } from './named-file.ts';

/** An export with all that WordPress keeps beside a post: a comment with its reader's address, ratings, fields, e-mail of authors, a page. */
export const comprehensive: NamedFile = {
  path: 'wordpress-wxr/wxr-comprehensive.xml',
  format: 'wordpress-wxr',
  articles: [
    {
      answer: {
        version: 1,
        uri: 'https://playground.internal/site/?p=1000',
        headline: 'Comprehensive Post',
        abstract: 'An excerpt for comprehensive post',
        contributions: [{ role: 'AUTHOR', person: { name: 'Alice', identity: 'SOURCE' } }], // alice, by the name that the site shows
        inLanguage: 'en-US',
        section: { slug: 'news', name: 'News' },
        datePublished: '2024-06-05T16:04:48.000Z',
        path: '/news/2024/06/comprehensive-post',
        about: [topic('Updates'), topic('T1'), topic('T2')],
      },
      blocks: [
        paragraph('This is a comprehensive post body used to validate the importer.'),
        paragraph('Includes categories, tags and a comment.'),
      ],
    },
  ],
};
