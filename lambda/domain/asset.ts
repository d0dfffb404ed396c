import { createHash, createHmac } from 'node:crypto';
import { refuse } from './fault.ts';

/** An asset is a picture, a sound or a film that a source sent as a file. It belongs to its source, and not to one article. This is what is known of one. */
export type AssetFacts = {
  /** As {@link mediaTypeOf} told it from the bytes. */
  type: string;
  size: number;
  /** Of the bytes, in hexadecimal. */
  sha256: string;
};

/**
 * Largest file, in bytes. A call of Lambda carries 6 MB, of which base64 takes a quarter: some 4.5 MB with its parts and headers.
 * See AWS Lambda quotas, "Invocation payload".
 */
export const MAX_ASSET_BYTES = 4 * 1024 * 1024;

/** Ids of Superdesk have 24 or some 60 characters. */
const MAX_ID_LENGTH = 256;

/** Letters, marks and digits of any script with their joiners, and the signs that stand in an address as they are. `%`, `?`, `#`, `\` and blanks do not. */
const ID = /^[\p{L}\p{M}\p{N}\p{Join_Control}._~:@!$&'()*+,;=/-]+$/u;

/**
 * What a source calls a file, in one Unicode form.
 * @param place where the id stands, for the fault
 * @throws {Refused} when it could not stand in an address as it is, or would lead elsewhere there
 */
export function parseAssetId(text: string, place: string): string {
  const id = text.normalize('NFC');
  if (id === '') refuse(place, 'is missing: nothing says what this file is called');
  if (id.length > MAX_ID_LENGTH) refuse(place, `has ${id.length} characters; at most ${MAX_ID_LENGTH} can be taken`);
  if (!ID.test(id)) refuse(place, "may hold letters, digits and . _ ~ : @ ! $ & ' ( ) * + , ; = / - and nothing else");
  if (id.split('/').some((part) => part === '' || part === '.' || part === '..'))
    refuse(place, 'may not begin or end with a slash, nor hold "//", "." or ".." between slashes');
  return id;
}

/**
 * The name under which a file is kept, and by which the public reads it: 43 characters of base64url. It follows from source and id alone, so that an article
 * finds it without asking anybody; without the secret nobody can tell it, so that the pictures of an embargoed article cannot be guessed.
 */
export function assetName(secret: string, source: string, id: string): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify(['asset', source, id]))
    .digest('base64url');
}

/** Whether a text can be an {@link assetName}. */
export function isAssetName(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** Null for bytes of a type that is not taken. */
export function factsOf(bytes: Uint8Array): AssetFacts | null {
  const type = mediaTypeOf(bytes);
  return type === null ? null : { type, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** How files of one type begin: text at a place, its bytes one a character. All parts of one beginning are needed. */
type Beginning = readonly (readonly [at: number, text: string])[];

/** What is taken, and how it is known. Types that a browser may run are not among them: HTML, SVG, XML, PDF. */
const TYPES: Readonly<Record<string, readonly Beginning[]>> = {
  'image/jpeg': [[[0, '\xFF\xD8\xFF']]],
  'image/png': [[[0, '\x89PNG\r\n\x1A\n']]],
  'image/gif': [[[0, 'GIF87a']], [[0, 'GIF89a']]],
  'image/webp': [within('RIFF', 'WEBP')],
  'image/avif': ['avif', 'avis'].map(isoMedia),
  'audio/mpeg': ['ID3', '\xFF\xFB', '\xFF\xF3', '\xFF\xF2', '\xFF\xFA'].map((text): Beginning => [[0, text]]),
  'audio/mp4': ['M4A ', 'M4B '].map(isoMedia),
  'audio/wav': [within('RIFF', 'WAVE')],
  'audio/ogg': ['OpusHead', '\x01vorbis'].map(
    (codec): Beginning => [
      [0, 'OggS'],
      [28, codec], // behind the head of the first page, which has one segment
    ],
  ),
  'video/mp4': ['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'dash', 'M4V '].map(isoMedia),
};

/** All types that are taken, for a sentence that names them. */
export const ASSET_TYPES: readonly string[] = Object.keys(TYPES);

/** The type of a file, told from its first bytes alone: what its sender says of it is not believed. Null for a type that is not taken. */
export function mediaTypeOf(bytes: Uint8Array): string | null {
  const begins = (beginning: Beginning) => beginning.every(([at, text]) => latin1(bytes, at, text.length) === text);
  return ASSET_TYPES.find((type) => TYPES[type]?.some(begins)) ?? null;
}

/** A RIFF file says behind its length what it holds. */
function within(container: string, holds: string): Beginning {
  return [
    [0, container],
    [8, holds],
  ];
}

/** ISO base media: behind the length of the first box, its name and the brand of the file. */
function isoMedia(brand: string): Beginning {
  return [[4, `ftyp${brand}`]];
}

function latin1(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
