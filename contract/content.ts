import { z } from 'zod';
import { Attachment, MAX_ATTACHMENTS } from './attachments.ts';
import { CRM_FIELD_TYPES } from './crm-fields.ts';
import { Design } from './design.ts';
import { endpoint } from './endpoint.ts';
import { ContentVersionId, PartyId, TemplateId } from './ids.ts';
import { LANGUAGES } from './messages/languages.ts';
import { Moment } from './moment.ts';
import { Ok, PageInput, pageOf } from './paging.ts';
import { Report } from './reports.ts';
import { Utm } from './utm.ts';

export const ContentLanguage = z.enum(LANGUAGES);
/** A message, or what is to be said on the phone or done; all but an e-mail are text alone. */
export const ContentChannel = z.enum(['email', 'sms', 'letter', 'call', 'task']);
export type ContentChannel = z.output<typeof ContentChannel>;

/** What a message says in one language. Every text is a template: `{{ contact.first_name | default: "there" }}`. */
export const Variant = z.object({
  subject: z.string().max(1000).default(''),
  /** The line that mail programs show after the subject. */
  preheader: z.string().max(500).default(''),
  html: z.string().max(2_000_000).default(''),
  /** Null: derived from `html`. */
  text: z.string().max(500_000).nullable().default(null),
  /** The blocks that `html` is made of; none where it is written by hand. */
  design: Design.nullish(),
  /** The pictures that are kept here go with an e-mail; without, mail programs load them when it is opened. */
  embedded: z.boolean().optional(),
  /** Of those, the ones that are loaded all the same: the last part of their addresses. */
  notEmbedded: z.array(z.string().max(40)).max(200).optional(),
  /** Only of an e-mail with report. */
  report: Report.nullish(),
  /** Files that go with an e-mail. */
  attachments: z.array(Attachment).max(MAX_ATTACHMENTS).optional(),
});
export type Variant = z.output<typeof Variant>;

export const Variants = z.partialRecord(ContentLanguage, Variant);
export type Variants = z.output<typeof Variants>;

/** A picture of ours that a message shows; `token` is the last part of its address, `size` in bytes. */
export const EmbeddablePicture = z.object({ token: z.string(), name: z.string(), size: z.number().int() });
export type EmbeddablePicture = z.output<typeof EmbeddablePicture>;

/** Something to tell about a text; `field` is `variants.<language>.<part>`, `code` a code of the error texts. */
export const ContentRemark = z.object({
  level: z.enum(['error', 'warning']),
  field: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ContentRemark = z.output<typeof ContentRemark>;

export const ContentVersion = z.object({
  id: ContentVersionId,
  channel: z.string(),
  defaultLanguage: ContentLanguage,
  variants: Variants,
  /** Set once a run has frozen it; from then on a change makes a new version. */
  sealedAt: Moment.nullable(),
  previousId: ContentVersionId.nullable(),
  createdAt: Moment,
  updatedAt: Moment,
});
export type ContentVersion = z.output<typeof ContentVersion>;

/** A field that may be merged into a text. */
export const MergeField = z.object({
  /** Written between the braces: `contact.first_name`. */
  name: z.string(),
  group: z.enum(['contact', 'company', 'asset', 'message']),
  type: z.enum(CRM_FIELD_TYPES),
  label: z.object({ en: z.string(), nb: z.string(), pl: z.string(), fr: z.string() }),
  custom: z.boolean(),
});
export type MergeField = z.output<typeof MergeField>;

const tag = 'Content';
const OneVersion = z.object({ id: ContentVersionId });
const Written = z.object({
  defaultLanguage: ContentLanguage,
  variants: Variants,
});

export const listMergeFields = endpoint({
  name: 'listMergeFields',
  method: 'GET',
  path: '/api/content/merge-fields',
  tag,
  summary: 'Every field that may be merged into a text',
  input: z.object({}),
  output: z.object({ fields: z.array(MergeField) }),
});

export const createContentVersion = endpoint({
  name: 'createContentVersion',
  method: 'POST',
  path: '/api/content-versions',
  tag,
  summary: 'Write the content of a message; a text that is no valid template is refused with line and column',
  input: Written.extend({ channel: ContentChannel.default('email') }),
  output: ContentVersion,
});

export const getContentVersion = endpoint({
  name: 'getContentVersion',
  method: 'GET',
  path: '/api/content-versions/:id',
  tag,
  summary: 'The content of a message, in every language',
  input: OneVersion,
  output: ContentVersion,
});

export const updateContentVersion = endpoint({
  name: 'updateContentVersion',
  method: 'PUT',
  path: '/api/content-versions/:id',
  tag,
  summary: 'Change the content; when a run has frozen it, the answer is a new version with a new id',
  input: OneVersion.extend(Written.shape),
  output: ContentVersion,
});

/** What a message said before. */
export const EarlierContent = z.object({
  id: z.uuid(),
  /** Of a draft that was written over, or of what was frozen for a run. */
  kind: z.enum(['draft', 'sent']),
  defaultLanguage: ContentLanguage,
  variants: Variants,
  at: Moment,
  by: z.string().nullable(),
});
export type EarlierContent = z.output<typeof EarlierContent>;

export const listEarlierContents = endpoint({
  name: 'listEarlierContents',
  method: 'GET',
  path: '/api/content-versions/:id/earlier',
  tag,
  summary: 'What a message said before, the newest first: each draft that was written over, and what was sent',
  input: OneVersion,
  output: z.object({ earlier: z.array(EarlierContent) }),
});

export const previewContent = endpoint({
  name: 'previewContent',
  method: 'POST',
  path: '/api/content/preview',
  tag,
  summary: 'A message as a real person would get it, made by the same code that sends, with what should be corrected',
  input: Written.extend({
    channel: ContentChannel.default('email'),
    language: ContentLanguage,
    /** Whose data fill the fields; without one they are shown by their names. */
    party: z
      .object({ kind: z.enum(['contact', 'company']), id: PartyId })
      .nullable()
      .default(null),
    senderName: z.string().max(200).nullable().default(null),
    campaignName: z.string().max(200).nullable().default(null),
    /** What its links carry. */
    utm: Utm.nullable().default(null),
  }),
  output: z.object({
    subject: z.string(),
    preheader: z.string(),
    html: z.string().nullable(),
    text: z.string(),
    /** Bytes of the HTML part. */
    size: z.number().int(),
    /** Bytes under way of the pictures that go with it. */
    along: z.number().int(),
    /** Those that may go with it. */
    pictures: z.array(EmbeddablePicture),
    remarks: z.array(ContentRemark),
  }),
});

export const drawDesign = endpoint({
  name: 'drawDesign',
  method: 'POST',
  path: '/api/content/drawn',
  tag,
  summary: 'The HTML that is made of blocks, to be gone on with by hand',
  input: z.object({ design: Design, language: ContentLanguage }),
  output: z.object({ html: z.string() }),
});

export const Template = z.object({
  id: TemplateId,
  name: z.string(),
  language: ContentLanguage,
  channel: ContentChannel,
  createdAt: Moment,
  updatedAt: Moment,
});
export type Template = z.output<typeof Template>;
export const FullTemplate = Template.extend({ variant: Variant });

const OneTemplate = z.object({ id: TemplateId });
const TemplateWords = z.object({
  name: z.string().trim().min(1).max(200),
  language: ContentLanguage,
  variant: Variant,
});

export const listTemplates = endpoint({
  name: 'listTemplates',
  method: 'GET',
  path: '/api/templates',
  tag,
  summary: 'The templates that people here have saved',
  input: PageInput.extend({ language: ContentLanguage.optional(), channel: ContentChannel.optional() }),
  output: pageOf(Template),
});

export const getTemplate = endpoint({
  name: 'getTemplate',
  method: 'GET',
  path: '/api/templates/:id',
  tag,
  summary: 'A template with its texts',
  input: OneTemplate,
  output: FullTemplate,
});

export const createTemplate = endpoint({
  name: 'createTemplate',
  method: 'POST',
  path: '/api/templates',
  tag,
  summary: 'Save a text as a template',
  input: TemplateWords.extend({ channel: ContentChannel.default('email') }),
  output: FullTemplate,
});

export const updateTemplate = endpoint({
  name: 'updateTemplate',
  method: 'PUT',
  path: '/api/templates/:id',
  tag,
  summary: 'Change a template; messages made from it stay as they are',
  input: OneTemplate.extend(TemplateWords.shape),
  output: FullTemplate,
});

export const archiveTemplate = endpoint({
  name: 'archiveTemplate',
  method: 'DELETE',
  path: '/api/templates/:id',
  tag,
  summary: 'Put a template away; messages made from it stay as they are',
  input: OneTemplate,
  output: Ok,
});

/** Put together from blocks. */
export const OCCASION_TEMPLATES = [
  'birthday',
  'service',
  'reminder',
  'lesson',
  'welcome',
  'goodbye',
  'offer',
  'invoice',
] as const;
export const BUILT_IN_TEMPLATES = ['newsletter', 'notice', 'invitation', ...OCCASION_TEMPLATES] as const;
export type BuiltInTemplate = (typeof BUILT_IN_TEMPLATES)[number];

export type PlainChannel = Exclude<ContentChannel, 'email'>;
/** Which of them there are as text alone, where they make sense. */
export const PLAIN_TEMPLATES = {
  sms: ['invitation', 'birthday', 'service', 'reminder', 'offer', 'invoice'],
  letter: ['notice', 'invitation', 'birthday', 'service', 'welcome'],
  call: ['invitation', 'service', 'welcome', 'offer'],
  task: ['service', 'welcome', 'offer'],
} as const satisfies Record<PlainChannel, readonly BuiltInTemplate[]>;

/** One of them, in one of its languages. */
export const BuiltInChoice = z.object({ key: z.enum(BUILT_IN_TEMPLATES), language: ContentLanguage });
export type BuiltInChoice = z.output<typeof BuiltInChoice>;

export const listBuiltInTemplates = endpoint({
  name: 'listBuiltInTemplates',
  method: 'GET',
  path: '/api/built-in-templates',
  tag,
  summary: 'The templates that come with Fanfare for a channel, in one language',
  input: z.object({ language: ContentLanguage, channel: ContentChannel.default('email') }),
  output: z.object({
    templates: z.array(
      z.object({ key: z.enum(BUILT_IN_TEMPLATES), name: z.string(), description: z.string(), variant: Variant }),
    ),
  }),
});
