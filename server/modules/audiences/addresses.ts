import { type RawBuilder, sql } from 'kysely';

export interface AddressFragment {
  /** As written, null when there is none. */
  address: RawBuilder<string | null>;
  /** Normalised, null when the address is missing or not valid. */
  key: RawBuilder<string | null>;
}

const column = (alias: string, name: string) => sql<string | null>`nullif(${sql.ref(`${alias}.${name}`)}, '')`;

const postal = (alias: string): AddressFragment => {
  const of = (name: string) => column(alias, name);
  const complete = sql`${of('street')} is not null and coalesce(${of('postal_code')}, ${of('city')}) is not null`;
  const address = sql<string>`concat_ws(', ', ${of('street')}, nullif(concat_ws(' ', ${of('postal_code')}, ${of('city')}), ''), ${of('country')})`;
  return {
    address: sql`case when ${complete} then ${address} end`,
    key: sql`case when ${complete} then regexp_replace(lower(${address} collate human), '[[:space:],.]+', ' ', 'g') end`,
  };
};

/** What a message over the channel is addressed to; null for channels that need no address (documents, tasks, lists). */
export const addressOf = (channel: string, alias: string): AddressFragment | null => {
  switch (channel) {
    case 'email':
      return { address: column(alias, 'email'), key: sql.ref(`${alias}.email_key`) };
    case 'sms':
    case 'call':
      return { address: column(alias, 'phone'), key: sql.ref(`${alias}.phone_key`) };
    case 'letter':
      return postal(alias);
    default:
      return null;
  }
};

/** A lead's firm has an e-mail address and a number of its own, and shares the street; null where the lead names no firm. */
export const firmAddressOfLead = (channel: string, alias: string): AddressFragment | null => {
  switch (channel) {
    case 'email':
      return { address: column(alias, 'company_email'), key: column(alias, 'company_email_key') };
    case 'sms':
    case 'call':
      return { address: column(alias, 'company_phone'), key: column(alias, 'company_phone_key') };
    case 'letter': {
      const { address, key } = postal(alias);
      const named = (value: RawBuilder<unknown>) =>
        sql<string | null>`case when ${column(alias, 'company_name')} is not null then ${value} end`;
      return { address: named(address), key: named(key) };
    }
    default:
      return null;
  }
};

/** The column of contact and company that holds the normalised address of a channel; null where there is none to look up. */
export const keyColumnOf = (channel: string): 'email_key' | 'phone_key' | null => {
  if (channel === 'email') return 'email_key';
  return channel === 'sms' || channel === 'call' ? 'phone_key' : null;
};
