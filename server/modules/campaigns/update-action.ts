import { type updateAction as endpoint, mayAddress } from '../../../contract/campaigns.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { SendingAccountId } from '../../../contract/ids.ts';
import { recurrenceProblem } from '../../../contract/occurrences.ts';
import { json } from '../../platform/database/json.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import type { JsonObject } from '../../platform/database/tables.ts';
import { Conflict, Invalid } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';
import { type FieldRegistry, loadAudience } from '../audiences/index.ts';
import { findAccount, findSendingAccount } from '../channels/index.ts';
import { loadContentVersion } from '../content/index.ts';
import { assertTypeInUse, typeOfferedFor } from '../crm/index.ts';
import { actionsOf, getAction, type StoredAction, storeAction } from './action.store.ts';
import { getCampaignRow, storeCampaign } from './campaign.store.ts';
import { emptyDraft, isSent, isWritten, onlyAccount } from './campaign-defaults.ts';
import { assertThere } from './direct-link/direct-link-target.ts';
import { presentCampaign, type Viewing } from './get-campaign.ts';
import { recordHistory } from './history.store.ts';
import { foundationsOf, isCircular, waitsForGood } from './model/dependencies.ts';
import { isGoing } from './model/lifecycle.ts';
import { ranOf } from './run-totals.ts';
import { assertUnchanged } from './update-campaign.ts';

type Input = InputOf<typeof endpoint>;
type Field = Exclude<keyof Input, 'id' | 'updatedAt'>;

export const updateAction = async (
  needs: Viewing & { ids: Ids; ruleFields: FieldRegistry },
  actor: Actor,
  input: Input,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  const { campaignId } = await getAction(needs.db, input.id);
  const { distributions } = ranOf((await needs.runTotals(needs.db, [campaignId])).get(campaignId), input.id);
  await needs.db.transaction().execute(async (tx) => {
    const campaign = await getCampaignRow(tx, campaignId, true);
    authorise(actor, 'campaign.edit', { ownerId: campaign.ownerId });
    const action = await getAction(tx, input.id);
    assertUnchanged(new Date(action.updatedAt), input.updatedAt);
    const fields = changedFields(action, input);
    if (await isRewritten(tx, action, input)) fields.push('contentVersionId');
    if (fields.length === 0) return;
    assertChangeable(action, input, distributions > 0);
    await assertFits(tx, needs.ruleFields, action, input, fields);
    assertRecurs(input, needs.clock.now());
    assertStages(await actionsOf(tx, campaignId), action, input);
    const at = needs.clock.now();
    await storeAction(tx, action.id, {
      ...(await draftToBegin(tx, needs.ids, actor, action, input)),
      ...(await typeFollows(tx, action, input)),
      ...columnsOf(input, fields),
      updatedAt: at,
    });
    await storeCampaign(tx, campaign.id, { updatedAt: at });
    await recordHistory(tx, { campaignId, actor, at, ...deedOf(fields) });
  });
  return presentCampaign(needs, actor, campaignId);
};

const changedFields = (action: StoredAction, input: Input): Field[] => {
  const { id: _id, updatedAt: _read, ...change } = input;
  return (Object.keys(change) as Field[]).filter(
    (field) => change[field] !== undefined && JSON.stringify(change[field]) !== JSON.stringify(action[field]),
  );
};

/** The same version, written over since: a change of what it says. */
const isRewritten = async (tx: Tx, action: StoredAction, { contentVersionId }: Input): Promise<boolean> => {
  if (!contentVersionId || contentVersionId !== action.contentVersionId) return false;
  const { updatedAt } = await loadContentVersion(tx, contentVersionId);
  return new Date(updatedAt) > new Date(action.updatedAt);
};

/**
 * What is said or sent needs something to write in; what was written for another channel is kept, but a text for phones is another than one
 * for mail. An account sends by one channel.
 */
const draftToBegin = async (tx: Tx, ids: Ids, actor: Actor, action: StoredAction, { channel }: Input) => {
  if (channel === undefined || channel === action.channel || !isWritten(channel)) return {};
  const version = action.contentVersionId === null ? null : await loadContentVersion(tx, action.contentVersionId);
  const fits = version !== null && mediumOf(version.channel) === mediumOf(channel);
  const account = action.sendingAccountId === null ? undefined : await findAccount(tx, action.sendingAccountId);
  return {
    ...(!fits && { contentVersionId: await emptyDraft(tx, ids, actor, channel) }),
    ...(isSent(channel) &&
      account?.channel !== channel && { sendingAccountId: await onlyAccount(tx, channel), accountSharing: null }),
  };
};

/** What is written for one of these is not for another: a text for phones, one for paper, or one with a look of its own. */
const mediumOf = (channel: string): string => (channel === 'sms' || channel === 'letter' ? channel : 'other');

/** Another channel leaves another type of dossier item, unless somebody chose one of his own. */
const typeFollows = async (tx: Tx, action: StoredAction, { channel }: Input) =>
  channel !== undefined &&
  channel !== action.channel &&
  action.interactionTypeId === (await typeOfferedFor(tx, action.channel))
    ? { interactionTypeId: await typeOfferedFor(tx, channel) }
    : {};

const assertChangeable = (action: StoredAction, input: Input, distributed: boolean): void => {
  const renamedOnly = Object.keys(input).every((field) => ['id', 'updatedAt', 'name'].includes(field));
  if (renamedOnly) return;
  if (isGoing(action.state) || action.state === 'scheduled') throw new Conflict('campaign_under_way');
  const changesChannel = input.channel !== undefined && input.channel !== action.channel;
  if (changesChannel && distributed) throw new Invalid('channel', 'channel_fixed');
};

/** What is pointed to must be there, and the audience’s rules must make sense. */
const assertFits = async (
  tx: Tx,
  ruleFields: FieldRegistry,
  action: StoredAction,
  input: Input,
  fields: readonly Field[],
): Promise<void> => {
  const channel = input.channel ?? action.channel;
  if (fields.includes('addressing') && !mayAddress(channel, input.addressing ?? action.addressing))
    throw new Invalid('addressing', 'addressing_one_buyer');
  if (fields.includes('audience') && input.audience) await loadAudience(tx, ruleFields, input.audience);
  if (fields.includes('sendingAccountId') && input.sendingAccountId) {
    const account = await findAccount(tx, input.sendingAccountId);
    if (account?.direction !== 'sending' || account.archivedAt || account.channel !== channel)
      throw new Invalid('sendingAccountId', 'no_sending_account');
  }
  if (fields.includes('accountSharing')) await assertSharers(tx, channel, input.accountSharing?.others ?? []);
  if (fields.includes('contentVersionId') && input.contentVersionId)
    await loadContentVersion(tx, input.contentVersionId);
  if (fields.includes('directLink') && input.directLink) await assertThere(tx, input.directLink);
  if (fields.includes('interactionTypeId') && input.interactionTypeId)
    await assertTypeInUse(tx, input.interactionTypeId, 'interactionTypeId');
};

const assertSharers = async (tx: Tx, channel: string, others: readonly { id: SendingAccountId }[]): Promise<void> => {
  for (const [at, { id }] of others.entries()) {
    if ((await findSendingAccount(tx, id))?.channel !== channel)
      throw new Invalid(`accountSharing.others.${at}.id`, 'no_sending_account');
  }
};

const assertRecurs = ({ schedule }: Input, now: Date): void => {
  const problem = schedule?.kind === 'recurring' ? recurrenceProblem(schedule.rule, now) : null;
  if (problem !== null) throw new Invalid(`schedule.rule.${problem.field}`, problem.code);
};

/** A stage may be built on others of its campaign, but not in a circle. */
const assertStages = (actions: readonly StoredAction[], action: StoredAction, input: Input): void => {
  const { audience = action.audience, schedule = action.schedule } = input;
  const changed = { ...action, audience, schedule };
  const field = input.schedule ? 'schedule.actionId' : audience.copyOf ? 'audience.copyOf' : 'audience.rule.tree';
  const known = actions.map(({ id }) => id as string);
  if (!foundationsOf(changed).every((id) => known.includes(id))) throw new Invalid(field, 'action_of_another_campaign');
  const stages = actions.map((one) => (one.id === changed.id ? changed : one));
  if (isCircular(stages, changed.id)) throw new Invalid(field, 'actions_circular');
  if (input.schedule && waitsForGood(stages, changed.id))
    throw new Invalid(schedule.kind === 'after' ? 'schedule.actionId' : 'schedule.rule.until', 'series_never_done');
};

const isStructured = (field: Field): boolean =>
  ['audience', 'schedule', 'sendWindow', 'accountSharing', 'work', 'directLink', 'utm'].includes(field);

const columnsOf = (input: Input, fields: readonly Field[]) =>
  Object.fromEntries(
    fields.map((field) => [field, isStructured(field) ? json(input[field] as unknown as JsonObject) : input[field]]),
  );

/** One thing changed has a word of its own in the history. */
const deedOf = (fields: readonly Field[]) => {
  const [only] = fields.length === 1 ? fields : [];
  if (only === 'audience') return { verb: 'audience_changed' as const };
  if (only === 'contentVersionId') return { verb: 'content_changed' as const };
  if (only === 'schedule' || only === 'sendWindow') return { verb: 'schedule_changed' as const };
  return { verb: 'edited' as const, detail: { fields: [...fields] } };
};
