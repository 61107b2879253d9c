import { sql } from 'kysely';
import type { Config } from '../../config/config.ts';
import type { SecretBox } from '../../platform/crypto/secret-box.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { Logger } from '../../platform/logger.ts';
import { enqueue, handle, type TaskHandler, task } from '../../platform/queue/queue.ts';
import { type NoticeToMail, putBackNotice, takeNoticeToMail, tell } from '../access/index.ts';
import { noteAccount } from '../campaigns/index.ts';
import { findAccount, noteAddress, sendNote } from '../channels/index.ts';
import { type Ended, finishedNote } from './model/finished-note.ts';
import type { StoredRun } from './run.store.ts';

interface Needs {
  db: Db;
  secretBox: SecretBox;
  config: Pick<Config, 'baseUrl'>;
  logger: Logger;
}

type FinishedRun = Pick<StoredRun, 'id' | 'campaignId' | 'actionId'>;

interface FinishedNow {
  campaign: string;
  campaignId: string;
  channel: string;
  finishedAt: Date;
  accountId: string | null;
}

const tellFinishedTask = task<{ runId: string }>('tell-finished');

const keyOf = (runId: string) => `finished ${runId}`;

/**
 * Q26: in the transaction that ends a distribution its owner and whoever launched it are told, with the sums; the mail follows. A
 * further try tells of all tries, too.
 */
export const noticeFinished = async (db: Db, { id, campaignId, actionId }: FinishedRun, at: Date): Promise<void> => {
  const { rows } = await sql<{ ownerId: string | null; launchedBy: string | null } & Ended>`
    select c.owner_id, r.launched_by, own.*,
      (select 1 + count(*)::int from run t where t.action_id = r.action_id and t.mode = 'retry' and r.mode = 'retry' and t.sealed_at <= r.sealed_at) as tries,
      (select coalesce(sum(k.sent), 0)::int from run t join chunk k on k.run_id = t.id
        where t.action_id = r.action_id and t.mode in ('main', 'retry')) as sent_in_all
    from run r join campaign c on c.id = r.campaign_id cross join lateral (
      select coalesce(sum(total), 0)::int as planned, coalesce(sum(sent), 0)::int as sent, coalesce(sum(failed), 0)::int as failed,
        coalesce(sum(dropped), 0)::int as dropped, coalesce(sum(unknown), 0)::int as unknown from chunk where run_id = r.id) own
    where r.id = ${id}`.execute(db);
  const { ownerId, launchedBy, ...ended } = rows[0]!;
  const users = [ownerId, launchedBy];
  await tell(db, { users, kind: 'run_finished', campaignId, detail: { ...ended, actionId }, key: keyOf(id), at });
  await enqueue(db, tellFinishedTask, { runId: id }, { jobKey: `finished:${id}`, maxAttempts: 8 });
};

export const deliveryTasks = (needs: Needs): TaskHandler[] => [
  handle(tellFinishedTask, ({ runId }) => tellFinished(needs, runId)),
];

/** Q26: whoever was told what became of a distribution, and wants it by mail, gets that too: once. Where nothing leaves this machine nobody does. */
const tellFinished = async (needs: Needs, runId: string): Promise<void> => {
  const { rows } = await sql<FinishedNow>`
    select c.name as campaign, c.id as campaign_id, r.channel, r.finished_at, ${noteAccount(sql`r.campaign_id`, sql`r.action_id`)} as account_id
    from run r join campaign c on c.id = r.campaign_id where r.id = ${runId}`.execute(needs.db);
  const [run] = rows;
  const account = run?.accountId ? await findAccount(needs.db, run.accountId) : undefined;
  if (!run || !account?.fromAddress || account.nature === 'local') return;
  const domain = account.fromAddress.split('@').at(-1);
  const link = `${needs.config.baseUrl}/campaigns/${run.campaignId}/results`;
  const mail = async (notice: NoticeToMail) => {
    const address = noteAddress(notice.email);
    if (address === null) return;
    const { subject, text } = finishedNote(notice.language, { ...run, ended: notice.detail, link });
    const messageId = `<finished-${runId}-${notice.userId}@${domain}>`;
    const note = { subject, text, messageId, at: run.finishedAt };
    const { ok, steps, reply } = await sendNote(needs.secretBox, account, address, note);
    if (ok) return;
    needs.logger.warn({ run: runId, reply }, 'could not tell by mail that a distribution has finished');
    if (steps.at(-1)?.step === 'hand_over') return;
    await putBackNotice(needs.db, notice);
    throw new Error(`No mail about the end of run ${runId}: ${reply}`);
  };
  for (let notice = await next(needs.db, runId); notice; notice = await next(needs.db, runId)) await mail(notice);
};

const next = (db: Db, runId: string) => takeNoticeToMail(db, keyOf(runId));
