import { z } from 'zod';
import { ContentLanguage, ContentRemark, Variants } from './content.ts';
import { endpoint } from './endpoint.ts';
import { PartyId } from './ids.ts';

const tag = 'SMS';

export const previewSms = endpoint({
  name: 'previewSms',
  method: 'POST',
  path: '/api/content/preview-sms',
  tag,
  summary: 'An SMS as a real person would get it, with addresses as long as they will be, and what should be corrected',
  input: z.object({
    defaultLanguage: ContentLanguage,
    variants: Variants,
    language: ContentLanguage,
    /** Whose data fill the fields; without one they are shown by their names. */
    party: z
      .object({ kind: z.enum(['contact', 'company']), id: PartyId })
      .nullable()
      .default(null),
    senderName: z.string().max(200).nullable().default(null),
    campaignName: z.string().max(200).nullable().default(null),
  }),
  output: z.object({ text: z.string(), remarks: z.array(ContentRemark) }),
});
