import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../server/platform/package-root.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Cruise {
  summary: { totalCruised: number; violations: { from: string; to: string; rule: { name: string } }[] };
}

const root = packageRoot();

/** As `npm run check` asks, whose answer is kept until a file has another content. */
const HOUSE = ['--cache', '--cache-strategy', 'content', 'contract', 'server', 'web/src', 'db/demo'];
const STUB_HOUSE = ['contract', 'server', 'web/src'];

async function cruise(folder: string, parts: readonly string[]): Promise<Cruise> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...parts];
  const options = { cwd: folder, maxBuffer: 200_000_000 };
  const { stdout } = await promisify(execFile)(process.execPath, args, options).catch((error) => {
    if (error.stdout) return error;
    throw error;
  });
  return JSON.parse(stdout);
}

describe('the house keeps its boundaries', () => {
  test('every module is read, no rule is broken, no file is in an import cycle', { timeout: 120_000 }, async () => {
    const { summary } = await cruise(root, HOUSE);
    expect(summary.violations.map(({ from, rule, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
    expect(summary.totalCruised).toBeGreaterThan(300);
  });
});

/** A small house in which each file but the lawful ones breaks the rule it is named for. */
const STUB: Record<string, string> = {
  'contract/money.ts': 'export const currency = 1;',
  'contract/reaches-up.ts': "import '../server/platform/clock.ts';",
  'server/platform/clock.ts': 'export type Clock = () => Date;',
  'server/platform/knows-a-module.ts': "import '../modules/crm/index.ts';",
  'server/app.ts': "import './modules/crm/index.ts';",
  'server/routes.ts': "import './modules/crm/contact.store.ts';",
  'server/modules/access/index.ts': 'export const may = 1;',
  'server/modules/access/imports-a-later-module.ts': "import '../crm/index.ts';",
  'server/modules/crm/index.ts': 'export const contacts = 1;',
  'server/modules/crm/contact.store.ts': 'export const findContact = 1;',
  'server/modules/crm/round.ts': "import type { Trip } from './trip.ts';\nexport type Round = Trip;",
  'server/modules/crm/trip.ts': "import type { Round } from './round.ts';\nexport type Trip = Round | 1;",
  'server/modules/crm/knows-a-process.ts': "import '../../app.ts';",
  'server/modules/crm/uses-a-dev-tool.ts': "import 'vite';",
  'server/modules/crm/nowhere.ts': "import './is-not-there.ts';",
  'server/modules/crm/model/lawful.ts':
    "import type { RawBuilder } from 'kysely';\nimport type { contacts } from '../index.ts';\nimport { currency } from '../../../../contract/money.ts';\nexport const lawful = (one: RawBuilder<1>, two: typeof contacts) => [one, two, currency];",
  'server/modules/crm/model/builds-sql.ts': "import { sql } from 'kysely';\nexport const query = sql`select 1`;",
  'server/modules/crm/model/reads-a-store.ts': "import '../contact.store.ts';",
  'server/modules/crm/model/speaks-http.ts':
    "import type { FastifyRequest } from 'fastify';\nexport type Asked = FastifyRequest;",
  'server/modules/consent/reads-a-store.ts': "import '../crm/contact.store.ts';",
  'web/src/ui/button.tsx': 'export const Button = 1;',
  'web/src/ui/knows-a-feature.tsx': "import '../features/crm/screen.tsx';",
  'web/src/features/crm/screen.tsx': "import '../../ui/button.tsx';",
  'web/src/features/crm/uses-the-library.tsx': "import '@mantine/core';",
  'web/src/features/sales/visits-another.tsx': "import '../crm/screen.tsx';",
  'web/src/reads-the-server.ts': "import '../../server/app.ts';",
};

const BROKEN = [
  // A cycle is told once, at the first of its files.
  'no-cycles: server/modules/crm/round.ts',
  'nothing-unresolved: server/modules/crm/nowhere.ts',
  'contract-imports-nothing: contract/reaches-up.ts',
  'platform-knows-no-module: server/platform/knows-a-module.ts',
  'assembly-through-the-front-door: server/routes.ts',
  'order: access may not import a later module: server/modules/access/imports-a-later-module.ts',
  'modules-know-no-process: server/modules/crm/knows-a-process.ts',
  'server-imports-no-dev-dependency: server/modules/crm/uses-a-dev-tool.ts',
  'model-is-pure: server/modules/crm/model/builds-sql.ts',
  'model-is-pure: server/modules/crm/model/reads-a-store.ts',
  'model-types-only-from-front-doors: server/modules/crm/model/reads-a-store.ts',
  'model-types-only-from-front-doors: server/modules/crm/model/speaks-http.ts',
  'through-the-front-door: server/modules/consent/reads-a-store.ts',
  'ui-knows-no-feature: web/src/ui/knows-a-feature.tsx',
  'features-know-no-library: web/src/features/crm/uses-the-library.tsx',
  'features-are-islands: web/src/features/sales/visits-another.tsx',
  'web-never-server: web/src/reads-the-server.ts',
];

describe('the tool sees every fault', () => {
  let broken: string[] = [];
  let clear = async () => {};

  beforeAll(async () => {
    const { folder, remove } = await temporaryFolder();
    clear = remove;
    for (const file of ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.json', 'tsconfig.base.json'])
      cpSync(join(root, file), join(folder, file));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    for (const [path, text] of Object.entries(STUB)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { summary } = await cruise(folder, STUB_HOUSE);
    broken = summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
  });
  afterAll(() => clear());

  test.each(BROKEN)('%s', (fault) => {
    expect(broken).toContain(fault);
  });

  test('and finds no fault where there is none', () => {
    expect([...new Set(broken)].sort()).toEqual([...BROKEN].sort());
  });
});
