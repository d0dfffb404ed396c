/** Rules for the GraphQL documents: the SDL and the examples that pages ask. TypeScript is Biome's. */
import graphql from '@graphql-eslint/eslint-plugin';

const { rules: recommended } = graphql.configs['flat/schema-recommended'];
const { rules: relay } = graphql.configs['flat/schema-relay'];
const { rules: operations } = graphql.configs['flat/operations-recommended'];

const graphqlFiles = {
  languageOptions: {
    parser: graphql.parser,
    parserOptions: { graphQLConfig: { schema: 'schema/*.graphql', documents: 'examples/*.graphql' } },
  },
  plugins: { '@graphql-eslint': graphql },
};

export default [
  {
    ...graphqlFiles,
    files: ['schema/*.graphql'],
    rules: {
      ...recommended,
      ...relay,
      '@graphql-eslint/require-description': [
        'error',
        { types: true, DirectiveDefinition: true, FieldDefinition: true, InputValueDefinition: true, EnumValueDefinition: true },
      ],
      '@graphql-eslint/description-style': 'off', // one line in quotation marks, more between triple ones
      '@graphql-eslint/strict-id-in-types': 'off', // values such as Image or MovedArticle have no identity
      '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false }],
    },
  },
  {
    ...graphqlFiles,
    files: ['examples/*.graphql'],
    rules: {
      ...operations,
      '@graphql-eslint/require-selections': 'off', // a page asks for an id where it needs one
      '@graphql-eslint/selection-set-depth': 'off', // the service has a limit of its own
    },
  },
];
