import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type Fault, Refused, refuse } from '../domain/fault.ts';
import { instantOf } from '../domain/instant.ts';
import { type Log, whole } from '../log.ts';
import type { NewsTable } from '../store/news-table.ts';
import { type Intake, ingest, type Outcome } from './ingest.ts';
import { FRONTS, intakeNamed, intakeNames } from './intakes.ts';
import { type IngestKeys, SIGNATURE_HEADER, verifiedSource } from './signature.ts';
import { readWishes, WISHES } from './wishes.ts';

type Answer = APIGatewayProxyStructuredResultV2;

/** What may stand behind the question mark of a push of articles. Fronts and concepts say everything themselves. */
const PARAMETERS: readonly string[] = ['uri', ...WISHES];

/** When to come back, in seconds: DynamoDB's throttling and a change of ours are both over by then. */
const RETRY_AFTER = 5;

/** What a push is answered with: the table, the keys of the sources, where to log, and the time in milliseconds since 1970. */
export type Desk = {
  table: NewsTable;
  keys: IngestKeys;
  log: Log;
  now: number;
};

/**
 * Answers `POST /ingest/{format}?uri=…&section=…&path=…&published=…&language=…`, `POST /ingest/fronts/{slug}` and `POST /ingest/concepts`: the
 * body is the document, the signature names its source. 201: at least one article, front or card was accepted; 200: all were known; 422, 413, 400, 401: what is wrong, and nothing that was refused left a trace;
 * 503: ours, to be sent again. Never 409 or 429, after which a CMS does not try again. Never rejects.
 * @param event anything; what is no HTTP request is answered too
 */
export async function answerPush(event: unknown, { table, keys, log, now }: Desk): Promise<Answer> {
  try {
    if (!isHttp(event)) return failed(400, 'BAD_REQUEST', 'This function answers HTTP requests only');
    const place = placeOf(event.rawPath);
    if (place === null) return failed(404, 'NOT_FOUND', 'Documents go to /ingest/{format}, /ingest/fronts/{slug} or /ingest/concepts');
    if (event.requestContext.http.method !== 'POST')
      return failed(405, 'METHOD_NOT_ALLOWED', 'Documents are sent by POST', { allow: 'POST' });

    const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
    const source = verifiedSource(event.headers[SIGNATURE_HEADER], bytes, keys, now);
    if (source === null) return failed(401, 'UNAUTHENTICATED', `${SIGNATURE_HEADER} is missing, wrong, or more than five minutes old`);

    const intake = intakeNamed(place.name);
    if (intake === null) return refused(400, [{ place: 'format', reason: `there is no such format; there are: ${intakeNames()}` }]);
    const { uri, wishes } = readParameters(new URLSearchParams(event.rawQueryString), intake.answers === 'articles' ? PARAMETERS : []);
    const sent = { bytes, source, uri: place.slug ?? uri, wishes };
    const outcomes = await ingest(table, place.slug === null ? intake : standingAt(place.slug), sent, instantOf(now));
    for (const outcome of outcomes) log({ level: 'info', message: 'Pushed', source, ...withoutWords(outcome) });
    return json(statusOf(outcomes), { [intake.answers]: outcomes });
  } catch (error) {
    if (error instanceof Refused) return refused(400, error.faults);
    log({ level: 'error', message: 'A push failed', error: whole(error) });
    return failed(503, 'UNAVAILABLE', 'Something went wrong on our side; send it again', { 'retry-after': String(RETRY_AFTER) });
  }
}

/** What an address names: a format, or a front by its slug. Null for every other address. */
function placeOf(rawPath: string): { name: string; slug: string | null } | null {
  const [, name, rest] = /^\/ingest\/([^/]+)(?:\/(.+?))?\/?$/.exec(rawPath) ?? [];
  if (name === undefined || (rest !== undefined && name !== FRONTS.name)) return null;
  return { name, slug: rest === undefined ? null : decoded(rest) };
}

/** What cannot be decoded is no slug either, and is refused as one. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The front of an address: a document that calls itself otherwise was sent to the wrong place. */
function standingAt(slug: string): Intake {
  return {
    ...FRONTS,
    read(sent) {
      const fronts = FRONTS.read(sent);
      for (const { uri } of fronts) if (uri !== slug) refuse('slug', `is "${uri}", and the document was sent to "${slug.slice(0, 80)}"`);
      return fronts;
    },
  };
}

/** One refused article decides: its sender has to look at it. */
function statusOf(outcomes: readonly Outcome[]): number {
  const refusals = outcomes.filter((outcome) => outcome.outcome === 'REFUSED');
  if (refusals.length > 0) return refusals.every(({ tooLarge }) => tooLarge) ? 413 : 422;
  return outcomes.some(({ outcome }) => outcome === 'ACCEPTED') ? 201 : 200;
}

/** An outcome as it goes to the log: what is wrong with a refused document may quote it. */
function withoutWords(outcome: Outcome): Record<string, unknown> {
  return outcome.outcome === 'REFUSED' ? { ...outcome, faults: outcome.faults.map(({ place }) => place) } : outcome;
}

/** @throws {Refused} with everything that is wrong with the parameters */
function readParameters(parameters: URLSearchParams, known: readonly string[]): { uri: string; wishes: ReturnType<typeof readWishes> } {
  const faults = [...new Set(parameters.keys())].flatMap((name) => [
    ...(known.includes(name) ? [] : [faultOf(name, `is not known; there ${known.length > 0 ? `are: ${known.join(', ')}` : 'is none'}`)]),
    ...(parameters.getAll(name).length > 1 ? [faultOf(name, 'is given more than once')] : []),
  ]);
  if (faults.length > 0) throw new Refused(faults);
  const { uri = '', ...spoken } = Object.fromEntries(parameters);
  return { uri: uri.trim(), wishes: readWishes(spoken) };
}

function faultOf(name: string, reason: string): Fault {
  return { place: `parameter ${name.slice(0, 40)}`, reason };
}

function refused(status: number, faults: readonly Fault[]): Answer {
  return json(status, { error: { code: 'BAD_REQUEST', message: 'The request cannot be read', faults } });
}

function failed(status: number, code: string, message: string, headers: Record<string, string> = {}): Answer {
  return json(status, { error: { code, message } }, headers);
}

function json(statusCode: number, body: object, headers: Record<string, string> = {}): Answer {
  return {
    statusCode,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify(body),
  };
}

function isHttp(event: unknown): event is APIGatewayProxyEventV2 {
  const { rawPath, requestContext, headers, body } = (event ?? {}) as Partial<APIGatewayProxyEventV2>;
  return (
    typeof rawPath === 'string' &&
    typeof requestContext?.http?.method === 'string' &&
    typeof headers === 'object' &&
    headers !== null &&
    typeof (body ?? '') === 'string'
  );
}
