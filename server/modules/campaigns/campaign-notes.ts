import { sql } from 'kysely';
import type * as contract from '../../../contract/campaign-notes.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { CampaignId, CampaignNoteId } from '../../../contract/ids.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise, may } from '../access/index.ts';
import { getCampaignRow } from './campaign.store.ts';
import { userOf } from './create-campaign.ts';

type Input<E extends keyof typeof contract> = InputOf<(typeof contract)[E]>;
type Row = Omit<contract.CampaignNote, 'mayRemove'> & { authorId: string };

export const listCampaignNotes = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: Input<'listCampaignNotes'>,
): Promise<OutputOf<typeof contract.listCampaignNotes>> => {
  authorise(actor, 'campaign.see');
  const { ownerId } = await getCampaignRow(db, id);
  const edits = may(actor, 'campaign.edit', { ownerId });
  const { rows } = await sql<Row>`
    select n.id, n.body, n.at, n.author_id, u.name as author from campaign_note n join app_user u on u.id = n.author_id
    where n.campaign_id = ${id} order by n.at desc, n.id desc limit 500`.execute(db);
  return { rows: rows.map(({ authorId, ...note }) => ({ ...note, mayRemove: edits || authorId === actor.userId })) };
};

/** Whoever sees a campaign may write something down about it; that changes nothing of the campaign. */
export const writeCampaignNote = async (
  { db, ids, clock }: { db: Db; ids: Ids; clock: Clock },
  actor: Actor,
  { id: campaignId, body }: Input<'writeCampaignNote'>,
): Promise<OutputOf<typeof contract.writeCampaignNote>> => {
  authorise(actor, 'campaign.see');
  await getCampaignRow(db, campaignId);
  const id = ids.next() as CampaignNoteId;
  const note = { id, campaignId, body, authorId: userOf(actor), at: clock.now() };
  await db.insertInto('campaignNote').values(note).execute();
  return { id };
};

export const removeCampaignNote = async ({ db }: { db: Db }, actor: Actor, { id }: Input<'removeCampaignNote'>) => {
  authorise(actor, 'campaign.see');
  const note = await db
    .selectFrom('campaignNote')
    .select(['campaignId', 'authorId'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (note === undefined) throw new NotFound('note');
  const { ownerId } = await getCampaignRow(db, note.campaignId as CampaignId);
  if (note.authorId !== actor.userId) authorise(actor, 'campaign.edit', { ownerId });
  await db.deleteFrom('campaignNote').where('id', '=', id).execute();
  return { ok: true } as const;
};
