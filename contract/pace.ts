import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { RunId, SendingAccountId } from './ids.ts';
import { Moment } from './moment.ts';
import { Ok } from './paging.ts';

const Limit = z.number().int().min(1).max(10_000_000).nullable().default(null);

/** As mail goes to it: ASCII, a domain of other letters in its `xn--` form. */
const Domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,62}$/, 'pace_domain');

/** What may leave to a group of domains at most; null: no limit of its own. */
export const ProviderPace = z.object({
  name: z.string().trim().min(1).max(60),
  domains: z.array(Domain).min(1).max(100),
  perMinute: Limit,
  perHour: Limit,
  perDay: Limit,
});
export type ProviderPace = z.output<typeof ProviderPace>;

/** A new server sends little at first and more every day, until it may send as much as it is asked to. */
export const WarmUp = z.object({
  startsOn: z.iso.date(),
  /** Messages on the first day. */
  first: z.number().int().min(1).max(1_000_000),
  /** Percent more on each day than on the one before. */
  growth: z.number().int().min(1).max(300),
  /** From this many a day on it is warm. */
  full: z.number().int().min(1).max(10_000_000),
});
export type WarmUp = z.output<typeof WarmUp>;

/** The large mailbox providers and what they receive mail for, to begin with: each account may change its own. */
export const PROVIDERS: readonly { name: string; domains: readonly string[] }[] = [
  { name: 'Gmail', domains: ['gmail.com', 'googlemail.com'] },
  {
    name: 'Microsoft',
    domains: [
      'outlook.com',
      'hotmail.com',
      'live.com',
      'msn.com',
      'outlook.fr',
      'hotmail.fr',
      'live.fr',
      'hotmail.no',
      'live.no',
      'hotmail.co.uk',
    ],
  },
  { name: 'Yahoo', domains: ['yahoo.com', 'yahoo.fr', 'yahoo.no', 'yahoo.co.uk', 'ymail.com', 'aol.com'] },
  { name: 'Apple', domains: ['icloud.com', 'me.com', 'mac.com'] },
  { name: 'GMX', domains: ['gmx.de', 'gmx.net', 'gmx.com', 'gmx.fr', 'web.de', 'mail.com'] },
  { name: 'WP and o2', domains: ['wp.pl', 'o2.pl', 'tlen.pl'] },
  { name: 'Onet', domains: ['onet.pl', 'op.pl', 'poczta.onet.pl', 'onet.eu', 'vp.pl'] },
  { name: 'Interia', domains: ['interia.pl', 'interia.eu', 'poczta.fm'] },
  { name: 'Orange', domains: ['orange.fr', 'wanadoo.fr'] },
  { name: 'Free', domains: ['free.fr'] },
  { name: 'Online', domains: ['online.no'] },
];

/** What an account's settings say of its pace, beside `perMinute`. */
export const PaceSettings = z.object({
  perHour: Limit,
  perDay: Limit,
  /** To any one recipient domain, unless it belongs to a provider of the list. */
  perDomainMinute: Limit,
  providers: z.array(ProviderPace).max(50).default([]),
  warmUp: WarmUp.nullable().default(null),
});
export type PaceSettings = z.output<typeof PaceSettings>;

/** Something that waits: the whole account, or what goes to a provider or a domain. */
export const PaceWait = z.object({
  scope: z.enum(['account', 'provider', 'domain']),
  /** The provider or domain. */
  name: z.string().nullable(),
  /** `limit`: the account's own settings; otherwise a reason of `email-reasons.ts`. */
  why: z.string(),
  /** The server's own words, when it asked us to wait. */
  reply: z.string().nullable(),
  until: Moment,
});
export type PaceWait = z.output<typeof PaceWait>;

export const AccountPace = z.object({
  accountId: SendingAccountId,
  accountName: z.string(),
  /** What may leave today, by the daily limit or the warm-up, and what has left; null: as much as one likes. */
  today: z.object({ limit: z.number().int(), used: z.number().int(), left: z.number().int() }).nullable(),
  /** Which day of its warm-up the account is in; null: it is warm, or has none. */
  warmUpDay: z.number().int().nullable(),
  waits: z.array(PaceWait),
});
export type AccountPace = z.output<typeof AccountPace>;

const tag = 'Sending accounts';

export const getAccountPace = endpoint({
  name: 'getAccountPace',
  method: 'GET',
  path: '/api/sending-accounts/:id/pace',
  tag,
  summary: 'What may leave an account today, what has left, and what waits until when',
  input: z.object({ id: SendingAccountId }),
  output: AccountPace,
});

export const tryAgainNow = endpoint({
  name: 'tryAgainNow',
  method: 'POST',
  path: '/api/sending-accounts/:id/pace/try-again',
  tag,
  summary: 'Wait no longer for servers that asked us to: the next message tries again',
  input: z.object({ id: SendingAccountId }),
  output: Ok,
});

export const getRunPace = endpoint({
  name: 'getRunPace',
  method: 'GET',
  path: '/api/runs/:id/pace',
  tag,
  summary: 'What slows a distribution down: its accounts with their limits and whatever waits',
  input: z.object({ id: RunId }),
  output: z.array(AccountPace),
});
