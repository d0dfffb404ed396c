import { refuse } from '../../domain/fault.ts';

/** What a form says of a file: its id, if it says one, and its bytes. */
export type SentFile = { id: string | null; bytes: Uint8Array };

/** What else Superdesk's manual lets a form say: the type, which is told from the bytes, and what cameras write, which is not kept apart. */
const PASSED_OVER = ['mime_type', 'filemeta'];

/** See RFC 2046, section 5.1.1. */
const FIRST_LINE = /^--([0-9A-Za-z'()+_,./:=?-]{1,70})\r\n/;

/** Whether a body is a form: no file that is taken begins as one does. */
export function isMultipart(body: Uint8Array): boolean {
  return body[0] === 0x2d && body[1] === 0x2d;
}

/**
 * Reads `multipart/form-data` with the fields `media_id` and `media`, of which the second is a file. Where its parts begin is told from its first line: that is signed, and
 * the header `content-type` is not. Whoever plays a form again under another boundary could else have it read as another one, hidden in a picture.
 * @throws {Refused} with the place of what is wrong
 */
export async function readMultipart(body: Uint8Array): Promise<SentFile> {
  const form = await formIn(body);
  const names = [...new Set(form.keys())];
  for (const name of names) {
    if (!['media_id', 'media', ...PASSED_OVER].includes(name))
      refuse(`body: ${name.slice(0, 40)}`, 'is not known; there are: media_id, media');
    if (form.getAll(name).length > 1) refuse(`body: ${name}`, 'is given more than once');
  }
  const [id, media] = [form.get('media_id'), form.get('media')];
  if (id !== null && typeof id !== 'string') refuse('body: media_id', 'must be text, and is a file');
  if (media === null) refuse('body: media', 'is missing: there is no file');
  if (typeof media === 'string') refuse('body: media', 'must be a file, with a filename');
  return { id, bytes: await media.bytes() };
}

async function formIn(body: Uint8Array): Promise<FormData> {
  const start = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, 80)).toString('latin1');
  const [, boundary] = FIRST_LINE.exec(start) ?? [];
  if (boundary === undefined) refuse('body: line 1', 'must be a boundary of multipart/form-data, or the body a file');
  try {
    const headers = { 'content-type': `multipart/form-data; boundary="${boundary}"` };
    return await new Response(new Uint8Array(body), { headers }).formData();
  } catch (error) {
    const reason = ((error as Error).cause as Error | undefined)?.message ?? 'not well-formed';
    return refuse('body', `is no multipart/form-data: ${reason.slice(0, 100)}`);
  }
}
