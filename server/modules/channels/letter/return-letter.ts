import { sql } from 'kysely';
import type { CampaignId, RunId } from '../../../../contract/ids.ts';
import type { Tx } from '../../../platform/database/open-database.ts';
import { Invalid } from '../../../platform/errors.ts';
import { readReturnCode } from '../../layouts/index.ts';

export interface ReturnedLetter {
  runId: RunId;
  no: number;
  code: string;
  recipient: string;
  campaignId: CampaignId;
  proof: boolean;
  /** False where it had come back before. */
  fresh: boolean;
}

/** Throws Invalid at the field `code`: a mistyped one tells itself, another is no letter of ours. */
export const returnLetter = async (
  tx: Tx,
  { typed, reason, at, by }: { typed: string; reason: string; at: Date; by: string | null },
): Promise<ReturnedLetter> => {
  const code = readReturnCode(typed);
  if (code === null) throw new Invalid('code', 'letter_code_mistyped');
  const { rows } = await sql<ReturnedLetter>`
    select l.run_id, l.no, l.code, l.recipient, b.campaign_id, b.proof, l.returned_at is null as fresh
    from letter l join letter_batch b on b.id = l.batch_id where l.code = ${code} for update of l`.execute(tx);
  const [letter] = rows;
  if (!letter) throw new Invalid('code', 'letter_code_unknown', { code });
  await sql`
    update letter set returned_at = ${at}, returned_by = ${by}::uuid, reason = ${reason} where code = ${code} and returned_at is null`.execute(
    tx,
  );
  return letter;
};
