import { ArticleTooLarge, type Fault } from '../../domain/fault.ts';

/** What is said of a part of a document that is too large. @param place as its author would call it */
export function tooLarge(bytes: number, most: number, place = 'body'): Fault {
  return { place, reason: `holds ${bytes} bytes; at most ${most} can be taken` };
}

/** @throws {ArticleTooLarge} above `most` bytes */
export function checkSize(bytes: number, most: number, place = 'body'): void {
  if (bytes > most) throw new ArticleTooLarge([tooLarge(bytes, most, place)]);
}
