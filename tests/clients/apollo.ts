import { ApolloClient, type FieldMergeFunction, HttpLink, InMemoryCache } from '@apollo/client';
import possibleTypes from './generated/possible-types.ts';

/** What was asked of a concept before and what was asked now come together, if both are of the same concept. */
const sameConcept: FieldMergeFunction = (before, now, { readField, mergeObjects }) =>
  before && readField('id', before) === readField('id', now) ? mergeObjects(before, now) : now;

/**
 * A cache that knows the schema. Articles and quotations are kept once, under their ids.
 * A concept is kept with the article that names it: `name` is what that article calls it, and another article, in another language
 * perhaps, calls it otherwise. Kept under its id, it would bear the name that came last, in every byline.
 */
export function newsCache(): InMemoryCache {
  return new InMemoryCache({
    ...possibleTypes,
    typePolicies: {
      Concept: { keyFields: false, merge: sameConcept },
      // Parts of one version of an article: replaced as a whole, so that none is made of two versions.
      Attribution: { merge: false },
      Body: { merge: false },
      Image: { merge: false },
      LiveBlog: { merge: false },
      Section: { merge: false },
      Seo: { merge: false },
      Series: { merge: false },
      Standfirst: { merge: false },
    },
  });
}

/** @param url of the service, such as `http://127.0.0.1:4000/graphql` */
export function openApollo(url: string): ApolloClient {
  return new ApolloClient({ link: new HttpLink({ uri: url }), cache: newsCache() });
}
