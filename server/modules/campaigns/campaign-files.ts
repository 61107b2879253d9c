import { sql } from 'kysely';
import type * as contract from '../../../contract/campaign-files.ts';
import { MAX_CAMPAIGN_FILE, MAX_CAMPAIGN_FILES } from '../../../contract/campaign-files.ts';
import type { HistoryVerb } from '../../../contract/campaigns.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { CampaignId } from '../../../contract/ids.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Invalid, NotFound } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';
import {
  type BroughtFile,
  dropUnnamedAttachment,
  type FileTerms,
  insertAttachment,
  receiveFile,
} from '../content/index.ts';
import { getCampaignRow } from './campaign.store.ts';
import { userOf } from './create-campaign.ts';
import { recordHistory } from './history.store.ts';

type Input<E extends 'listCampaignFiles' | 'removeCampaignFile'> = InputOf<(typeof contract)[E]>;

const TERMS: FileTerms = { max: MAX_CAMPAIGN_FILE, tooLarge: 'campaign_file_too_large', kind: 'campaign_file_kind' };

export const filesOf = async (db: Db, campaignId: CampaignId): Promise<contract.CampaignFile[]> => {
  const { rows } = await sql<contract.CampaignFile>`
    select a.id, a.name, a.size, u.name as added_by, f.added_at
    from campaign_file f join attachment a on a.id = f.attachment_id join app_user u on u.id = f.added_by
    where f.campaign_id = ${campaignId} order by f.added_at desc, a.name, a.id`.execute(db);
  return rows;
};

export const listCampaignFiles = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: Input<'listCampaignFiles'>,
): Promise<OutputOf<typeof contract.listCampaignFiles>> => {
  authorise(actor, 'campaign.see');
  await getCampaignRow(db, id);
  return { rows: await filesOf(db, id) };
};

const authoriseEdit = async (db: Db | Tx, actor: Actor, id: CampaignId, lock = false): Promise<void> => {
  const { ownerId } = await getCampaignRow(db, id, lock);
  authorise(actor, 'campaign.edit', { ownerId });
};

/** The same file brought twice is kept once, and only the first time written down. */
export const addCampaignFile = async (
  { db, ids, clock }: { db: Db; ids: Ids; clock: Clock },
  actor: Actor,
  { id: campaignId, file }: { id: CampaignId; file: BroughtFile },
): Promise<{ ok: true }> => {
  authorise(actor, 'campaign.see');
  await authoriseEdit(db, actor, campaignId);
  const received = await receiveFile(file, TERMS);
  const at = clock.now();
  await db.transaction().execute(async (tx) => {
    await authoriseEdit(tx, actor, campaignId, true);
    const { id: attachmentId, name } = await insertAttachment(tx, { ...received, id: ids.next(), by: actor.userId });
    const kept = await tx
      .selectFrom('campaignFile')
      .select('attachmentId')
      .where('campaignId', '=', campaignId)
      .execute();
    if (kept.some((one) => one.attachmentId === attachmentId)) return;
    if (kept.length >= MAX_CAMPAIGN_FILES)
      throw new Invalid('file', 'campaign_files_too_many', { max: MAX_CAMPAIGN_FILES });
    const row = { campaignId, attachmentId, addedBy: userOf(actor), addedAt: at };
    await tx.insertInto('campaignFile').values(row).execute();
    await recordFile(tx, actor, { campaignId, verb: 'file_added', name, at });
  });
  return { ok: true };
};

const isKept = async (tx: Tx, fileId: string): Promise<boolean> =>
  (await sql`select from campaign_file where attachment_id = ${fileId} limit 1`.execute(tx)).rows.length > 0;

/** What no campaign keeps any more and no message names is gone for good, by whatever address. */
export const removeCampaignFile = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  { id: campaignId, fileId }: Input<'removeCampaignFile'>,
) => {
  authorise(actor, 'campaign.see');
  await db.transaction().execute(async (tx) => {
    await authoriseEdit(tx, actor, campaignId, true);
    const { rows } = await sql<{ name: string }>`
      delete from campaign_file f using attachment a
      where f.campaign_id = ${campaignId} and f.attachment_id = ${fileId} and a.id = f.attachment_id
      returning a.name`.execute(tx);
    const [gone] = rows;
    if (gone === undefined) throw new NotFound('file');
    if (!(await isKept(tx, fileId))) await dropUnnamedAttachment(tx, fileId);
    await recordFile(tx, actor, { campaignId, verb: 'file_removed', name: gone.name, at: clock.now() });
  });
  return { ok: true } as const;
};

const recordFile = (
  tx: Tx,
  actor: Actor,
  { name, ...deed }: { campaignId: CampaignId; verb: HistoryVerb; name: string; at: Date },
): Promise<void> => recordHistory(tx, { ...deed, actor, detail: { title: name } });
