import { sql } from 'kysely';
import { ActionWork } from '../../../contract/action-work.ts';
import { reachesOut } from '../../../contract/campaigns.ts';
import type { RunId } from '../../../contract/ids.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { SYSTEM } from '../access/index.ts';
import { getCampaignForRun, joinLineSender, moveCampaign, recordDeed, setScheduled } from '../campaigns/index.ts';
import type { IssuedRun, IssuingChannel } from '../channels/index.ts';
import { aboutOf } from './line.store.ts';
import { findWaitingDate, getRunRow, type StoredRun } from './run.store.ts';
import { releaseFollowers } from './stage-start.ts';
import { noticeFinished } from './tell-finished.ts';

/** A run of documents: everything in this one transaction, or nothing. No intents; what is issued is sent. */
export const issueRun = async (
  needs: { clock: Clock },
  tx: Tx,
  channel: IssuingChannel,
  runId: RunId,
): Promise<void> => {
  await channel.issue(tx, await issuedRun(needs, tx, await getRunRow(tx, runId)));
  await sql`
    insert into outcome (run_id, no, seq, state) select run_id, no, 1, 'sent' from recipient where run_id = ${runId} and verdict = 'planned'`.execute(
    tx,
  );
  if (reachesOut(channel.name)) await touchAll(tx, runId);
  await sql`update chunk set sent = open, open = 0 where run_id = ${runId}`.execute(tx);
  await sql`update run set state = 'finished', finished_at = now() where id = ${runId}`.execute(tx);
  await concludeRun(needs, tx, runId);
};

/** Whom it reached out to counts for contact pressure and stands in his timeline; tests do not. */
const touchAll = async (tx: Tx, runId: RunId): Promise<void> => {
  await sql`
    insert into touch (party_id, at, run_id, no, party_kind, channel, purpose_class)
    select l.party_id, now(), l.run_id, l.no, l.party_kind, r.channel, coalesce(r.terms -> 'gate' ->> 'purposeClass', 'marketing')
    from run r join recipient l on l.run_id = r.id and l.verdict = 'planned'
    where r.id = ${runId} and r.mode <> 'test'`.execute(tx);
};

const issuedRun = async (
  { clock }: { clock: Clock },
  tx: Tx,
  { id: runId, campaignId, actionId, mode, createdBy, contentVersionId, terms }: StoredRun,
): Promise<IssuedRun> => ({
  runId,
  campaignId,
  actionId,
  currency: (await getCampaignForRun(tx, actionId)).campaign.currency,
  now: clock.now(),
  campaignName: terms.campaignName,
  test: mode === 'test',
  startedBy: createdBy,
  creatorId: terms.creatorId,
  ownerId: terms.ownerId,
  senderPolicy: terms.senderPolicy,
  contentVersionId,
  dossier: terms.dossier ?? null,
  work: ActionWork.parse(terms.work ?? {}),
  lines: sql`
    select line.no, line.party_kind, line.party_id, line.role, line.company_id, line.asset_id, ${aboutOf('line')} as about, line.address, line.address_key, line.language, sender.id as sender_id
    from recipient line ${joinLineSender(terms)} where line.run_id = ${sql.lit(runId)}::bigint and line.verdict = 'planned'`,
});

/** The campaign goes on when its run is through: done, or back to ready when only the people added by hand were served; between two dates of a rule it stays as it is. Tracks go on by themselves. */
export const concludeRun = async (needs: { clock: Clock }, tx: Tx, runId: RunId | string): Promise<void> => {
  const run = await getRunRow(tx, runId);
  if (run.mode === 'test' || run.mode === 'tick') return;
  const now = needs.clock.now();
  const again = (await findWaitingDate(tx, run.actionId)) !== undefined;
  if (again) await setScheduled(tx, run.actionId, true, now);
  else await moveCampaign(tx, run.campaignId, run.actionId, run.scope === 'hand' ? 'ready' : 'completed', now);
  if (run.scope === 'all' && !again) await releaseFollowers(tx, run.actionId);
  await recordDeed(tx, SYSTEM, run.campaignId, 'finished', now, { planned: run.planned });
  if (run.state === 'finished') await noticeFinished(tx, run, now);
};
