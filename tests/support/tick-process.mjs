// A scheduler of tracks without a sense of time: it ticks for ever, by a clock that jumps to and fro between the days it was given.
// It runs what was built, which begins at once.
const built = (path) => import(new URL(`../../dist/server/${path}`, import.meta.url).href);
const { createFieldRegistry, crmRuleFields } = await built('modules/audiences/index.js');
const { tickTracks } = await built('modules/delivery/index.js');
const { systemClock } = await built('platform/clock.js');
const { createDb, createPool } = await built('platform/database/open-database.js');
const { silentLogger } = await built('platform/logger.js');

const [url, ...days] = process.argv.slice(2);
const db = createDb(createPool({ url, poolSize: 2 }, silentLogger));
const needs = { db, clock: systemClock, ruleFields: createFieldRegistry([crmRuleFields]) };
for (let at = process.pid; ; at = (at * 31 + 7) % 1009) {
  await tickTracks(needs, new Date(days[at % days.length]));
  process.stdout.write('.');
}
