import { NO_AUDIENCE } from '../../../../contract/audience.ts';
import type { Schedule } from '../../../../contract/campaigns.ts';
import { isMailOf } from '../../../../contract/mailed-document.ts';
import type { Clock } from '../../../platform/clock.ts';
import { json } from '../../../platform/database/json.ts';
import type { Tx } from '../../../platform/database/open-database.ts';
import type { JsonObject } from '../../../platform/database/tables.ts';
import type { Ids } from '../../../platform/ids.ts';
import { type Actor, loadInstallation } from '../../access/index.ts';
import { insertContentVersion } from '../../content/index.ts';
import { actionsOf, deleteAction, insertAction, type StoredAction } from '../action.store.ts';
import { type StoredCampaign, storeCampaign } from '../campaign.store.ts';
import { newAction } from '../campaign-defaults.ts';
import { MAIL_WORDS } from './mail-words.ts';

type Mailed = keyof typeof MAIL_WORDS;
type MailedAction = StoredAction & { channel: Mailed };

/** Whether its recipients can be told of what it issues. */
export const isMailable = (action: StoredAction): action is MailedAction => action.channel in MAIL_WORDS;

const variantsOf = (channel: Mailed) => {
  const { words, field } = MAIL_WORDS[channel];
  return Object.fromEntries(
    Object.entries(words).map(([language, { subject, text, link }]) => [
      language,
      {
        subject,
        preheader: '',
        html: [
          '<p>{{ contact.first_name }},</p>',
          `<p>${text}</p>`,
          field === null ? '' : `<p><a href="{{ ${field} }}">${link}</a></p>`,
          '<p>{{ sender.name }}</p>',
        ].join(''),
        text: null,
      },
    ]),
  );
};

interface Needs {
  ids: Ids;
  clock: Clock;
}

/** What is issued is mailed by an action of its own, to those who got it as soon as it is done, in words that can be changed; or it is not. */
export const followByMail = async (
  tx: Tx,
  needs: Needs,
  actor: Actor,
  { campaign, action, mailed }: { campaign: StoredCampaign; action: MailedAction; mailed: boolean },
): Promise<void> => {
  const actions = await actionsOf(tx, campaign.id);
  const mail = actions.find(isMailOf(action.id));
  if (!mailed && mail?.state === 'draft') await deleteAction(tx, mail.id);
  if (!mailed || mail) return;
  const position = Math.max(...actions.map((one) => one.position)) + 1;
  await insertAction(tx, await mailAction(tx, needs, actor, action, position));
  if (campaign.kind === 'one_off') await storeCampaign(tx, campaign.id, { kind: 'multi_stage' });
};

const mailAction = async (tx: Tx, needs: Needs, actor: Actor, action: MailedAction, position: number) => {
  const { language } = await loadInstallation(tx);
  const { campaignId, basis, senderPolicy, addressing } = action;
  const variants = variantsOf(action.channel);
  const words = { id: needs.ids.next(), channel: 'email', defaultLanguage: language, variants, previousId: null };
  const { id: contentVersionId } = await insertContentVersion(tx, { ...words, createdBy: actor.userId });
  const schedule: Schedule = { kind: 'after', actionId: action.id, hours: 0 };
  const audience = { ...NO_AUDIENCE, copyOf: { actionId: action.id, which: 'sent' } };
  return {
    ...(await newAction(tx, needs, actor, {
      campaignId,
      position,
      channel: 'email',
      basis,
      name: MAIL_WORDS[action.channel].words[language].name,
    })),
    contentVersionId,
    senderPolicy,
    addressing,
    audience: json(audience as unknown as JsonObject),
    schedule: json<JsonObject>(schedule),
  };
};
