import clients from '../tests/clients/codegen.ts';

/** What is written for the site: the types of its own documents, with the fragments of the client package. */
export default {
  ...clients,
  documents: '{client/fragments,web/documents}/*.graphql',
  generates: {
    'web/src/generated.ts': {
      plugins: ['typescript-operations', 'typed-document-node'],
      config: { documentMode: 'string', onlyOperationTypes: true },
    },
  },
};
