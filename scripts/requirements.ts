// npm run requirements: which rows the tests of the last `npm test` proved, and in which of three ways.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../server/platform/package-root.ts';
import { REQUIREMENTS, type RequirementId } from '../tests/requirements/requirements.ts';
import { provenIn, WAYS } from './proven.ts';
import { REPORT_FILE, readReport } from './report.ts';

const tests = readReport();
if (tests.length === 0) {
  console.error(`There is no report of a test run (${REPORT_FILE}). Run npm test first.`);
  process.exit(1);
}

const ids = Object.keys(REQUIREMENTS) as RequirementId[];
const proven = provenIn(tests, ids, speaksHttp);
const missing = ids.filter((id) => !proven.some((row) => row.id === id));

console.log(`${'row'.padEnd(5)} ${WAYS.map((way) => way.padEnd(22)).join('')}`);
for (const row of proven) {
  const marks = WAYS.map((way) => (row.ways.has(way) ? 'yes' : '·').padEnd(22)).join('');
  console.log(`${row.id.padEnd(5)} ${marks}${REQUIREMENTS[row.id]}`);
}
const totals = WAYS.map((way) => String(proven.filter((row) => row.ways.has(way)).length).padEnd(22));
console.log(`${'sum'.padEnd(5)} ${totals.join('')}`);
if (missing.length > 0) console.log(`\nNot proven yet: ${missing.join(' ')}`);
console.log(`\n${proven.length}/${ids.length} rows proven`);

/** Tests beside a use case call it as a function, unless they move into the whole house. */
function speaksHttp(file: string): boolean {
  return /support\/house|\.inject\(/.test(readFileSync(join(packageRoot(), file), 'utf8'));
}
