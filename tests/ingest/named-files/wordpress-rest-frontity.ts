import type { NamedFile } from './named-file.ts';

/** The real answers of the REST interface that there are hold neither title nor words: what would stand in the article is not there to be taken. */
export const restPost: NamedFile = {
  path: 'wordpress-rest/post-type/post-1.json',
  format: 'wordpress-rest',
  articles: [],
  refused: [{ faults: ['document: title: is missing', 'document: content: holds no words'] }],
};

export const restArchive: NamedFile = {
  path: 'wordpress-rest/post-archive/posts.json',
  format: 'wordpress-rest',
  articles: [],
  refused: [
    {
      faults: [1, 2, 3].flatMap((entry) => [
        `document, entry ${entry}: title: is missing`,
        `document, entry ${entry}: content: holds no words`,
      ]),
    },
  ],
};
