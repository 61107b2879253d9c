import { afterAll, beforeAll, expect, vi } from 'vitest';
import type { OutputOf } from '../../contract/endpoint.ts';
import {
  checkImport,
  getImport,
  type Import,
  type ImportEntity,
  ImportOptions,
  runImport,
  updateImport,
  uploadImportPath,
} from '../../contract/import.ts';
import { silentLogger } from '../../server/platform/logger.ts';
import { startQueue } from '../../server/platform/queue/queue.ts';
import { tasks } from '../../server/tasks.ts';
import type { Caller, House } from './house.ts';

export type Imported = OutputOf<typeof getImport>;

/** The queue of a worker, so that imports are worked on as in production. Call it at the top of a test file or a describe, after the house. */
export function importDesk(house: House): {
  bringIn(
    caller: Caller,
    file: Buffer,
    options?: Partial<ImportOptions>,
    entity?: ImportEntity,
  ): Promise<{ checked: Imported; done: Imported }>;
} {
  let queue: { stop(): Promise<void> } | undefined;
  beforeAll(async () => {
    queue = await startQueue({ pool: house.app.pool, tasks: tasks(house.app), cron: [], logger: silentLogger });
  });
  afterAll(() => queue?.stop());

  const until = async (caller: Caller, id: Import['id'], state: Import['state']) => {
    await vi.waitFor(
      async () => {
        const { body } = await caller.call(getImport, { id });
        expect(body.failure).toBe(null);
        expect(body.state).toBe(state);
      },
      { timeout: 300_000, interval: 100 },
    );
    return (await caller.call(getImport, { id })).body;
  };
  return {
    bringIn: async (caller, file, options, entity = 'contact') => {
      const { status, body } = await caller.upload<Imported>(uploadImportPath(entity), 'file.csv', file);
      expect(status, JSON.stringify(body)).toBe(200);
      const { id } = body;
      if (options) await caller.call(updateImport, { id, options: ImportOptions.parse(options) });
      const check = await caller.call(checkImport, { id });
      expect(check.status, JSON.stringify(check.body)).toBe(200);
      const checked = await until(caller, id, 'checked');
      await caller.call(runImport, { id });
      return { checked, done: await until(caller, id, 'finished') };
    },
  };
}
