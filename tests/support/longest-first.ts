import { statSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const PROJECTS = ['own', 'faults'];
/** Those that take much longer than their size tells. */
const LONG = [
  'tests/browser/looks',
  'tests/journeys/newcomer',
  'tests/faults/faults',
  'server/platform/database/embedded',
  'tests/repository/benches',
  'tests/journeys/pacing',
  'tests/journeys/real-peers',
  'tests/journeys/import',
  'server/modules/crm/import/resume-import',
  'tests/faults/named/pooler',
  'tests/another-postgresql/main-job',
  'server/modules/delivery/ticks/tick-tracks',
  'tests/repository/boundaries',
  'tests/journeys/killed-worker',
  'tests/channels/channel-contract',
  'tests/repository/texts',
  'server/modules/channels/email/dkim/dkim',
  'tests/journeys/bombs',
  'server/modules/audiences/waterfall',
  'tests/journeys/killed-desk',
  'tests/repository/sizes',
  'server/platform/database/migrations',
  'server/modules/sales/e-invoice',
  'tests/journeys/mailed-documents',
];

/** Project by project, since a worker keeps what it imported only within one; in each the longest first, so that the workers end together. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const before = (one: TestSpecification, other: TestSpecification) =>
      placeOf(one) - placeOf(other) || statSync(other.moduleId).size - statSync(one.moduleId).size;
    return [...files].sort(before);
  }
}

function placeOf({ project, moduleId }: TestSpecification): number {
  const place = LONG.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
  const others = moduleId.includes('/tests/browser/') ? LONG.length : LONG.length + 1;
  return PROJECTS.indexOf(project.name) * 100 + (place < 0 ? others : place);
}
