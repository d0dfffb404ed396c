import { isUtf8 } from 'node:buffer';
import { basename, resolve } from 'node:path';
import { type DefinitionNode, type FragmentDefinitionNode, GraphQLError, Kind, parse, print, visit } from 'graphql';
import { type DocumentId, documentId, parseDocumentId } from '../domain/document-id.ts';
import { type Fault, Refused, refuse } from '../domain/fault.ts';
import { checkDocument, faultOf } from '../graphql/check-document.ts';
import { LIMITS } from '../graphql/limits.ts';
import { registerDocument } from '../store/document-writes.ts';
import type { NewsTable } from '../store/news-table.ts';
import { findFiles, readBytes } from './documents.ts';

/** What clients ask, as their files have it. */
export type ClientDocument = { id: DocumentId; text: string /** The names of its operations. */; operations: readonly string[] };

/** A file of GraphQL, and the definitions in it. */
type Source = { shown: string; text: string; definitions: readonly DefinitionNode[] };

/** A text that is to be registered, and where it comes from. */
type Candidate = { shown: string; text: string };

const GRAPHQL = /\.(graphql|gql)$/i;
const JSON_FILE = /\.json$/i;

/**
 * The documents behind some names: each file of GraphQL that holds an operation is one, word for word. Fragments that it spreads and does not define come from the
 * other files, and are written behind it. A JSON file that is named is what a client's own tools wrote: an object of ids and texts, or Apollo's manifest.
 * @param from the folder in which the names were typed
 * @throws {Refused} naming everything that is wrong, each with its file; then nothing is to be registered
 */
export function readClientDocuments(names: readonly string[], from: string): ClientDocument[] {
  const faults: Fault[] = [];
  /** What `read` answers; nothing when it is refused, which is remembered with the file. */
  const noting = <Value>(shown: string, read: () => Value): Value[] => {
    try {
      return [read()];
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      faults.push(...error.faults.map(({ place, reason }) => ({ place: `${shown}: ${place}`, reason })));
      return [];
    }
  };
  const found = names.flatMap((name) => {
    const files = findFiles([name], from).filter((one) => 'faults' in one || GRAPHQL.test(one.file) || one.file === resolve(from, name));
    return files.length > 0
      ? files
      : [{ shown: name, faults: [{ place: 'folder', reason: 'holds no file that ends in .graphql or .gql' }] }];
  });
  const sources: Source[] = [];
  const candidates: Candidate[] = [];
  for (const one of found) {
    noting(one.shown, () => {
      if ('faults' in one) throw new Refused(one.faults);
      const text = textOf(one.file);
      if (JSON_FILE.test(one.file)) candidates.push(...manifestTexts(one.shown, text));
      else sources.push({ shown: one.shown, text, definitions: definitionsOf(text) });
    });
  }
  const fragments = sources.flatMap(({ definitions }) => definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION));
  for (const source of sources) {
    if (source.definitions.every(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)) continue; // others spread them
    candidates.push(...noting(source.shown, () => ({ shown: source.shown, text: withFragments(source, fragments) })));
  }
  const documents = new Map<DocumentId, ClientDocument>();
  const places = new Map<string, { shown: string; id: DocumentId }>();
  for (const { shown, text } of candidates) {
    for (const operations of noting(shown, () => checkDocument(text))) {
      const id = documentId(text);
      documents.set(id, { id, text, operations });
      for (const name of operations) {
        const other = places.get(name);
        if (other && other.id !== id) faults.push({ place: shown, reason: `another operation ${name} stands in ${other.shown}` });
        places.set(name, { shown, id });
      }
    }
  }
  if (faults.length > 0) throw new Refused(faults);
  if (documents.size === 0) refuse(names.map((name) => basename(name)).join(', '), 'no operation stands there');
  return [...documents.values()];
}

/** Registers documents, one after the other. @returns what became of each */
export async function registerDocuments(
  table: NewsTable,
  documents: readonly ClientDocument[],
): Promise<(ClientDocument & { outcome: 'REGISTERED' | 'UNCHANGED' })[]> {
  const done = [];
  for (const document of documents) done.push({ ...document, outcome: await registerDocument(table, document.text) });
  return done;
}

/** Word for word, so that the id is what `sha256sum` prints. */
function textOf(file: string): string {
  const bytes = readBytes(file);
  return isUtf8(bytes) ? Buffer.from(bytes).toString('utf8') : refuse('file', 'is no UTF-8');
}

function definitionsOf(text: string): readonly DefinitionNode[] {
  try {
    return parse(text, { maxTokens: LIMITS.tokens }).definitions;
  } catch (error) {
    if (error instanceof GraphQLError) throw new Refused([faultOf(error)]);
    throw error;
  }
}

/** The text of a file with the fragments that it needs from others, in the order of their names; without any, word for word. */
function withFragments({ text, definitions }: Source, fragments: readonly FragmentDefinitionNode[]): string {
  const defined = new Set(definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [one.name.value] : [])));
  const borrowed = new Map<string, string>();
  const wanted = spreadsIn(definitions);
  for (const name of wanted) {
    if (defined.has(name) || borrowed.has(name)) continue;
    const [one, ...others] = fragments.filter((fragment) => fragment.name.value === name);
    if (!one) continue; // whoever checks the document says so, with its place
    if (others.some((other) => print(other) !== print(one))) refuse(`fragment ${name}`, 'other files define it in different ways');
    borrowed.set(name, print(one));
    wanted.push(...spreadsIn([one]));
  }
  const behind = [...borrowed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, fragment]) => `\n${fragment}\n`);
  return text + behind.join('');
}

function spreadsIn(definitions: readonly DefinitionNode[]): string[] {
  const names: string[] = [];
  for (const definition of definitions) visit(definition, { FragmentSpread: ({ name }) => void names.push(name.value) });
  return names;
}

/**
 * The texts of a manifest: `{"<id>": "<text>"}`, as GraphQL Code Generator and Relay write it, or Apollo's, whose `operations` have an `id` and a `body`.
 * @throws {Refused} also for an id that is not the SHA-256 of its text: the client would ask for what nobody has
 */
function manifestTexts(shown: string, json: string): Candidate[] {
  let manifest: unknown;
  try {
    manifest = JSON.parse(json);
  } catch {
    refuse('file', 'is no JSON');
  }
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest)) refuse('file', 'is no object of ids and texts');
  const { operations } = manifest as { operations?: unknown };
  const entries: [string, unknown][] = Array.isArray(operations) ? operations.map(({ id, body }) => [id, body]) : Object.entries(manifest);
  return entries.map(([id, text]) => {
    if (typeof text !== 'string') refuse(id, 'has no text');
    if (parseDocumentId(id) !== documentId(text)) refuse(id, `is not the SHA-256 of its text, which is ${documentId(text)}`);
    return { shown: `${shown}: ${id}`, text };
  });
}
