import { deflateSync } from 'node:zlib';

/** A picture of one pixel, as PNG. @param shade 0 to 255: pictures of two shades are two files */
export function aPicture(shade = 0): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
    ...[chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.from([0, shade]))), chunk('IEND', Buffer.alloc(0))],
  ]);
}

/** A part of a PNG; its sum is left 0, for nobody here looks at it. */
function chunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)]);
}

export type FormField = { name: string; value: string | Uint8Array; filename?: string; type?: string };

/** A form as Python's requests writes it, with which Superdesk sends. */
export function aForm(fields: readonly FormField[], boundary = '2f8a1c0de4b94f6c9c0c8d4d5ab0f1c7'): Buffer {
  const parts = fields.map(({ name, value, filename, type }) => {
    const head = [
      `--${boundary}`,
      `Content-Disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}`,
      ...(type === undefined ? [] : [`Content-Type: ${type}`]),
    ];
    return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), Buffer.from(value as string), Buffer.from('\r\n')]);
  });
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
}

/** What Superdesk sends of one file. */
export function aMediaForm(id: string, media: Uint8Array, type = 'image/png'): Buffer {
  return aForm([
    { name: 'media_id', value: id },
    { name: 'media', value: media, filename: id, type },
  ]);
}
