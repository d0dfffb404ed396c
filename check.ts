/** All that can be known without running a test. Every check runs, also when another fails; exit code 1 when any did. */
import { exec } from 'node:child_process';

const CHECKS = {
  types: 'tsc --noEmit --project .',
  'types of the site': 'tsc --noEmit --project web',
  'lint and format': 'biome check --error-on-warnings',
  'generated files': 'node codegen.ts --check',
  'schema and examples': 'eslint --max-warnings=0 schema examples',
};

const running = Object.entries(CHECKS).map(
  ([name, command]) =>
    new Promise<{ name: string; passed: boolean; output: string }>((resolve) => {
      const options = { cwd: import.meta.dirname, maxBuffer: Number.POSITIVE_INFINITY };
      exec(`${command} 2>&1`, options, (error, output) => resolve({ name, passed: error === null, output }));
    }),
);

for (const { name, passed, output } of await Promise.all(running)) {
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name}`);
  if (!passed) console.log(output);
  if (!passed) process.exitCode = 1;
}
