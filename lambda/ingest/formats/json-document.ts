import { type Fault, refuse } from '../../domain/fault.ts';
import { decodeText } from './decode-text.ts';
import { isRecord, Mapping, type Values } from './mapping.ts';
import { refuseDeepJson } from './nesting.ts';

/** What {@link readJson} calls a document; places within it follow behind. */
const PLACE = 'document';

/**
 * A document that is one JSON value.
 * @throws {Refused} when it is no UTF-8 or no JSON, with the place in it, or nested too deep
 */
export function parseJson(bytes: Uint8Array): unknown {
  const text = decodeText(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refuse(PLACE, `is no JSON: ${(error as Error).message.slice(0, 160)}`);
  }
  refuseDeepJson(value, PLACE);
  return value;
}

/**
 * A document that is one JSON object.
 * @throws {Refused} when it is none
 */
export function parseJsonObject(bytes: Uint8Array): Values {
  const value = parseJson(bytes);
  return isRecord(value) ? value : refuse(PLACE, 'must be a JSON object');
}

/**
 * A document as a mapping, so that everything that is wrong with it is told at once. Whoever reads it closes it.
 * @throws {Refused} when it is none
 */
export function readJson(bytes: Uint8Array, faults: Fault[]): Mapping {
  return new Mapping(parseJsonObject(bytes), PLACE, faults);
}
