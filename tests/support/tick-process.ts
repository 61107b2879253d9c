// A scheduler of tracks without a sense of time: it ticks for ever, by a clock that jumps to and fro between the days it was given.
import { createFieldRegistry, crmRuleFields } from '../../server/modules/audiences/index.ts';
import { tickTracks } from '../../server/modules/delivery/index.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { createDb, createPool } from '../../server/platform/database/open-database.ts';
import { silentLogger } from '../../server/platform/logger.ts';

const [url = '', ...days] = process.argv.slice(2);
const db = createDb(createPool({ url, poolSize: 2 }, silentLogger));
const needs = { db, clock: systemClock, ruleFields: createFieldRegistry([crmRuleFields]) };
for (let at = process.pid; ; at = (at * 31 + 7) % 1009) {
  await tickTracks(needs, new Date(days[at % days.length]!));
  process.stdout.write('.');
}
