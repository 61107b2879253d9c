import { NO_AUDIENCE } from '../../../../contract/audience.ts';
import type { Schedule } from '../../../../contract/campaigns.ts';
import { isMailOf } from '../../../../contract/mailed-document.ts';
import type { Language } from '../../../../contract/messages/index.ts';
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

const WORDS: Record<Language, { name: string; subject: string; text: string; link: string }> = {
  en: {
    name: 'E-mail with the offer',
    subject: 'Our offer to you',
    text: 'we have made you an offer. Read it, and tell us what you think, here:',
    link: 'See the offer',
  },
  nb: {
    name: 'E-post med tilbudet',
    subject: 'Tilbudet vårt til deg',
    text: 'vi har laget et tilbud til deg. Les det, og si oss hva du synes, her:',
    link: 'Se tilbudet',
  },
  pl: {
    name: 'E-mail z ofertą',
    subject: 'Nasza oferta',
    text: 'mamy dla Ciebie ofertę. Możesz ją przeczytać i dać nam znać tutaj:',
    link: 'Zobacz ofertę',
  },
  fr: {
    name: 'E-mail avec l’offre',
    subject: 'Notre offre pour vous',
    text: 'nous vous avons préparé une offre. Lisez-la et dites-nous ce que vous en pensez, ici :',
    link: 'Voir l’offre',
  },
};

const variants = Object.fromEntries(
  Object.entries(WORDS).map(([language, { subject, text, link }]) => [
    language,
    {
      subject,
      preheader: '',
      html: `<p>{{ contact.first_name }},</p><p>${text}</p><p><a href="{{ offer_url }}">${link}</a></p><p>{{ sender.name }}</p>`,
      text: null,
    },
  ]),
);

interface Needs {
  ids: Ids;
  clock: Clock;
}

/** What is issued is mailed by an action of its own, to the same people as soon as it is done, in words that can be changed; or it is not. */
export const followByMail = async (
  tx: Tx,
  needs: Needs,
  actor: Actor,
  { campaign, action, mailed }: { campaign: StoredCampaign; action: StoredAction; mailed: boolean },
): Promise<void> => {
  const actions = await actionsOf(tx, campaign.id);
  const mail = actions.find(isMailOf(action.id));
  if (!mailed && mail?.state === 'draft') await deleteAction(tx, mail.id);
  if (!mailed || mail) return;
  const position = Math.max(...actions.map((one) => one.position)) + 1;
  await insertAction(tx, await mailAction(tx, needs, actor, action, position));
  if (campaign.kind === 'one_off') await storeCampaign(tx, campaign.id, { kind: 'multi_stage' });
};

const mailAction = async (tx: Tx, needs: Needs, actor: Actor, action: StoredAction, position: number) => {
  const { language } = await loadInstallation(tx);
  const { campaignId, basis, senderPolicy } = action;
  const words = { id: needs.ids.next(), channel: 'email', defaultLanguage: language, variants, previousId: null };
  const { id: contentVersionId } = await insertContentVersion(tx, { ...words, createdBy: actor.userId });
  const schedule: Schedule = { kind: 'after', actionId: action.id, hours: 0 };
  const audience = { ...NO_AUDIENCE, copyOf: { actionId: action.id, which: 'all' } };
  return {
    ...(await newAction(tx, needs, actor, {
      campaignId,
      position,
      channel: 'email',
      basis,
      name: WORDS[language].name,
    })),
    contentVersionId,
    senderPolicy,
    audience: json(audience as unknown as JsonObject),
    schedule: json<JsonObject>(schedule),
  };
};
