/**
 * What is written for the two clients, in the form of GraphQL Code Generator's own configuration file: a front end can take it as it is.
 * `npm run codegen` reads it. The first client sends strings with `fetch`; the second is Apollo Client, whose cache needs `__typename`
 * everywhere and the types behind interfaces and unions.
 */
export default {
  schema: 'schema/*.graphql',
  documents: 'examples/*.graphql',
  config: {
    scalars: { DateTime: 'string', ID: 'string' },
    strictScalars: true, // a scalar that is missing here is an error, not an `any`
    futureProofEnums: true, // values may be added: a switch needs a default
    arrayInputCoercion: false,
    useTypeImports: true,
  },
  generates: {
    'tests/clients/generated/fetch.ts': {
      plugins: ['typescript-operations', 'typed-document-node'],
      config: { documentMode: 'string' },
    },
    'tests/clients/generated/apollo.ts': {
      plugins: ['typescript-operations', 'typed-document-node'],
      config: { documentMode: 'graphQLTag', gqlImport: '@apollo/client#gql', nonOptionalTypename: true, skipTypeNameForRoot: true },
    },
    'tests/clients/generated/possible-types.ts': { plugins: ['fragment-matcher'], config: {} },
  },
};
