import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ASSET_TYPES, factsOf, MAX_ASSET_BYTES, parseAssetId } from '../../domain/asset.ts';
import { refuse, TooLarge } from '../../domain/fault.ts';
import { bodyOf, targetOf } from '../../http-event.ts';
import { SIGNATURE_HEADER } from '../../signature.ts';
import { type Answer, decoded, failed, json, NotTaken, refused } from '../answers.ts';
import type { IngestKey } from '../keys.ts';
import { checkFormat } from '../permissions.ts';
import type { Desk } from '../push.ts';
import { keyOfToken, type Signer, SUPERDESK_HEADER, verifiedKey } from '../signature.ts';
import { isMultipart, readMultipart, type SentFile } from './multipart.ts';

/** What keys name that may send files. */
const ASSETS = { name: 'assets', answers: 'assets' } as const;

/** A file with the id and the boundaries around it. Bytes. */
const MAX_FORM_BYTES = MAX_ASSET_BYTES + 16 * 1024;

/** What an address of files ends with: the id as it is sent, or null. Undefined for an address of something else. */
export function assetPlaceOf(rawPath: string): string | null | undefined {
  const [whole, rest] = /^\/ingest\/assets(?:\/(.*))?$/s.exec(rawPath) ?? [];
  return whole === undefined ? undefined : rest || null;
}

/**
 * Answers `GET /ingest/assets/{id}`: whether a file is there, to its source alone; `POST /ingest/assets`, a form with `media_id` and `media`, as Superdesk sends it; and
 * `POST /ingest/assets/{id}`, whose body is the file, or such a form. 201: kept; 200: known; 404: not there, or nothing to be said to whoever shows no key.
 * @param place as {@link assetPlaceOf} has it
 * @throws what `answerPush` answers
 */
export async function answerAsset(event: APIGatewayProxyEventV2, place: string | null, desk: Desk): Promise<Answer> {
  const { method } = event.requestContext.http;
  if (method !== 'POST' && (method !== 'GET' || place === null))
    throw new NotTaken(405, 'METHOD_NOT_ALLOWED', 'Files are sent by POST, and asked for by GET with their id', {
      allow: place ? 'GET, POST' : 'POST',
    });
  return method === 'GET' ? answerLook(event, place ?? '', desk) : answerFile(event, place, desk);
}

/** Superdesk does not sign this question, and takes every answer but 200 and 404 for a failure. So whoever shows nothing is told that nothing is there. */
async function answerLook(event: APIGatewayProxyEventV2, place: string, { table, assets, keys, now }: Desk): Promise<Answer> {
  const { [SIGNATURE_HEADER]: ours, [SUPERDESK_HEADER]: superdesks, authorization } = event.headers;
  if (ours === undefined && superdesks === undefined && authorization === undefined) return unknown();
  const signer =
    ours !== undefined || superdesks !== undefined
      ? verifiedKey(event.headers, { method: 'GET', target: targetOf(event), body: bodyOf(event) }, keys, now)
      : shownBy(keyOfToken(authorization ?? '', keys, now));
  if (signer === null) throw unauthenticated();
  checkFormat(signer.key, ASSETS);
  checkQuery(event);
  const id = parseAssetId(decoded(place), 'id');
  if (!assets) return unknown();
  const name = assets.nameOf(signer.key.source, id);
  const found = await assets.bucket.find(name, table.deadline);
  // A signature of Superdesk's holds for good, and a token stands in an address: neither is told where the file can be read.
  return found ? json(200, { asset: { id, ...found, ...(signer.signsAddress ? { url: assets.addressOf(name) } : {}) } }) : unknown();
}

function shownBy(key: IngestKey | null): Signer | null {
  return key && { key, signsAddress: false };
}

async function answerFile(event: APIGatewayProxyEventV2, place: string | null, { table, assets, keys, log, now }: Desk): Promise<Answer> {
  const body = bodyOf(event);
  const signer = verifiedKey(event.headers, { method: 'POST', target: targetOf(event), body }, keys, now);
  if (signer === null) throw unauthenticated();
  const { key, signsAddress } = signer;
  checkFormat(key, ASSETS);
  checkQuery(event);
  if (!assets) throw new NotTaken(404, 'NOT_FOUND', 'This service keeps no files');
  const encoding = event.headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (encoding !== '' && encoding !== 'identity')
    throw new NotTaken(415, 'UNSUPPORTED_MEDIA_TYPE', 'Files come without a content-encoding');
  if (body.length > MAX_FORM_BYTES) throw tooLarge(body.length);

  const { id: said, bytes } = await fileIn(body, signsAddress);
  const id = parseAssetId(said ?? decoded(place ?? ''), said === null ? 'id' : 'body: media_id');
  if (place !== null && id !== parseAssetId(decoded(place), 'id')) refuse('body: media_id', 'is not the id in the address');
  if (bytes.length === 0) refuse('media', 'is empty');
  if (bytes.length > MAX_ASSET_BYTES) throw tooLarge(bytes.length);
  const facts = factsOf(bytes);
  if (facts === null)
    throw new NotTaken(415, 'UNSUPPORTED_MEDIA_TYPE', `The bytes are of none of the types that are taken: ${ASSET_TYPES.join(', ')}`);

  const name = assets.nameOf(key.source, id);
  const kept = await assets.bucket.keep(name, bytes, facts, table.deadline);
  const outcome = kept === null ? 'ACCEPTED' : kept.sha256 === facts.sha256 ? 'UNCHANGED' : 'REFUSED';
  log({ level: 'info', message: 'A file was sent', source: key.source, key: key.id, id, outcome, ...facts });
  if (outcome === 'REFUSED')
    return refused(422, [
      { place: 'media', reason: `differs from what was sent as "${id}" before; a file that has changed gets an id of its own` },
    ]);
  return json(outcome === 'ACCEPTED' ? 201 : 200, { asset: { id, outcome, ...facts, url: assets.addressOf(name) } });
}

/** Superdesk's signature covers no address: what is called there could be called anything by whoever plays it again. */
async function fileIn(body: Uint8Array, signsAddress: boolean): Promise<SentFile> {
  const sent = isMultipart(body) ? await readMultipart(body) : { id: null, bytes: body };
  if (!signsAddress && sent.id === null) refuse('body: media_id', 'is missing: the signature does not cover the address');
  return sent;
}

function checkQuery({ rawQueryString }: APIGatewayProxyEventV2): void {
  if (rawQueryString) refuse('parameters', 'there are none for files');
}

function unknown(): Answer {
  return failed(404, 'NOT_FOUND', 'No such file was sent by the source whose key is shown');
}

function unauthenticated(): NotTaken {
  const reason = `${SIGNATURE_HEADER} is missing, wrong, or more than five minutes old; or ${SUPERDESK_HEADER} or the password is wrong`;
  return new NotTaken(401, 'UNAUTHENTICATED', reason);
}

function tooLarge(size: number): TooLarge {
  return new TooLarge([{ place: 'media', reason: `holds ${size} bytes; at most ${MAX_ASSET_BYTES} can be taken` }]);
}
