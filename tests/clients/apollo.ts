import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import possibleTypes from './generated/possible-types.ts';

/**
 * Apollo Client for one site.
 * @param url of the service, such as `http://127.0.0.1:4000/graphql`
 */
export function openApollo(url: string): ApolloClient {
  return new ApolloClient({
    link: new HttpLink({ uri: url }),
    cache: new InMemoryCache({ ...possibleTypes }),
  });
}
