import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

describe('npm run deploy', () => {
  it.each([[['deploy']], [['deploy', '--stage']], [['deploy', '--stage', 'production']], [['destroy', '--stage', 'prod']], [[]]])(
    'does nothing when it is told %j',
    (words) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/deploy.ts', ...words], {
        cwd: `${import.meta.dirname}/../..`,
        encoding: 'utf8',
      });
      expect([status, stdout, stderr]).toEqual([1, '', 'npm run deploy -- --stage dev|prod\n']);
    },
  );
});
