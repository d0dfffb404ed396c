import clients from '../tests/clients/codegen.ts';

/** What is written for the package: types of the documents of pages and of its fragments, and the types behind interfaces and unions. */
export default {
  ...clients,
  documents: '{examples,client/fragments}/*.graphql',
  generates: {
    'client/src/generated.ts': {
      plugins: ['typescript-operations', 'typed-document-node'],
      config: { documentMode: 'string' },
    },
    'client/src/possible-types.ts': { plugins: ['fragment-matcher'], config: {} },
  },
};
