import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type { forecastSms as endpoint } from '../../../../contract/sms.ts';
import { type Actor, authorise, loadInstallation } from '../../access/index.ts';
import { messageAsLong } from '../../campaigns/index.ts';
import { findSmsPrices, kindOfNumber, priceFor } from '../../channels/index.ts';
import {
  compileTexts,
  gatherValues,
  loadWritten,
  recipientFields,
  renderPlain,
  slotValues,
} from '../../content/index.ts';
import { type LineSample, type PlanningNeeds, sampleLines } from '../../delivery/index.ts';
import { trackingAddresses } from '../../tracking/index.ts';
import { minorUnitsOf } from '../model/minor-units.ts';
import { type Reckoned, reckonSms } from './model/reckon-sms.ts';

/** More are not looked at: the rest is like these. */
const AT_MOST = 5_000;

type Needs = PlanningNeeds & { config: { baseUrl: string } };

/** The text of each, made by the code that sends; addresses are as long as they will be. */
const textsOf = async ({ db, config }: Needs, { subject, lines }: LineSample): Promise<string[]> => {
  const { campaign, action } = subject;
  if (action.contentVersionId === null) return [];
  const { click } = trackingAddresses(config.baseUrl, { trackOpens: false, trackClicks: true });
  const content = await loadWritten(db, action.contentVersionId);
  const compiled = compileTexts(content, await recipientFields(db), { click, utm: null });
  const values = await gatherValues(db, lines, compiled.fields);
  const message = messageAsLong(config.baseUrl, { senderName: '', campaignName: campaign.name });
  return lines.map(({ language }, i) => renderPlain(compiled.in(language, true), slotValues(message, values[i] ?? [])));
};

/** Q17: parts and price on each recipient's own text, before anything is sent. */
export const forecastSms = async (
  needs: Needs,
  actor: Actor,
  { id }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  const sample = await sampleLines(needs, id, AT_MOST);
  const [prices, { currency }, texts] = await Promise.all([
    findSmsPrices(needs.db),
    loadInstallation(needs.db),
    textsOf(needs, sample),
  ]);
  const reckoned = texts.map((text, i): Reckoned => {
    const country = kindOfNumber(sample.lines[i]?.addressKey ?? '').country;
    return { text, priceMillionths: priceFor(prices, country) };
  });
  const { planned } = sample;
  return { planned, sampled: texts.length, currency, ...reckonSms(reckoned, planned, minorUnitsOf(currency)) };
};
