import { WORK_CHANNELS } from '../../../contract/action-work.ts';
import { NO_AUDIENCE } from '../../../contract/audience.ts';
import type { DispatchChannel } from '../../../contract/campaigns.ts';
import type { Clock } from '../../platform/clock.ts';
import { json } from '../../platform/database/json.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { JsonObject } from '../../platform/database/tables.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, loadInstallation } from '../access/index.ts';
import { listTopics } from '../consent/index.ts';
import { insertContentVersion } from '../content/index.ts';
import { typeOfferedFor } from '../crm/index.ts';

/** The only topic there is; with several, a person chooses. */
export const onlyTopic = async (db: Db, actor: Actor): Promise<string | null> => {
  const topics = await listTopics({ db }, actor, {});
  return topics.length === 1 ? (topics[0]?.id ?? null) : null;
};

/** Channels whose messages leave through an account. */
export const isSent = (channel: string): channel is 'email' | 'sms' => channel === 'email' || channel === 'sms';
/** Channels for which somebody writes what is said or sent. */
export const isWritten = (channel: DispatchChannel): boolean =>
  channel === 'letter' || isSent(channel) || WORK_CHANNELS.includes(channel);

export const onlyAccount = async (db: Db, channel: 'email' | 'sms'): Promise<string | null> => {
  const accounts = await db
    .selectFrom('sendingAccount')
    .select('id')
    .where('channel', '=', channel)
    .where('direction', '=', 'sending')
    .where('archivedAt', 'is', null)
    .limit(2)
    .execute();
  return accounts.length === 1 ? accounts[0]!.id : null;
};

/** The row of a new action: nobody chosen, nothing written; what is said or sent gets an empty draft, a message the only account there is. */
export const newAction = async (
  tx: Tx,
  { ids, clock }: { ids: Ids; clock: Clock },
  actor: Actor,
  start: {
    campaignId: string;
    position: number;
    channel: DispatchChannel;
    report?: boolean;
    basis: string;
    name?: string;
  },
) => {
  const { channel } = start;
  const at = clock.now();
  return {
    id: ids.next(),
    ...start,
    state: 'draft',
    interactionTypeId: await typeOfferedFor(tx, start.channel),
    audience: json<JsonObject>({ ...NO_AUDIENCE, rule: null, copyOf: null }),
    contentVersionId: isWritten(channel) ? await emptyDraft(tx, ids, actor, channel) : null,
    sendingAccountId: isSent(channel) ? await onlyAccount(tx, channel) : null,
    createdAt: at,
    updatedAt: at,
  };
};

export const emptyDraft = async (tx: Tx, ids: Ids, actor: Actor, channel: DispatchChannel): Promise<string> => {
  const { language } = await loadInstallation(tx);
  const draft = { id: ids.next(), channel, defaultLanguage: language, variants: {}, previousId: null };
  return (await insertContentVersion(tx, { ...draft, createdBy: actor.userId })).id;
};
