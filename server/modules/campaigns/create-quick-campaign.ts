import { NO_AUDIENCE } from '../../../contract/audience.ts';
import { mayAddress } from '../../../contract/campaigns.ts';
import { ContentChannel, type Variant } from '../../../contract/content.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { CampaignId } from '../../../contract/ids.ts';
import type { Language } from '../../../contract/messages/index.ts';
import type { createQuickCampaign as endpoint } from '../../../contract/quick-campaign.ts';
import type { SalesPlan } from '../../../contract/sales-plan.ts';
import { json } from '../../platform/database/json.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import type { JsonObject } from '../../platform/database/tables.ts';
import { Invalid, NotFound } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';
import { addByHand, type FieldRegistry, loadAudience } from '../audiences/index.ts';
import { builtInTemplates, getTemplate, insertContentVersion } from '../content/index.ts';
import { actionsOf, storeAction } from './action.store.ts';
import { getCampaignRow } from './campaign.store.ts';
import { makeCampaign, userOf } from './create-campaign.ts';
import { presentCampaign, type Viewing } from './get-campaign.ts';
import { recordHistory } from './history.store.ts';
import { keepPlan } from './sales-plan.ts';

type Needs = Viewing & { ids: Ids; ruleFields: FieldRegistry };
type Input = InputOf<typeof endpoint>;

/** E09: from one form a campaign with its sender, strategy, words and addressees; a fault anywhere makes nothing (E23). */
export const createQuickCampaign = async (
  needs: Needs,
  actor: Actor,
  input: Input,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.create');
  if (!mayAddress(input.channel, input.addressing)) throw new Invalid('addressing', 'addressing_one_buyer');
  const id = await needs.db.transaction().execute(async (tx) => {
    const { senderPolicy, addressing, work, templateId, builtIn, segmentIds, parties, salesPlan, ...details } = input;
    const made = await makeCampaign(tx, needs, actor, details);
    const furniture = { senderPolicy, addressing, work, templateId, builtIn, segmentIds };
    await furnishAction(tx, needs, actor, made, furniture);
    if (salesPlan !== null) await planSales(tx, needs, actor, made, salesPlan);
    if (parties.length > 0) await addAddressees(tx, needs, actor, made, parties);
    return made;
  });
  return presentCampaign(needs, actor, id);
};

type Furniture = Chosen & Pick<Input, 'senderPolicy' | 'addressing' | 'work' | 'segmentIds'>;
type Chosen = Pick<Input, 'templateId' | 'builtIn'>;

const furnishAction = async (
  tx: Tx,
  needs: Needs,
  actor: Actor,
  campaignId: CampaignId,
  { senderPolicy, addressing, work, segmentIds, ...template }: Furniture,
): Promise<void> => {
  const audience = { ...NO_AUDIENCE, include: segmentIds };
  await loadAudience(tx, needs.ruleFields, audience);
  const [action] = await actionsOf(tx, campaignId);
  const chosen = await chosenTemplate(tx, actor, action!.channel, template);
  const words = chosen === null ? {} : { contentVersionId: await wordsOf(tx, needs, actor, action!.channel, chosen) };
  await storeAction(tx, action!.id, {
    senderPolicy,
    addressing,
    ...(work && { work: json(work as unknown as JsonObject) }),
    audience: json(audience as unknown as JsonObject),
    ...words,
  });
};

interface Words {
  language: Language;
  variant: Variant;
}

/** People's own, or one that comes along for this channel. */
const chosenTemplate = async (
  tx: Tx,
  actor: Actor,
  channel: Input['channel'],
  { templateId, builtIn }: Chosen,
): Promise<Words | null> => {
  if (templateId !== null) return ownTemplate(tx, actor, channel, templateId);
  if (builtIn === null) return null;
  const { key, language } = builtIn;
  const written = ContentChannel.safeParse(channel).data;
  const template = written && builtInTemplates(language, written).find((one) => one.key === key);
  if (!template) throw new Invalid('builtIn', 'template_of_another_kind');
  return { language, variant: template.variant };
};

const ownTemplate = async (
  tx: Tx,
  actor: Actor,
  channel: Input['channel'],
  id: NonNullable<Input['templateId']>,
): Promise<Words> => {
  const template = await getTemplate({ db: tx }, actor, { id }).catch((error: unknown) => {
    throw error instanceof NotFound ? new Invalid('templateId', 'template_gone') : error;
  });
  if (template.channel !== channel) throw new Invalid('templateId', 'template_of_another_kind');
  return template;
};

/** A draft with the template's words, in the template's language. */
const wordsOf = async (
  tx: Tx,
  { ids }: Needs,
  actor: Actor,
  channel: Input['channel'],
  { language, variant }: Words,
): Promise<string> => {
  const version = {
    id: ids.next(),
    channel,
    defaultLanguage: language,
    variants: { [language]: variant },
    previousId: null,
    createdBy: userOf(actor),
  };
  return (await insertContentVersion(tx, version)).id;
};

const planSales = async (tx: Tx, needs: Needs, actor: Actor, id: CampaignId, plan: SalesPlan): Promise<void> => {
  const [action] = await actionsOf(tx, id);
  await keepPlan(tx, needs, actor, { action: action!, campaign: await getCampaignRow(tx, id) }, plan);
};

const addAddressees = async (
  tx: Tx,
  { clock }: Needs,
  actor: Actor,
  campaignId: CampaignId,
  parties: Input['parties'],
): Promise<void> => {
  const [action] = await actionsOf(tx, campaignId);
  await addByHand(tx, action!.id, parties, actor.userId);
  const detail = { pick: 'added', count: parties.length };
  await recordHistory(tx, { campaignId, actor, verb: 'hand_picked', detail, at: clock.now() });
};
