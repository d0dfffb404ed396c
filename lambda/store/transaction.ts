import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ExecuteTransactWriteInput, type ExecuteTransactWriteOptions, execute } from 'dynamodb-toolbox/entity/actions/transactWrite';
import { counted, type NewsTable } from './news-table.ts';
import { backOff } from './retries.ts';

/** Anything that can stand in a write transaction. */
export type Action = Exclude<ExecuteTransactWriteInput[number], ExecuteTransactWriteOptions>;

/** DynamoDB's own limits. @see Amazon DynamoDB Developer Guide, "TransactWriteItems": 100 actions, 4 MB in all */
export const MAX_ACTIONS = 100;
const MAX_TRANSACTION_BYTES = 4 * 1024 * 1024;

/** A hundred items of 4 MB in all take longer than any other call; milliseconds. */
const WRITING = { requestTimeout: 4_000 } as const;

/** The fence did not hold: somebody else wrote in between. Read again, decide again. */
export class StaleState extends Error {
  constructor() {
    super('The article changed while it was being written');
    this.name = 'StaleState';
  }
}

/** A conflict lasts as long as the other transaction, a few milliseconds. */
const ATTEMPTS = 10;

/**
 * Writes all actions or none. One call; more when DynamoDB asks to try again. All attempts carry one token: where the first was written and its
 * answer lost, the next is answered as the first would have been, and its own conditions are not held against it.
 * @throws {StaleState} when a condition failed
 */
export async function transact(table: NewsTable, actions: readonly Action[]): Promise<void> {
  const clientRequestToken = randomUUID();
  for (let attempt = 1; ; attempt += 1) {
    try {
      await counted(table, execute({ documentClient: table.client, capacity: 'TOTAL', clientRequestToken, ...WRITING }, ...actions));
      return;
    } catch (error) {
      const reasons = cancellationReasons(error);
      if (reasons.includes('ConditionalCheckFailed')) throw new StaleState();
      if (reasons.some(isThrottling)) table.throttled?.();
      if (attempt === ATTEMPTS || !reasons.some(passing)) throw error;
      await sleep(backOff(attempt + 1));
    }
  }
}

/** Lets a write pass only while the `rev` of its item is the one that was read; 0 where there was none. */
export function atRev(rev: number) {
  return rev === 0 ? ({ attr: 'rev', exists: false } as const) : ({ attr: 'rev', eq: rev } as const);
}

/** Whether so many actions, of so many bytes of JSON, go in one transaction. A margin of a tenth stays for keys and attribute names. */
export function fitsOneTransaction(actions: readonly Action[]): boolean {
  return actions.length <= MAX_ACTIONS && actions.reduce((sum, action) => sum + sizeOf(action.params()), 0) < MAX_TRANSACTION_BYTES * 0.9;
}

/**
 * Groups of actions that belong together, in their order, in as few transactions as take them: each holds whole groups, and `reserved`.
 * @param groups each of which fits in one transaction with what is reserved
 */
export function partsThatFit<Group>(
  groups: readonly Group[],
  actionsOf: (group: Group) => readonly Action[],
  reserved: readonly Action[],
): Group[][] {
  const measure = (actions: readonly Action[]) => actions.reduce((sum, action) => sum + sizeOf(action.params()), 0);
  const room = MAX_TRANSACTION_BYTES * 0.9 - measure(reserved);
  const parts: Group[][] = [];
  let count = 0;
  let bytes = 0;
  for (const group of groups) {
    const actions = actionsOf(group);
    const size = measure(actions);
    const part = parts.at(-1);
    if (part && count + actions.length + reserved.length <= MAX_ACTIONS && bytes + size <= room) {
      part.push(group);
      count += actions.length;
      bytes += size;
    } else {
      parts.push([group]);
      count = actions.length;
      bytes = size;
    }
  }
  return parts;
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (value instanceof Uint8Array) return value.length;
  if (value === null || typeof value !== 'object') return 8;
  return Object.entries(value).reduce((sum, [name, inner]) => (name === 'ToolboxItem' ? sum : sum + name.length + sizeOf(inner)), 0);
}

function cancellationReasons(error: unknown): string[] {
  const { CancellationReasons = [] } = error as { CancellationReasons?: { Code?: string }[] };
  return CancellationReasons.map(({ Code = 'None' }) => Code);
}

/** Reasons that pass by themselves. */
function passing(reason: string): boolean {
  return reason === 'TransactionConflict' || isThrottling(reason);
}

function isThrottling(reason: string): boolean {
  return reason === 'ThrottlingError' || reason === 'ProvisionedThroughputExceeded';
}
