import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import { from as copyFrom } from 'pg-copy-streams';
import { appendOutcomes, type NewOutcome } from '../server/modules/delivery/outcome.store.ts';
import { type Bench, timed } from './bench.ts';
import { givenLaunchedCampaign, givenRun } from './ledger.ts';
import type { Database } from './open-database.ts';

const REPLY = '250 2.0.0 Ok: queued as 4XyZ1A2b3C';
const GROUP = 200;

/** Outcomes into the ledger (once by key, counters and touches moved with them) against the same rows into a table without any of it. */
export const bench: Bench = {
  name: 'ledger-write',
  about: 'Appending outcomes in groups of 200 to the ledger, against the same rows into a bare table',
  size: 2000,
  rounds: 15,
  ratios: {
    againstCopy: { variant: 'ledger', against: 'copy', limit: 10 },
    againstInsert: { variant: 'ledger', against: 'insert', limit: 10 },
  },
  open: async (database, size) => {
    await sql`create table bare_outcome (run_id bigint, no int, seq int, attempt_no int, state text, reason text, reply text,
      next_at timestamptz, decided_by uuid, at timestamptz default now())`.execute(database.db);
    const campaign = await givenLaunchedCampaign(database.db);
    return {
      variants: {
        ledger: async () => intoLedger(database, await givenRun(database.db, campaign, size), size),
        copy: () => timed(() => inGroups(size, (nos) => copied(database, nos))),
        insert: () => timed(() => inGroups(size, (nos) => inserted(database, nos))),
      },
    };
  },
};

const intoLedger = ({ db }: Database, runId: string, size: number) =>
  timed(() => inGroups(size, (nos) => db.transaction().execute((tx) => appendOutcomes(tx, runId, nos.map(outcome)))));

async function inGroups(size: number, act: (nos: number[]) => Promise<unknown>): Promise<void> {
  for (let first = 1; first <= size; first += GROUP) {
    await act(Array.from({ length: Math.min(GROUP, size - first + 1) }, (_, place) => first + place));
  }
}

const outcome = (no: number): NewOutcome => ({
  no,
  attemptNo: 1,
  state: 'sent',
  reason: null,
  reply: REPLY,
  retryInSeconds: null,
});

async function copied({ pool }: Database, nos: number[]): Promise<void> {
  const client = await pool.connect();
  try {
    const lines = nos.map((no) => `1\t${no}\t1\t1\tsent\t${REPLY}\n`).join('');
    await pipeline(
      [lines],
      client.query(copyFrom('copy bare_outcome (run_id, no, seq, attempt_no, state, reply) from stdin')),
    );
  } finally {
    client.release();
  }
}

async function inserted({ db }: Database, nos: number[]): Promise<void> {
  await sql`
    insert into bare_outcome (run_id, no, seq, attempt_no, state, reply)
    select 1, no, 1, 1, 'sent', ${REPLY} from unnest(${nos}::int[]) as given (no)`.execute(db);
}
