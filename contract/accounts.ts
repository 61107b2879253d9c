import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { SendingAccountId } from './ids.ts';
import { Moment } from './moment.ts';
import { PaceSettings } from './pace.ts';
import { Ok, PageInput, pageOf } from './paging.ts';

export const ACCOUNT_DIRECTIONS = ['sending', 'receiving'] as const;
export const AccountDirection = z.enum(ACCOUNT_DIRECTIONS);
export type AccountDirection = z.output<typeof AccountDirection>;

export const ACCOUNT_CHANNELS = ['email', 'sms'] as const;

/** tls: from the first byte; starttls: required; opportunistic: if the server offers it; none: never. */
export const ACCOUNT_SECURITIES = ['tls', 'starttls', 'opportunistic', 'none'] as const;
export const AccountSecurity = z.enum(ACCOUNT_SECURITIES);
export type AccountSecurity = z.output<typeof AccountSecurity>;

/** direct: a server of ours; relay: a provider that signs and checks for us; local: delivers only on this machine. */
export const ACCOUNT_NATURES = ['direct', 'relay', 'local'] as const;
export const AccountNature = z.enum(ACCOUNT_NATURES);
export type AccountNature = z.output<typeof AccountNature>;

/** Why an account does not send: a reason of `email-reasons.ts`, and the server's own words. */
export const AccountPause = z.object({ reason: z.string(), reply: z.string(), at: Moment });

/** What everyone who writes campaigns may see of an account. */
export const SendingAccountRow = z.object({
  id: SendingAccountId,
  name: z.string(),
  channel: z.enum(ACCOUNT_CHANNELS),
  direction: AccountDirection,
  host: z.string(),
  fromName: z.string(),
  fromAddress: z.string().nullable(),
  nature: AccountNature,
  paused: AccountPause.nullable(),
  /** When a test message was last accepted. */
  testedAt: Moment.nullable(),
});
export type SendingAccountRow = z.output<typeof SendingAccountRow>;

export const SendingAccount = SendingAccountRow.extend({
  port: z.number().int(),
  security: AccountSecurity,
  checkCertificate: z.boolean(),
  username: z.string().nullable(),
  hasPassword: z.boolean(),
  replyTo: z.string().nullable(),
  maxConnections: z.number().int(),
  perMinute: z.number().int().nullable(),
  ...PaceSettings.shape,
  /** Bounces go to it, with the line's code behind a plus; null: to the From address. */
  bounceAddress: z.string().nullable(),
  createdAt: Moment,
  updatedAt: Moment,
});
export type SendingAccount = z.output<typeof SendingAccount>;

const Address = z.email().max(254);

/** Before the @ there must be room for a plus and a code of 48 characters. */
const BounceAddress = Address.regex(/^[^+@]{1,15}@/, 'account_bounce_address');

const Settings = z.object({
  name: z.string().trim().min(1).max(100),
  direction: AccountDirection.default('sending'),
  host: z
    .string()
    .trim()
    .min(1)
    .max(253)
    .regex(/^[A-Za-z0-9._:-]+$/, 'account_host'),
  port: z.number().int().min(1).max(65_535).default(587),
  security: AccountSecurity.default('starttls'),
  checkCertificate: z.boolean().default(true),
  username: z.string().trim().max(320).nullable().default(null),
  fromName: z.string().trim().max(200).default(''),
  fromAddress: Address.nullable().default(null),
  replyTo: Address.nullable().default(null),
  nature: AccountNature.default('direct'),
  maxConnections: z.number().int().min(1).max(100).default(10),
  perMinute: z.number().int().min(1).max(1_000_000).nullable().default(null),
  ...PaceSettings.shape,
  bounceAddress: BounceAddress.nullable().default(null),
});

const tag = 'Sending accounts';
const One = z.object({ id: SendingAccountId });

export const listSendingAccounts = endpoint({
  name: 'listSendingAccounts',
  method: 'GET',
  path: '/api/sending-accounts',
  tag,
  summary: 'The accounts that mail or SMS are sent from or received by',
  input: PageInput.extend({
    channel: z.enum(ACCOUNT_CHANNELS).default('email'),
    accountDirection: AccountDirection.optional(),
    /** Those that were put away instead. */
    archived: z.stringbool().default(false),
  }),
  output: pageOf(SendingAccountRow),
});

export const getSendingAccount = endpoint({
  name: 'getSendingAccount',
  method: 'GET',
  path: '/api/sending-accounts/:id',
  tag,
  summary: 'An account with all its settings except the password',
  input: One,
  output: SendingAccount,
});

export const createSendingAccount = endpoint({
  name: 'createSendingAccount',
  method: 'POST',
  path: '/api/sending-accounts',
  tag,
  summary: 'Add an account',
  input: Settings.extend({ password: z.string().max(1000).nullable().default(null) }),
  output: SendingAccount,
});

export const updateSendingAccount = endpoint({
  name: 'updateSendingAccount',
  method: 'PUT',
  path: '/api/sending-accounts/:id',
  tag,
  summary: 'Change an account; without `password` the stored one is kept, null removes it',
  input: One.extend(Settings.shape).extend({
    password: z.string().max(1000).nullable().optional(),
    /** As it was read: where somebody changed the account since then, nothing is written. */
    updatedAt: Moment.optional(),
  }),
  output: SendingAccount,
});

export const archiveSendingAccount = endpoint({
  name: 'archiveSendingAccount',
  method: 'DELETE',
  path: '/api/sending-accounts/:id',
  tag,
  summary: 'Put an account away: nothing new is sent from it. Refused while distributions are on their way from it',
  input: One,
  output: Ok,
});

export const restoreSendingAccount = endpoint({
  name: 'restoreSendingAccount',
  method: 'POST',
  path: '/api/sending-accounts/:id/restore',
  tag,
  summary: 'Bring an account back that was put away, as it was then',
  input: One,
  output: Ok,
});

export const pauseSendingAccount = endpoint({
  name: 'pauseSendingAccount',
  method: 'POST',
  path: '/api/sending-accounts/:id/pause',
  tag,
  summary: 'Stop sending from an account for now',
  input: One,
  output: SendingAccount,
});

export const resumeSendingAccount = endpoint({
  name: 'resumeSendingAccount',
  method: 'POST',
  path: '/api/sending-accounts/:id/resume',
  tag,
  summary: 'Send from an account again, once what paused it is corrected',
  input: One,
  output: SendingAccount,
});

export const ACCOUNT_TEST_STEPS = ['connect', 'secure', 'sign_in', 'hand_over'] as const;

export const testSendingAccount = endpoint({
  name: 'testSendingAccount',
  method: 'POST',
  path: '/api/sending-accounts/:id/test',
  tag,
  summary: 'Send a test message from an account and tell what the server said, step by step',
  input: One.extend({ to: Address }),
  output: z.object({
    ok: z.boolean(),
    /** How far it came, in order; the last one is where it ended. */
    steps: z.array(z.object({ step: z.enum(ACCOUNT_TEST_STEPS), ok: z.boolean(), said: z.string() })),
    /** A reason of `email-reasons.ts` when it failed. */
    reason: z.string().nullable(),
    reply: z.string(),
    messageId: z.string().nullable(),
  }),
});

export const DKIM_ALGORITHMS = ['rsa', 'ed25519'] as const;
export const DkimAlgorithm = z.enum(DKIM_ALGORITHMS);
export type DkimAlgorithm = z.output<typeof DkimAlgorithm>;

export const DkimKeys = z.object({
  /** What messages of the account are from, and so are signed for. */
  domain: z.string(),
  keys: z.array(
    z.object({
      algorithm: DkimAlgorithm,
      selector: z.string(),
      signing: z.boolean(),
      /** The TXT record to publish. */
      name: z.string(),
      value: z.string(),
      /** another: there is a record with another key; unknown: the DNS did not answer. */
      published: z.enum(['yes', 'no', 'another', 'unknown']),
      /** It was made for the domain that the account sends from now. */
      fits: z.boolean(),
    }),
  ),
});
export type DkimKeys = z.output<typeof DkimKeys>;

export const getDkim = endpoint({
  name: 'getDkim',
  method: 'GET',
  path: '/api/sending-accounts/:id/dkim',
  tag,
  summary: 'The DKIM keys of an account, the DNS records to publish, and whether they are',
  input: One,
  output: DkimKeys,
});

export const makeDkimKey = endpoint({
  name: 'makeDkimKey',
  method: 'POST',
  path: '/api/sending-accounts/:id/dkim',
  tag,
  summary: 'Make a DKIM key, in place of one of the same kind; it signs nothing before it is switched on',
  input: One.extend({ algorithm: DkimAlgorithm }),
  output: DkimKeys,
});

export const setDkimSigning = endpoint({
  name: 'setDkimSigning',
  method: 'PUT',
  path: '/api/sending-accounts/:id/dkim/:algorithm',
  tag,
  summary: 'Sign the messages of an account with a key, or no longer',
  input: One.extend({ algorithm: DkimAlgorithm, signing: z.boolean() }),
  output: DkimKeys,
});
