import { conceptKindOf, isArticleId, parsePartId } from '../../../lambda/domain/identity.ts';
import type { Answer, Ask } from '../../support/graphql.ts';
import type { Document, Values } from './documents.ts';
import { marksIn } from './marked.ts';

/** One document with the values of its variables. */
export type Question = Document & { variables: Readonly<Record<string, unknown>> };

/** What came back: without its cost, which is apart. */
export type Crawled = { question: Question; answer: Omit<Answer<unknown>, 'extensions'> & { extensions: object }; calls: number };

/** As many as keep the handler and DynamoDB busy on two cores. */
const AT_ONCE = 2;

/** Every document with values of its root field: those that name with every value, the others with the few that tell most. */
export function questionsOf(
  documents: readonly Document[],
  roots: ReadonlyMap<string, readonly string[]>,
  all: Values,
  few: Values,
): Question[] {
  return documents.flatMap((document) => {
    const values = document.purpose === 'NAMES' ? all : few;
    return variablesFor(
      (roots.get(document.root) ?? []).filter((arg) => document.text.includes(`$${arg.split(':')[0]}`)),
      values,
    )
      .filter(({ id }) => document.only === null || id === undefined || typeOf(String(id)) === document.only)
      .map((variables) => ({ ...document, variables }));
  });
}

/** The type of what a node's id names. */
function typeOf(id: string): string | null {
  if (isArticleId(id)) return 'NewsArticle';
  return conceptKindOf(id) ?? (parsePartId('q', id) ? 'Quotation' : parsePartId('u', id) ? 'LivePost' : null);
}

/** Each value of each argument: arguments are given `name: Type`. */
function variablesFor(args: readonly string[], values: Values): Record<string, unknown>[] {
  return args.reduce<Record<string, unknown>[]>(
    (made, arg) => made.flatMap((one) => (values[arg] ?? []).map((value) => ({ ...one, [arg.split(':')[0] as string]: value }))),
    [{}],
  );
}

/** Asks everything, some questions beside each other. @param until ends the crawl early when an answer is enough */
export async function crawl(
  ask: Ask,
  questions: readonly Question[],
  { headers = {}, until = () => false }: { headers?: Record<string, string>; until?: (crawled: Crawled) => boolean } = {},
): Promise<Crawled[]> {
  const crawled: Crawled[] = [];
  const next = questions.entries();
  let enough = false;
  const work = async () => {
    for (const [place, question] of next) {
      if (enough) return;
      const { extensions, ...answer } = await ask<unknown>(question.text, question.variables, headers);
      const { cost, ...others } = extensions ?? { cost: { calls: Number.NaN, units: Number.NaN } };
      const one = { question, answer: { ...answer, extensions: others }, calls: cost.calls };
      crawled[place] = one;
      enough ||= until(one);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return crawled;
}

/** All marks in an answer: in data, errors and extensions, also in what is written as base64url, as cursors are. */
export function marksOf({ question, answer }: Crawled): string[] {
  const text = JSON.stringify(answer);
  const asked = question.text + JSON.stringify(question.variables);
  const hidden = new Set(text.match(/(?<=")[\w-]{16,}(?=")/g) ?? []);
  const decoded = [...hidden].filter((one) => !asked.includes(one)).map((one) => Buffer.from(one, 'base64url').toString('utf8')); // `changes` hands back the cursor that it was given
  return marksIn(`${text}\n${decoded.join('\n')}`);
}

/** Every `Type.field` that an answer says something in: neither null nor an empty list. */
export function saidIn({ answer }: Crawled): Set<string> {
  const said = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one);
    else if (typeof value === 'object' && value !== null)
      for (const [key, part] of Object.entries(value)) {
        const [type, field] = key.split('__');
        if (type && field && part !== null && !(Array.isArray(part) && part.length === 0)) said.add(`${type}.${field}`);
        walk(part);
      }
  };
  walk(answer.data);
  return said;
}
