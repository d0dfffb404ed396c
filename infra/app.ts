/** What `cdk` runs: both stages, held to every check. */
import { addBroadsheet } from './broadsheet.ts';
import { checkedApp } from './checks.ts';
import { STAGE_NAMES, STAGES } from './stages.ts';

const app = checkedApp();
for (const stage of STAGE_NAMES) addBroadsheet(app, stage, STAGES[stage]);
app.synth();
