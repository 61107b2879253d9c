import { sql } from 'kysely';
import type { UserId } from '../../../contract/ids.ts';
import { joinLineSender, type SenderOfLine } from '../campaigns/index.ts';
import { getRunRow } from './run.store.ts';

/** E15: whose message it was, by what was settled as its list was made; null where the account itself stood for it. */
export const senderOfLine: SenderOfLine = async (db, { runId, no }) => {
  const { terms } = await getRunRow(db, runId);
  const { rows } = await sql<{ id: UserId | null }>`
    select sender.id from recipient line ${joinLineSender(terms)} where line.run_id = ${runId} and line.no = ${no}`.execute(
    db,
  );
  return rows[0]?.id ?? null;
};
