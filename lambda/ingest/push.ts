import { gunzipSync } from 'node:zlib';
import { type Fault, Refused, refuse, TooLarge } from '../domain/fault.ts';
import { instantOf } from '../domain/instant.ts';
import { bodyOf, isHttp, targetOf } from '../http-event.ts';
import { type Log, whole } from '../log.ts';
import { SIGNATURE_HEADER } from '../signature.ts';
import type { NewsTable } from '../store/news-table.ts';
import { type Answer, decoded, failed, json, NotTaken, refused } from './answers.ts';
import { answerAsset, assetPlaceOf } from './assets/answer-asset.ts';
import { type Assets, AssetsMissing, NamedAssets } from './assets/assets.ts';
import { detectFormat } from './detect.ts';
import { type Intake, ingest, type Outcome, type Ready } from './ingest.ts';
import { FRONTS, INTAKES, intakeNamed, intakeNames } from './intakes.ts';
import type { IngestKeys } from './keys.ts';
import { checkFormat, checkThings, NotAllowed } from './permissions.ts';
import { SUPERDESK_HEADER, verifiedKey } from './signature.ts';
import { readWishes, WISHES } from './wishes.ts';

/** What may stand behind the question mark of a push of articles. Fronts and concepts say everything themselves. */
const PARAMETERS: readonly string[] = ['uri', ...WISHES];

/** Formats that are told from their documents: those of articles. */
const ARTICLES = INTAKES.filter(({ answers }) => answers === 'articles');

/** When to come back, in seconds: DynamoDB's throttling and a change of ours are both over by then. */
const RETRY_AFTER = 5;

/** What a push is answered with: the table, the files, the keys of the sources, where to log, and the time in milliseconds since 1970. */
export type Desk = {
  table: NewsTable;
  /** Left out: this service takes no files. */
  assets?: Assets | null;
  keys: IngestKeys;
  log: Log;
  now: number;
};

/** As much as a push could carry uncompressed; what unfolds to more is no document. Bytes. See AWS Lambda quotas, "Invocation payload". */
const MAX_UNFOLDED_BYTES = 6 * 1024 * 1024;

/**
 * Answers everything below `/ingest/assets` as {@link answerAsset} does, `POST /ingest/{format}?uri=…&section=…&path=…&published=…&language=…`, `POST /ingest`, which tells the format from the document, `POST /ingest/fronts/{slug}`
 * and `POST /ingest/concepts`: the body is the document, plain or as gzip, the signature names its key. 201: at least one article, front or card was accepted; 200: all were
 * known, each with the version that was sent and the one that is known; 422, 413, 415, 400, 401, 403: what is wrong, and nothing that was refused left a trace;
 * 503: ours, to be sent again. Never 409 or 429, after which a CMS does not try again. Never rejects.
 * @param event anything; what is no HTTP request is answered too
 */
export async function answerPush(event: unknown, desk: Desk): Promise<Answer> {
  const { table, keys, log, now } = desk;
  try {
    if (!isHttp(event)) return failed(400, 'BAD_REQUEST', 'This function answers HTTP requests only');
    const asset = assetPlaceOf(event.rawPath);
    if (asset !== undefined) return await answerAsset(event, asset, desk);
    const place = placeOf(event.rawPath);
    if (place === null)
      return failed(404, 'NOT_FOUND', 'Documents go to /ingest, /ingest/{format}, /ingest/fronts/{slug} or /ingest/concepts');
    if (event.requestContext.http.method !== 'POST')
      return failed(405, 'METHOD_NOT_ALLOWED', 'Documents are sent by POST', { allow: 'POST' });

    const body = bodyOf(event);
    const signer = verifiedKey(event.headers, { method: 'POST', target: targetOf(event), body }, keys, now);
    if (signer === null) {
      const reason = `${SIGNATURE_HEADER} is missing, wrong, or more than five minutes old; or ${SUPERDESK_HEADER} is wrong`;
      return failed(401, 'UNAUTHENTICATED', reason);
    }
    const { key, signsAddress } = signer;
    const bytes = unfolded(body, event.headers['content-encoding']);

    const intake = place.name === null ? detectFormat(ARTICLES, bytes) : intakeNamed(place.name);
    if (intake === null) return refused(400, [{ place: 'format', reason: `there is no such format; there are: ${intakeNames()}` }]);
    checkFormat(key, intake);
    const known = intake.answers === 'articles' ? PARAMETERS : [];
    const { uri, wishes } = readParameters(new URLSearchParams(event.rawQueryString), known, signsAddress);
    const { source } = key;
    const named = key.assets && desk.assets ? new NamedAssets(desk.assets, source) : null;
    const sent = { bytes, source, uri: place.slug ?? uri, wishes, ...(named && { addressOfAsset: (id: string) => named.addressOf(id) }) };
    const check = async (things: readonly Ready[]) => {
      await checkThings(table, key, things);
      if (things.some(({ article }) => article && article.pubStatus !== 'CANCELED')) await named?.expectAll(table.deadline); // a kill waits for no picture
    };
    const outcomes = await ingest(table, place.slug === null ? intake : standingAt(place.slug), sent, instantOf(now), check);
    for (const outcome of outcomes) log({ level: 'info', message: 'Pushed', source, key: key.id, ...withoutWords(outcome) });
    return json(statusOf(outcomes), { [intake.answers]: outcomes });
  } catch (error) {
    if (error instanceof NotAllowed)
      return json(403, { error: { code: 'FORBIDDEN', message: 'The key may not send this', faults: error.faults } });
    if (error instanceof NotTaken) return failed(error.status, error.code, error.message, error.headers);
    if (error instanceof AssetsMissing) return refused(422, error.faults, 'The document names files that are not there', 'ASSETS_MISSING');
    if (error instanceof TooLarge) return refused(413, error.faults, 'What was sent is too large', 'TOO_LARGE');
    if (error instanceof Refused) return refused(400, error.faults);
    log({ level: 'error', message: 'A push failed', error: whole(error) });
    return failed(503, 'UNAVAILABLE', 'Something went wrong on our side; send it again', { 'retry-after': String(RETRY_AFTER) });
  }
}

/** API Gateway hands a compressed body on as it comes. @throws {NotTaken} */
function unfolded(body: Uint8Array, encoding = 'identity'): Uint8Array {
  const name = encoding.trim().toLowerCase();
  if (name === 'identity' || name === '') return body;
  if (name !== 'gzip') throw new NotTaken(415, 'UNSUPPORTED_MEDIA_TYPE', 'Documents come plain or with content-encoding: gzip');
  try {
    return gunzipSync(body, { maxOutputLength: MAX_UNFOLDED_BYTES });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new NotTaken(413, 'TOO_LARGE', `The document unfolds to more than ${MAX_UNFOLDED_BYTES} bytes`);
    throw new NotTaken(400, 'BAD_REQUEST', 'The body is no gzip, as its content-encoding says');
  }
}

/** What an address names: a format, or a front by its slug; no name for `/ingest` itself. Null for every other address. */
function placeOf(rawPath: string): { name: string | null; slug: string | null } | null {
  if (/^\/ingest\/?$/.test(rawPath)) return { name: null, slug: null };
  const [, name, rest] = /^\/ingest\/([^/]+)(?:\/(.+?))?\/?$/.exec(rawPath) ?? [];
  if (name === undefined || (rest !== undefined && name !== FRONTS.name)) return null;
  return { name, slug: rest === undefined ? null : decoded(rest) };
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

/** An outcome as it goes to the log: what is wrong with a refused document may quote it, and a path is made of its headline. */
function withoutWords(outcome: Outcome): Record<string, unknown> {
  if (outcome.outcome === 'REFUSED') return { ...outcome, faults: outcome.faults.map(({ place }) => place) };
  const { path: _, warnings, ...rest } = outcome;
  return { ...rest, warnings: warnings.length };
}

/** @throws {Refused} with everything that is wrong with the parameters */
function readParameters(
  parameters: URLSearchParams,
  known: readonly string[],
  signed: boolean,
): { uri: string; wishes: ReturnType<typeof readWishes> } {
  if (!signed && parameters.size > 0)
    throw new Refused(
      [...new Set(parameters.keys())].map((name) =>
        faultOf(name, `is in no part that was signed; v2 of ${SIGNATURE_HEADER} signs the address too`),
      ),
    );
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
