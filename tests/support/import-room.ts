import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll } from 'vitest';
import type { CampaignId, ImportId } from '../../contract/ids.ts';
import { type Import, type ImportEntity, ImportOptions, type Mapping, type Reading } from '../../contract/import.ts';
import { SYSTEM } from '../../server/modules/access/index.ts';
import { productKind } from '../../server/modules/catalogue/index.ts';
import {
  checkImport,
  getImport,
  listImportRows,
  runImport,
  updateImport,
  uploadImport,
} from '../../server/modules/crm/import/imports.ts';
import { createImportKinds } from '../../server/modules/crm/import/kinds/crm-kinds.ts';
import { type WorkNeeds, workImport } from '../../server/modules/crm/import/work-import.ts';
import type { ImportedConsent, ImportedRecipients } from '../../server/modules/crm/import-hooks.ts';
import { uuidIds } from '../../server/platform/ids.ts';
import { fixedClock } from './clock.ts';
import { testDatabase } from './database.ts';

interface Plan {
  entity?: ImportEntity;
  assetTypeId?: string;
  reading?: Reading;
  mapping?: Mapping;
  options?: object;
}
type Shown = Awaited<ReturnType<typeof getImport>>;

/** Imports without a queue: the test itself is the worker. Call it at the top of a test file. */
export function importRoom() {
  const database = testDatabase();
  const clock = fixedClock('2026-03-03T09:00:00Z');
  const consents: ImportedConsent[] = [];
  const joined: ImportedRecipients[] = [];
  const needs = {} as WorkNeeds;
  beforeAll(async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'fanfare-import-'));
    const importHooks = {
      recordConsent: async (_tx: unknown, consent: ImportedConsent) => void consents.push(consent),
      assertAudience: async () => ({ campaignId: uuidIds.next() as CampaignId, campaignName: 'Spring' }),
      joinAudience: async (_tx: unknown, recipients: ImportedRecipients) => void joined.push(recipients),
    };
    Object.assign(needs, {
      db: database.db,
      pool: database.pool,
      ids: uuidIds,
      clock,
      config: { dataFolder },
      importHooks,
      importKinds: createImportKinds({ product: productKind }),
    });
  });
  afterAll(() => rm(needs.config.dataFolder, { recursive: true, force: true }));

  async function upload(content: string | Buffer, plan: Plan = {}): Promise<ImportId> {
    const { entity = 'contact', assetTypeId, reading, mapping, options } = plan;
    const stream = Readable.from([Buffer.from(content)]);
    const { id } = await uploadImport(needs, SYSTEM, {
      entity,
      ...(assetTypeId && { assetTypeId }),
      fileName: 'people.csv',
      stream,
    });
    const changes = {
      ...(reading && { reading }),
      ...(mapping && { mapping }),
      ...(options && { options: ImportOptions.parse(options) }),
    };
    if (Object.keys(changes).length > 0) await updateImport(needs, SYSTEM, { id, ...changes });
    return id as ImportId;
  }
  async function work(id: ImportId): Promise<Shown> {
    await workImport(needs, id);
    return getImport(needs, SYSTEM, { id });
  }
  async function check(id: ImportId): Promise<Shown> {
    await checkImport(needs, SYSTEM, { id });
    return work(id);
  }
  async function bringIn(content: string | Buffer, plan: Plan = {}): Promise<Shown> {
    const id = await upload(content, plan);
    await check(id);
    await runImport(needs, SYSTEM, { id });
    return work(id);
  }
  async function report(id: string) {
    const page = await listImportRows(needs, SYSTEM, { id: id as ImportId, limit: 500 });
    return page.rows.map(({ line, verdict, reason, column, value, firstLine }) => [
      line,
      verdict,
      reason,
      column,
      value,
      firstLine,
    ]);
  }
  async function contacts(where: RawBuilder<unknown> = sql`true`) {
    const { rows } = await sql<Record<string, unknown>>`
      select c.*, (select f.name from company f where f.id = c.company_id) as company from contact c where ${where} order by c.email`.execute(
      database.db,
    );
    return rows;
  }
  return { database, clock, consents, joined, needs, upload, work, check, bringIn, report, contacts };
}

export const NOTHING = { created: 0, updated: 0, unchanged: 0, skipped: 0, refused: 0 };

export const sumsOf = ({ rows, created, updated, unchanged, skipped, refused }: Import | Shown) => ({
  rows,
  created,
  updated,
  unchanged,
  skipped,
  refused,
});
