import type { AccountCheck } from '../../../../../contract/account-checks.ts';
import { PROVIDERS } from '../../../../../contract/pace.ts';

/** What the DNS has under a name; null when nobody answered. */
export type Records = readonly string[] | null;

export interface CheckedAccount {
  from: string;
  /** Of the envelope: where bounces go. */
  envelope: string;
  /** A provider that signs for us. */
  relay: boolean;
  /** Whether the DNS has the keys that sign; empty without one. */
  keys: readonly ('yes' | 'no' | 'another' | 'unknown')[];
  spf: Records;
  /** Under `_dmarc.` of the From domain, or of the one above it. */
  dmarc: Records;
}

type Found = Pick<AccountCheck, 'state' | 'finding' | 'seen'>;

const good = (finding: Found['finding'], seen: string): Found => ({ state: 'good', finding, seen });
const warn = (finding: Found['finding'], seen: string): Found => ({ state: 'warn', finding, seen });
const silent = (seen: string): Found => ({ state: 'unknown', finding: 'dns_silent', seen });

const isWithin = (one: string, other: string): boolean =>
  one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);

/** The From domain must be ours, and the envelope's the same or one of a family, or SPF says nothing of it (RFC 7489, 3.1.2). */
const alignment = ({ from, envelope }: CheckedAccount): Found => {
  if (PROVIDERS.some(({ domains }) => domains.includes(from))) return warn('from_mailbox_provider', from);
  return isWithin(from, envelope) ? good('aligned', from) : warn('bounces_elsewhere', envelope);
};

const spf = ({ envelope, spf: records }: CheckedAccount): Found => {
  if (records === null) return silent(envelope);
  const found = records.filter((record) => /^v=spf1(\s|$)/i.test(record));
  const [record] = found;
  if (record === undefined) return warn('no_spf', envelope);
  if (found.length > 1) return warn('several_spf', envelope);
  return /\s\+?all\b/i.test(record) ? warn('spf_allows_all', record) : good('spf_found', record);
};

const dkim = ({ from, relay, keys }: CheckedAccount): Found => {
  if (keys.includes('yes')) return good('dkim_signs', from);
  if (keys.length === 0 && relay) return { state: 'unknown', finding: 'dkim_by_provider', seen: from };
  if (keys.length === 0) return warn('no_dkim', from);
  return keys.every((published) => published === 'unknown') ? silent(from) : warn('dkim_not_found', from);
};

const dmarc = ({ from, dmarc: records }: CheckedAccount): Found => {
  if (records === null) return silent(`_dmarc.${from}`);
  const record = records.find((one) => /^v=DMARC1\b/i.test(one));
  return record === undefined ? warn('no_dmarc', `_dmarc.${from}`) : good('dmarc_found', record);
};

/** What receivers will make of mail from the account. */
export const checksOf = (account: CheckedAccount): AccountCheck[] => [
  { check: 'alignment', ...alignment(account) },
  { check: 'spf', ...spf(account) },
  { check: 'dkim', ...dkim(account) },
  { check: 'dmarc', ...dmarc(account) },
];
