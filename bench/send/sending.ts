import { once } from 'node:events';
import { sql } from 'kysely';
import type pg from 'pg';
import type { RunId } from '../../contract/ids.ts';
import { installationSecret } from '../../server/config/installation-secret.ts';
import { createFieldRegistry, crmRuleFields } from '../../server/modules/audiences/index.ts';
import { distribute, generateSelection } from '../../server/modules/delivery/index.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { createSecretBox, type SecretBox } from '../../server/platform/crypto/secret-box.ts';
import { startWorkerProcess, type WorkerProcess } from '../../tests/support/worker-process.ts';
import type { Taken } from '../bench.ts';
import type { Database } from '../open-database.ts';
import { givenLetter, type Sending } from './audience.ts';
import { databaseMs, peakMemoryMB, postmasterOf, processorMs } from './processor.ts';

const POLL_MS = 10;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Worker processes as production runs them, over the bench's database. */
export class Workers {
  readonly #database: Database;
  readonly #folder: string;
  readonly #running: WorkerProcess[] = [];

  /** What they open sealed keys with. */
  readonly secretBox: SecretBox;

  private constructor(database: Database, folder: string, secretBox: SecretBox) {
    this.#database = database;
    this.#folder = folder;
    this.secretBox = secretBox;
  }

  static async of(database: Database, folder: string): Promise<Workers> {
    return new Workers(database, folder, createSecretBox(await installationSecret(folder, undefined)));
  }

  /** Resolves when exactly so many are up; true: some of them are new, and have compiled nothing yet. */
  async become(count: number): Promise<boolean> {
    const before = this.#running.length;
    while (this.#running.length > count) await this.#running.pop()!.signal('SIGTERM');
    while (this.#running.length < count) this.#running.push(startWorkerProcess(this.#database.url, this.#folder));
    while ((await this.#registered()) !== count) await pause(POLL_MS);
    return count > before;
  }

  async #registered(): Promise<number> {
    const { rows } = await sql<{
      count: number;
    }>`select count(*)::int as count from worker where stopped_at is null`.execute(this.#database.db);
    return rows[0]!.count;
  }

  processorMs(): number {
    return this.#running.reduce((sum, { pid }) => sum + processorMs(pid), 0);
  }

  /** The most memory that one of them took since it began. */
  peakMB(): number {
    return Math.max(...this.#running.map(({ pid }) => peakMemoryMB(pid)));
  }
}

const TELL_OF_ENDS = `
  create or replace function bench_ended() returns trigger language plpgsql as $$ begin perform pg_notify('bench_ended', new.id::text); return null; end $$;
  create or replace trigger bench_ended after update on run for each row when (old.state <> 'finished' and new.state = 'finished') execute function bench_ended();
  listen bench_ended`;

/** The next run to end is heard of. Asked for every 10 ms instead, it took a fifteenth of the processor that the sending is measured by. */
const hearOfEnd = async (pool: pg.Pool): Promise<{ end: Promise<unknown>; close(): void }> => {
  const client = await pool.connect();
  await client.query(TELL_OF_ENDS);
  return { end: once(client, 'notification'), close: () => client.release(true) };
};

/** A run of the letter to everybody, from Go to its last outcome, everything durable. */
export const sendLetter = async (
  { db, pool }: Database,
  workers: Workers,
  house: Sending,
  port: number,
  expected: number,
): Promise<Taken> => {
  const campaign = await givenLetter(db, house, port);
  const needs = { db, clock: systemClock, ruleFields: createFieldRegistry([crmRuleFields]), channels: {} };
  const asked = { id: campaign.actionId, scope: 'all' as const };
  await generateSelection(needs, campaign.actor, asked);
  const { end, close } = await hearOfEnd(pool);
  const postmaster = await postmasterOf(pool);
  const cpu = () => workers.processorMs() + databaseMs(postmaster);
  const cpuBefore = cpu();
  const begun = performance.now();
  const run = await distribute(needs, campaign.actor, { ...asked, expectedPlanned: null, delaySeconds: 0 });
  await end;
  const taken = { ms: performance.now() - begun, cpuMs: cpu() - cpuBefore };
  close();
  await assertAllSent(db, run.id, expected);
  return taken;
};

const assertAllSent = async (db: Database['db'], id: RunId, expected: number): Promise<void> => {
  const { rows } = await sql<{ sent: number }>`select sum(sent)::int as sent from chunk where run_id = ${id}`.execute(
    db,
  );
  if (rows[0]!.sent !== expected) throw new Error(`${rows[0]!.sent} of ${expected} were sent`);
};
