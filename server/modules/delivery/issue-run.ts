import { sql } from 'kysely';
import type { RunId } from '../../../contract/ids.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { SYSTEM } from '../access/index.ts';
import { moveCampaign, recordDeed } from '../campaigns/index.ts';
import type { IssuedRun, IssuingChannel } from '../channels/index.ts';
import { getRunRow, type StoredRun } from './run.store.ts';
import { releaseFollowers } from './stage-start.ts';

/** A run of documents: everything in this one transaction, or nothing. No intents; what is issued is sent. */
export const issueRun = async (
  needs: { clock: Clock },
  tx: Tx,
  channel: IssuingChannel,
  runId: RunId,
): Promise<void> => {
  await channel.issue(tx, issuedRun(await getRunRow(tx, runId)));
  await sql`
    insert into outcome (run_id, no, seq, state) select run_id, no, 1, 'sent' from recipient where run_id = ${runId} and verdict = 'planned'`.execute(
    tx,
  );
  await sql`update chunk set sent = open, open = 0 where run_id = ${runId}`.execute(tx);
  await sql`update run set state = 'finished', finished_at = now() where id = ${runId}`.execute(tx);
  await concludeRun(needs, tx, runId);
};

const issuedRun = ({ id: runId, campaignId, mode, createdBy, contentVersionId, terms }: StoredRun): IssuedRun => ({
  runId,
  campaignId,
  campaignName: terms.campaignName,
  test: mode === 'test',
  startedBy: createdBy,
  creatorId: terms.creatorId,
  ownerId: terms.ownerId,
  senderPolicy: terms.senderPolicy,
  contentVersionId,
  dossier: terms.dossier ?? null,
  lines: sql`select no, party_kind, party_id, role, company_id, asset_id, address, language from recipient
    where run_id = ${sql.lit(runId)}::bigint and verdict = 'planned'`,
});

/** The campaign goes on when its run is through: done, or back to ready when only the people added by hand were served. Tracks go on by themselves. */
export const concludeRun = async (needs: { clock: Clock }, tx: Tx, runId: RunId | string): Promise<void> => {
  const run = await getRunRow(tx, runId);
  if (run.mode === 'test' || run.mode === 'tick') return;
  const now = needs.clock.now();
  await moveCampaign(tx, run.campaignId, run.actionId, run.scope === 'hand' ? 'ready' : 'completed', now);
  if (run.scope === 'all') await releaseFollowers(tx, run.actionId);
  await recordDeed(tx, SYSTEM, run.campaignId, 'finished', now, { planned: run.planned });
};
