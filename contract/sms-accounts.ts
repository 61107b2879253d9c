import { z } from 'zod';
import { AccountPause } from './accounts.ts';
import { endpoint } from './endpoint.ts';
import { SendingAccountId } from './ids.ts';
import { Moment } from './moment.ts';

export const SMS_PROTOCOLS = ['smpp', 'http'] as const;
export const SmsProtocol = z.enum(SMS_PROTOCOLS);
export type SmsProtocol = z.output<typeof SmsProtocol>;
export const SMPP_VERSIONS = ['3.4', '5.0'] as const;
export const SMPP_SECURITIES = ['tls', 'none'] as const;
export const LONG_MESSAGES = ['udh', 'sar', 'payload'] as const;
export const HTTP_METHODS = ['POST', 'PUT', 'GET'] as const;
export const HTTP_BODIES = ['form', 'json'] as const;
export const SIGNATURE_ENCODINGS = ['hex', 'base64'] as const;

/** What may stand in braces in a request. */
export const HTTP_PLACEHOLDERS = [
  'to',
  'to_digits',
  'from',
  'text',
  'reference',
  'username',
  'password',
  'encoding',
  'report_url',
] as const;

const Pair = z.object({ name: z.string().trim().min(1).max(200), value: z.string().max(2000) });
const Path = z.string().trim().max(200);
const Words = z.array(z.string().trim().min(1).max(60)).max(20);

/** A name of at most eleven letters, digits and spaces with a letter in it, a short code, or a number in international form. */
const Sender = z
  .string()
  .trim()
  .regex(/^(?:(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}|\d{3,8}|\+[1-9]\d{6,14})$/, 'sms_sender');

export const HttpGateway = z.object({
  method: z.enum(HTTP_METHODS).default('POST'),
  /** GET carries the fields behind it. */
  url: z.url({ protocol: /^https?$/, error: 'sms_url' }).max(2000),
  headers: z.array(Pair).max(20).default([]),
  body: z.enum(HTTP_BODIES).default('json'),
  fields: z.array(Pair).max(40).default([]),
  /** JSON with placeholders inside its texts. */
  template: z.string().max(10_000).default(''),
  /** Which place of a JSON answer (`messages.0.status`) must hold what; an empty place: any 2xx will do. */
  success: z.object({ path: Path.default(''), values: Words.default([]) }).default({ path: '', values: [] }),
  /** Where the answer names the message; empty: the whole answer does, when it is plain text. */
  idPath: Path.default(''),
  /** The gateway takes a message with the same reference once, so that a lost answer may be asked for again. */
  repeatable: z.boolean().default(false),
  report: z
    .object({
      idPath: Path.default('id'),
      statePath: Path.default('status'),
      numberPath: Path.default('to'),
      delivered: Words.default(['delivered', 'DELIVRD']),
      failed: Words.default(['failed', 'undelivered', 'rejected', 'expired']),
    })
    .default({
      idPath: 'id',
      statePath: 'status',
      numberPath: 'to',
      delivered: ['delivered', 'DELIVRD'],
      failed: ['failed', 'undelivered', 'rejected', 'expired'],
    }),
  incoming: z
    .object({ idPath: Path.default('id'), numberPath: Path.default('from'), textPath: Path.default('text') })
    .default({ idPath: 'id', numberPath: 'from', textPath: 'text' }),
  /** Header with the HMAC-SHA256 of the body; null: the secret in the address is all there is. */
  signature: z
    .object({ header: z.string().trim().min(1).max(100), encoding: z.enum(SIGNATURE_ENCODINGS).default('hex') })
    .nullable()
    .default(null),
});
export type HttpGateway = z.output<typeof HttpGateway>;

const Settings = z.object({
  name: z.string().trim().min(1).max(100),
  protocol: SmsProtocol.default('smpp'),
  sender: Sender,
  username: z.string().trim().max(320).nullable().default(null),
  perMinute: z.number().int().min(1).max(1_000_000).nullable().default(null),
  perDay: z.number().int().min(1).max(100_000_000).nullable().default(null),
  /** SMPP only. */
  host: z
    .string()
    .trim()
    .max(253)
    .regex(/^[A-Za-z0-9._:-]*$/, 'account_host')
    .default(''),
  port: z.number().int().min(1).max(65_535).default(2775),
  security: z.enum(SMPP_SECURITIES).default('tls'),
  checkCertificate: z.boolean().default(true),
  version: z.enum(SMPP_VERSIONS).default('3.4'),
  systemType: z.string().trim().max(12).default(''),
  connections: z.number().int().min(1).max(10).default(1),
  window: z.number().int().min(1).max(200).default(10),
  longMessages: z.enum(LONG_MESSAGES).default('udh'),
  /** HTTP only. */
  http: HttpGateway.nullable().default(null),
});

export const SmsAccount = Settings.extend({
  id: SendingAccountId,
  sender: z.string(),
  hasPassword: z.boolean(),
  hasHookKey: z.boolean(),
  /** What the gateway calls with delivery reports and with messages from phones. */
  reportUrl: z.string(),
  incomingUrl: z.string(),
  paused: AccountPause.nullable(),
  testedAt: Moment.nullable(),
  createdAt: Moment,
  updatedAt: Moment,
});
export type SmsAccount = z.output<typeof SmsAccount>;

const tag = 'Sending accounts';
const One = z.object({ id: SendingAccountId });
const Secret = z.string().max(1000).nullable();

export const getSmsAccount = endpoint({
  name: 'getSmsAccount',
  method: 'GET',
  path: '/api/sms-accounts/:id',
  tag,
  summary: 'An SMS account with all its settings except its secrets',
  input: One,
  output: SmsAccount,
});

export const createSmsAccount = endpoint({
  name: 'createSmsAccount',
  method: 'POST',
  path: '/api/sms-accounts',
  tag,
  summary: 'Add an account that SMS are sent from',
  input: Settings.extend({ password: Secret.default(null), hookKey: Secret.default(null) }),
  output: SmsAccount,
});

export const updateSmsAccount = endpoint({
  name: 'updateSmsAccount',
  method: 'PUT',
  path: '/api/sms-accounts/:id',
  tag,
  summary: 'Change an SMS account; a secret that is not given is kept, null removes it',
  input: One.extend(Settings.shape).extend({
    password: Secret.optional(),
    hookKey: Secret.optional(),
    /** As it was read: where somebody changed the account since then, nothing is written. */
    updatedAt: Moment.optional(),
  }),
  output: SmsAccount,
});

export const testSmsAccount = endpoint({
  name: 'testSmsAccount',
  method: 'POST',
  path: '/api/sms-accounts/:id/test',
  tag,
  summary: 'Send a test SMS from an account and tell what the gateway said',
  input: One.extend({ to: z.string().trim().min(1).max(40) }),
  output: z.object({
    ok: z.boolean(),
    /** A reason of `email-reasons.ts` or `sms-reasons.ts` when it failed. */
    reason: z.string().nullable(),
    reply: z.string(),
  }),
});
