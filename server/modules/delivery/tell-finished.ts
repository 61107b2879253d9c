import { sql } from 'kysely';
import type { Language } from '../../../contract/messages/index.ts';
import type { Config } from '../../config/config.ts';
import type { SecretBox } from '../../platform/crypto/secret-box.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { Logger } from '../../platform/logger.ts';
import { enqueue, handle, type TaskHandler, task } from '../../platform/queue/queue.ts';
import { tell } from '../access/index.ts';
import { findAccount, noteAddress, sendNote } from '../channels/index.ts';
import { finishedNote, isWorthANote } from './model/finished-note.ts';
import type { StoredRun } from './run.store.ts';
import { showRun } from './run.views.ts';

interface Needs {
  db: Db;
  secretBox: SecretBox;
  config: Pick<Config, 'baseUrl'>;
  logger: Logger;
}

type FinishedRun = Pick<StoredRun, 'id' | 'campaignId' | 'actionId'>;

interface Reader {
  id: string;
  email: string;
  language: Language;
}

const tellFinishedTask = task<{ runId: string }>('tell-finished');

/** Q26: in the transaction that ends a distribution its owner and whoever launched it are told, with the sums. */
export const noticeFinished = async (db: Db, { id, campaignId, actionId }: FinishedRun, at: Date): Promise<void> => {
  const { rows } = await sql<Record<'planned' | 'sent' | 'failed' | 'dropped' | 'unknown', number>>`
    select coalesce(sum(total), 0)::int as planned, coalesce(sum(sent), 0)::int as sent, coalesce(sum(failed), 0)::int as failed,
      coalesce(sum(dropped), 0)::int as dropped, coalesce(sum(unknown), 0)::int as unknown from chunk where run_id = ${id}`.execute(
    db,
  );
  const users = (await readersOf(db, id)).map((reader) => reader.id);
  await tell(db, {
    users,
    kind: 'run_finished',
    campaignId,
    detail: { ...rows[0]!, actionId },
    key: `finished ${id}`,
    at,
  });
};

/** In the transaction that ends the run. */
export const announceFinished = (db: Db, runId: string): Promise<void> =>
  enqueue(db, tellFinishedTask, { runId }, { jobKey: `finished:${runId}`, maxAttempts: 5 });

export const deliveryTasks = (needs: Needs): TaskHandler[] => [
  handle(tellFinishedTask, ({ runId }) => tellFinished(needs, runId)),
];

/** The campaign's owner and whoever launched it, in their own language. */
const readersOf = async (db: Db, runId: string): Promise<Reader[]> => {
  const { rows } = await sql<Reader>`
    select u.id, u.email, coalesce(u.language, i.language) as language
    from run r join campaign c on c.id = r.campaign_id
    cross join (select language from installation) i
    join app_user u on u.disabled_at is null and (u.id = c.owner_id or u.id = (
      select user_id from campaign_history h
      where h.campaign_id = r.campaign_id and h.verb in ('launched', 'scheduled', 'rescheduled') and h.user_id is not null
      order by h.id desc limit 1))
    where r.id = ${runId}`.execute(db);
  return rows;
};

/** Q26: tells by mail what became of a long distribution, from the account it went by; one that stays on this machine tells nobody. */
export const tellFinished = async ({ db, secretBox, config, logger }: Needs, runId: string): Promise<void> => {
  const run = await showRun(db, runId as never);
  const { rows } = await sql<{ accountId: string | null; campaign: string; sealedAt: Date; finishedAt: Date | null }>`
    select r.sending_account_id as account_id, c.name as campaign, r.sealed_at, r.finished_at
    from run r join campaign c on c.id = r.campaign_id where r.id = ${runId}`.execute(db);
  const { accountId, campaign, sealedAt, finishedAt } = rows[0]!;
  if (run.mode === 'test' || accountId === null || finishedAt === null || !isWorthANote(sealedAt, finishedAt)) return;
  const account = await findAccount(db, accountId);
  if (!account?.fromAddress || account.nature === 'local' || account.pausedAt !== null) return;
  const link = `${config.baseUrl}/campaigns/${run.campaignId}/results`;
  for (const { id, email, language } of await readersOf(db, runId)) {
    const address = noteAddress(email);
    if (address === null) continue;
    const messageId = `<finished-${runId}-${id}@${account.fromAddress.split('@').at(-1)}>`;
    const note = { ...finishedNote(language, { campaign, sums: run.sums, link }), messageId, at: finishedAt };
    const { ok, reply } = await sendNote(secretBox, account, address, note);
    if (!ok) logger.warn({ run: runId, reply }, 'could not tell by mail that a distribution has finished');
  }
};
