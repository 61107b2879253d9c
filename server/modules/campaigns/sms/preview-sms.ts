import type { ContentRemark } from '../../../../contract/content.ts';
import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type { previewSms as endpoint } from '../../../../contract/sms.ts';
import { saysHowToStop } from '../../../../contract/sms-text.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { type Actor, authorise } from '../../access/index.ts';
import {
  articlesOf,
  ContentFaults,
  compileTexts,
  type MessageValues,
  previewValues,
  RenderError,
  recipientFields,
  renderPlain,
  slotValues,
} from '../../content/index.ts';
import { SHORT_TOKEN_LENGTH, trackingAddresses } from '../../tracking/index.ts';

type Input = InputOf<typeof endpoint>;
type Preview = OutputOf<typeof endpoint>;

/** In the place of a line's name, as long as one. */
const SAMPLE_TOKEN = 'x'.repeat(SHORT_TOKEN_LENGTH);

const remark = (
  level: ContentRemark['level'],
  { language }: Input,
  code: string,
  params: ContentRemark['params'] = {},
): ContentRemark => ({ level, field: `variants.${language}.text`, code, params });

const remarksOf = (input: Input, missing: ReadonlySet<string>): ContentRemark[] => {
  const text = input.variants[input.language]?.text ?? '';
  return [
    ...(text.trim() === '' ? [remark('error', input, 'content_no_body')] : []),
    ...(text.trim() === '' || saysHowToStop(text) ? [] : [remark('warning', input, 'sms_no_way_out')]),
    ...(missing.size > 0
      ? [remark('warning', input, 'content_missing_value', { names: [...missing].join(', ') })]
      : []),
  ];
};

/** The fields of a message that is not sent: its addresses are as long as those of one that is. */
export const messageAsLong = (
  baseUrl: string,
  said: Pick<MessageValues, 'senderName' | 'campaignName'>,
): MessageValues => {
  const { unsubscribe, view, answer, offer, invoice, direct } = trackingAddresses(baseUrl, {
    trackOpens: false,
    trackClicks: true,
  });
  const filled = (address: string) => address.replaceAll('{token}', SAMPLE_TOKEN);
  return {
    ...said,
    unsubscribeUrl: filled(unsubscribe),
    viewUrl: filled(view),
    answerUrl: filled(answer),
    offerUrl: filled(offer),
    invoiceUrl: filled(invoice),
    directLinkUrl: filled(direct),
    token: SAMPLE_TOKEN,
  };
};

/** Made by the code that sends; links are as long as followed ones are. */
export const previewSms = async (
  { db, config }: { db: Db; config: { baseUrl: string } },
  actor: Actor,
  input: Input,
): Promise<Preview> => {
  authorise(actor, 'campaign.see');
  if (input.party) authorise(actor, 'crm.see');
  const { click } = trackingAddresses(config.baseUrl, { trackOpens: false, trackClicks: true });
  const variants = { [input.language]: input.variants[input.language] };
  const content = { defaultLanguage: input.language, variants, articles: await articlesOf(db, variants) };
  const said = { senderName: input.senderName ?? actor.name, campaignName: input.campaignName ?? '' };
  const missing = new Set<string>();
  try {
    const compiled = compileTexts(content, await recipientFields(db), { click, utm: null });
    const values = slotValues(messageAsLong(config.baseUrl, said), await previewValues(db, input, compiled.fields));
    const text = renderPlain(compiled.in(input.language, true), values, (field) => missing.add(field));
    return { text, remarks: remarksOf(input, missing) };
  } catch (error) {
    if (error instanceof RenderError)
      return { text: '', remarks: [remark('error', input, 'template_render', { reason: error.message })] };
    if (!(error instanceof ContentFaults)) throw error;
    return {
      text: '',
      remarks: error.problems.map(({ field, code, params }) => ({ level: 'error', field: field ?? '', code, params })),
    };
  }
};
