import type * as contract from '../../../contract/activities.ts';
import type { HistoryVerb } from '../../../contract/campaigns.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { CampaignId, PlannedActivityId, UserId } from '../../../contract/ids.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise, listColleagues, may, tell } from '../access/index.ts';
import { activitiesOf, getActivity } from './activity.store.ts';
import { getCampaignRow } from './campaign.store.ts';
import { userOf } from './create-campaign.ts';
import { recordHistory } from './history.store.ts';

interface Needs {
  db: Db;
  clock: Clock;
  ids: Ids;
}
type Doing = Omit<Needs, 'ids'>;
type Input<E extends keyof typeof contract> = InputOf<(typeof contract)[E]>;

const OK = { ok: true } as const;

/** O49: what is planned around a campaign, and what is done of it. */
export const listActivities = async (
  { db }: Pick<Needs, 'db'>,
  actor: Actor,
  { id }: Input<'listActivities'>,
): Promise<OutputOf<typeof contract.listActivities>> => {
  authorise(actor, 'campaign.see');
  const { ownerId } = await getCampaignRow(db, id);
  const edits = may(actor, 'campaign.edit', { ownerId });
  const rows = await activitiesOf(db, id);
  return { rows: rows.map((row) => ({ ...row, mayTick: edits || row.responsible.id === actor.userId })) };
};

const assertColleague = async (db: Db, id: UserId): Promise<void> => {
  const { rows } = await listColleagues({ db });
  if (!rows.some((colleague) => colleague.id === id)) throw new Invalid('responsibleId', 'owner_unknown');
};

/** Changes what is planned by somebody who may edit the campaign, and writes that down. */
const plan = async (
  needs: Doing,
  actor: Actor,
  deed: { campaignId: CampaignId; verb: HistoryVerb; title: string },
  work: (tx: Tx) => Promise<unknown>,
): Promise<void> => {
  const { campaignId, verb, title } = deed;
  await needs.db.transaction().execute(async (tx) => {
    const { ownerId } = await getCampaignRow(tx, campaignId, true);
    authorise(actor, 'campaign.edit', { ownerId });
    await work(tx);
    await recordHistory(tx, { campaignId, actor, verb, detail: { title }, at: needs.clock.now() });
  });
};

/** Whoever is given something to do hears of it. */
const tellResponsible = async (
  { clock }: Pick<Needs, 'clock'>,
  tx: Tx,
  actor: Actor,
  { id, campaignId, title, responsibleId, dueAt }: Omit<Input<'updateActivity'>, 'note'> & { campaignId: CampaignId },
): Promise<void> => {
  if (responsibleId === actor.userId) return;
  const detail = { who: actor.name, title, dueAt };
  const key = `activity ${id} ${responsibleId}`;
  await tell(tx, { users: [responsibleId], kind: 'activity_given', campaignId, detail, key, at: clock.now() });
};

export const planActivity = async (needs: Needs, actor: Actor, input: Input<'planActivity'>) => {
  authorise(actor, 'campaign.see');
  const { id: campaignId, ...activity } = input;
  const id = needs.ids.next() as PlannedActivityId;
  await plan(needs, actor, { campaignId, verb: 'activity_planned', title: input.title }, async (tx) => {
    await assertColleague(tx, input.responsibleId);
    const row = { id, campaignId, ...activity, createdBy: userOf(actor), createdAt: needs.clock.now() };
    await tx.insertInto('plannedActivity').values(row).execute();
    await tellResponsible(needs, tx, actor, { ...input, id, campaignId });
  });
  return { id };
};

export const updateActivity = async (needs: Doing, actor: Actor, input: Input<'updateActivity'>) => {
  authorise(actor, 'campaign.see');
  const { id, ...change } = input;
  const { campaignId } = await getActivity(needs.db, id);
  await plan(needs, actor, { campaignId, verb: 'activity_changed', title: input.title }, async (tx) => {
    await assertColleague(tx, input.responsibleId);
    await tx.updateTable('plannedActivity').set(change).where('id', '=', id).execute();
    await tellResponsible(needs, tx, actor, { ...input, campaignId });
  });
  return OK;
};

export const removeActivity = async (needs: Doing, actor: Actor, { id }: Input<'removeActivity'>) => {
  authorise(actor, 'campaign.see');
  const { campaignId, title } = await getActivity(needs.db, id);
  await plan(needs, actor, { campaignId, verb: 'activity_removed', title }, (tx) =>
    tx.deleteFrom('plannedActivity').where('id', '=', id).execute(),
  );
  return OK;
};

/** Whoever is responsible may, besides those who edit the campaign. Ticked twice is ticked once. */
export const tickActivity = async (needs: Doing, actor: Actor, { id, done }: Input<'tickActivity'>) => {
  authorise(actor, 'campaign.see');
  await needs.db.transaction().execute(async (tx) => {
    const { campaignId } = await getActivity(tx, id);
    const { ownerId } = await getCampaignRow(tx, campaignId, true);
    const { title, responsibleId, doneAt } = await getActivity(tx, id);
    if (responsibleId !== actor.userId) authorise(actor, 'campaign.edit', { ownerId });
    if ((doneAt !== null) === done) return;
    const at = needs.clock.now();
    const change = done ? { doneAt: at, doneBy: userOf(actor) } : { doneAt: null, doneBy: null };
    await tx.updateTable('plannedActivity').set(change).where('id', '=', id).execute();
    const verb = done ? 'activity_done' : 'activity_reopened';
    await recordHistory(tx, { campaignId, actor, verb, detail: { title }, at });
  });
  return OK;
};
