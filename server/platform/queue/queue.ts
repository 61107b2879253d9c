import { type Job, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Db } from '../database/open-database.ts';
import { isPooled } from '../database/session.ts';
import type { Logger } from '../logger.ts';
import { patientPool } from './patient-pool.ts';
import { queueLogger } from './queue-logger.ts';

/** A queue task's name, carrying the type of its payload: `export const planRun = task<{ runId: string }>('plan-run')`. */
export type Task<Payload> = { readonly name: string; readonly payload?: Payload };

export function task<Payload>(name: string): Task<Payload> {
  return { name };
}

export type TaskHandler = { name: string; run(payload: unknown, context: TaskContext): Promise<void> };

export type TaskContext = { job: Job; signal: AbortSignal; logger: Logger };

/** Pairs a task with the function that does it. A function that throws is tried again later, so it must be repeatable. */
export function handle<Payload>(
  of: Task<Payload>,
  work: (payload: Payload, context: TaskContext) => Promise<void>,
): TaskHandler {
  return { name: of.name, run: (payload, context) => work(payload as Payload, context) };
}

export type EnqueueOptions = {
  /** A waiting job with the same key is replaced. */
  jobKey?: string;
  runAt?: Date;
  maxAttempts?: number;
};

/** Inside a transaction the job appears when it commits, and never if it does not. */
export async function enqueue<Payload>(
  db: Db,
  of: Task<Payload>,
  payload: Payload,
  options: EnqueueOptions = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(
    identifier => ${of.name}::text,
    payload => ${JSON.stringify(payload)}::json,
    run_at => ${options.runAt ?? null}::timestamptz,
    max_attempts => ${options.maxAttempts ?? null}::integer,
    job_key => ${options.jobKey ?? null}::text
  )`.execute(db);
}

/** `match` is a crontab line in UTC, such as every minute: `* * * * *`. Nobody catches up on what was due while no worker ran. */
export type TimedTask = { task: Task<Record<string, never>>; match: string };

export type QueueOptions = {
  pool: pg.Pool;
  tasks: TaskHandler[];
  cron: TimedTask[];
  logger: Logger;
  concurrency?: number;
};

/** Works the queue until stopped. `stop` waits for the jobs in hand and tells them through their signal. */
export async function startQueue({
  pool,
  tasks,
  cron,
  logger,
  concurrency = 4,
}: QueueOptions): Promise<{ stop(): Promise<void> }> {
  const taskList: TaskList = Object.fromEntries(
    tasks.map((handler) => [
      handler.name,
      async (payload: unknown, helpers) =>
        handler.run(payload, {
          job: helpers.job,
          signal: helpers.abortSignal,
          logger: logger.child({ task: handler.name }),
        }),
    ]) satisfies [string, TaskList[string]][],
  );
  const patient = patientPool(pool);
  const runner: Runner = await run({
    pgPool: patient.pool,
    taskList,
    parsedCronItems: parseCronItems(
      cron.map((item) => ({ task: item.task.name, match: item.match, identifier: item.task.name })),
    ),
    concurrency,
    noHandleSignals: true,
    noPreparedStatements: await isPooled(pool),
    pollInterval: 1_000,
    logger: queueLogger(logger),
  });
  runner.promise.catch((error) => logger.error({ err: error }, 'The queue stopped working'));
  return {
    stop: async () => {
      await runner.stop();
      await patient.idle();
    },
  };
}
