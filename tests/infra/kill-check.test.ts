import { describe, expect, it, vi } from 'vitest';
import { plainApp } from '../../infra/checks.ts';
import { readClientDocuments } from '../../lambda/local/client-documents.ts';
import { resourcesOf, stacksOf } from '../support/templates.ts';

const ROOT = `${import.meta.dirname}/../..`;

describe('the document that a withdrawn article is looked for with', () => {
  it('is asked by the id under which npm run documents registers its file', () => {
    const [{ id } = { id: '' }, ...others] = readClientDocuments(['infra/kill-check.graphql'], ROOT);
    expect(others).toEqual([]);
    vi.stubEnv('CDK_VALIDATION', 'false'); // templates.test.ts has it checked
    const { stacks } = stacksOf('prod', plainApp(), { skipValidation: true });
    vi.unstubAllEnvs();
    const addresses = resourcesOf(stacks, 'AWS::Lambda::Function').flatMap(([, { Properties }]) => {
      const address = Properties.Environment.Variables.KILL_CHECK_URL;
      return address ? [JSON.stringify(address)] : [];
    });
    expect(addresses).toEqual([expect.stringContaining(`/graphql?documentId=${id}&variables=`)]);
  });
});
