import { startLocalTable } from '../support/table.ts';
import { killedAtAnyPoint } from './killed.ts';
await using local = await startLocalTable();
  const t = performance.now();
  const r = await killedAtAnyPoint({ endpoint: local.endpoint, seed: 7, moments: Number(process.argv[2]) });
  console.log(performance.now() - t, { ...r, faults: r.faults.slice(0, 20), n: r.faults.length });
