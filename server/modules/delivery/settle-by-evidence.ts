import { sql } from 'kysely';
import type { RunId } from '../../../contract/ids.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { appendOutcomes } from './outcome.store.ts';

const AT_ONCE = 1_000;

interface Proven {
  runId: RunId;
  no: number;
  attemptNo: number;
  kind: string;
}

/** Unknown lines of which something came back: whatever it was (a bounce, an open, a click, a word of the provider), the server had taken the message. */
const findProven = async (db: Db): Promise<Proven[]> => {
  const { rows } = await sql<Proven>`
    select o.run_id, o.no, o.attempt_no, (array_agg(f.kind order by f.at, f.kind))[1] as kind
    from chunk c
    join outcome o on o.run_id = c.run_id and o.state = 'unknown' and o.no between c.first_no and c.last_no
    join first_event f on f.run_id = o.run_id and f.no = o.no
    where c.unknown > 0 and not exists (select from outcome later where later.run_id = o.run_id and later.no = o.no and later.seq > o.seq)
    group by o.run_id, o.no, o.attempt_no order by o.run_id, o.no limit ${sql.lit(AT_ONCE)}`.execute(db);
  return rows;
};

/** Appends `sent` to unknown lines that later evidence has proven; answers how many. */
export const settleByEvidence = async ({ db }: { db: Db }): Promise<number> => {
  const proven = await findProven(db);
  for (const runId of new Set(proven.map((line) => line.runId))) {
    const theirs = proven.filter((line) => line.runId === runId);
    await db.transaction().execute((tx) =>
      appendOutcomes(
        tx,
        runId,
        theirs.map(({ no, attemptNo, kind }) => ({
          no,
          attemptNo,
          state: 'sent',
          reason: null,
          reply: `evidence: ${kind}`,
          retryInSeconds: null,
        })),
      ),
    );
  }
  return proven.length;
};
