import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { SendingAccountId } from './ids.ts';

/** What a receiver looks at before it trusts a message; each says what was found. Checks warn, they never forbid. */
export const ACCOUNT_CHECKS = ['alignment', 'spf', 'dkim', 'dmarc'] as const;
const CHECK_FINDINGS = {
  alignment: ['aligned', 'bounces_elsewhere', 'from_mailbox_provider'],
  spf: ['spf_found', 'no_spf', 'several_spf', 'spf_allows_all', 'dns_silent'],
  dkim: ['dkim_signs', 'dkim_by_provider', 'no_dkim', 'dkim_not_found', 'dns_silent'],
  dmarc: ['dmarc_found', 'no_dmarc', 'dns_silent'],
} as const;
const FINDINGS = [...new Set(Object.values(CHECK_FINDINGS).flat())] as const;

export const AccountCheck = z.object({
  check: z.enum(ACCOUNT_CHECKS),
  state: z.enum(['good', 'warn', 'unknown']),
  finding: z.enum(FINDINGS),
  /** The record that was found, or the name that has none. */
  seen: z.string(),
});
export type AccountCheck = z.output<typeof AccountCheck>;

export const checkSendingAccount = endpoint({
  name: 'checkSendingAccount',
  method: 'GET',
  path: '/api/sending-accounts/:id/checks',
  tag: 'Sending accounts',
  summary: 'Whether receivers will believe that mail of an account is from its domain: SPF, DKIM, DMARC, alignment',
  input: z.object({ id: SendingAccountId }),
  output: z.object({
    /** Nothing to check: it delivers on this machine only, or receives. */
    exempt: z.boolean(),
    checks: z.array(AccountCheck),
  }),
});
