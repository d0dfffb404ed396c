import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Real files of wires and CMSs, which lie beside the repository on the machines that build it; most may not be copied into it. */
export const DATA = join(import.meta.dirname, '../../../../shared/data');
export const HAS_DATA = existsSync(DATA);

/** For the name of what cannot run without them. */
export const WITHOUT_DATA = HAS_DATA ? '' : ' (skipped: there are none beside the repository)';
