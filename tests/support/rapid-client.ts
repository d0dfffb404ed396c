/**
 * Stands in for `rapid-client.node`, the compiled transport of aws-lambda-ric 4.0.2, so that nobody has to compile it.
 * Preloaded, it puts itself in the addon's place: loader, context, logging and errors stay Lambda's own.
 */
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (specifier, context, nextResolve) =>
    specifier === './rapid-client.node'
      ? { url: import.meta.url, format: 'module-typescript', shortCircuit: true }
      : nextResolve(specifier, context),
});
process.stdin.once('end', () => process.exit()).resume(); // whoever started this function is gone

const invocations = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation`;
let posted: Promise<unknown> = Promise.resolve(); // the addon blocks until its answer is taken; here the next call waits for it

export async function next(): Promise<{ bodyJson: string; headers: Record<string, string> }> {
  await posted;
  const response = await fetch(`${invocations}/next`);
  return { bodyJson: await response.text(), headers: Object.fromEntries(response.headers) };
}

export function done(id: string, response: string): void {
  posted = fetch(`${invocations}/${id}/response`, { method: 'POST', body: response });
}

export function error(id: string, failure: string): void {
  posted = fetch(`${invocations}/${id}/error`, { method: 'POST', body: failure });
}
