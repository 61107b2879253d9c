import { sql } from 'kysely';
import type { listSendingAccounts, SendingAccount, SendingAccountRow } from '../../../../contract/accounts.ts';
import type { InputOf } from '../../../../contract/endpoint.ts';
import type { Page } from '../../../../contract/paging.ts';
import { keyset } from '../../../platform/database/keyset.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import type { StoredAccount } from './account.store.ts';

export const pausedOf = ({ pausedReason, pausedAt }: StoredAccount): SendingAccountRow['paused'] =>
  pausedReason && pausedAt
    ? { reason: pausedReason.reason, reply: pausedReason.reply, at: pausedAt.toISOString() }
    : null;

const rowOf = (account: StoredAccount): SendingAccountRow => {
  const { id, name, channel, direction, host, fromName, fromAddress, nature, testedAt } = account;
  return {
    id,
    name,
    channel,
    direction,
    host,
    fromName,
    fromAddress,
    nature,
    paused: pausedOf(account),
    testedAt: testedAt?.toISOString() ?? null,
  };
};

/** The sealed password stays here. */
export const presentAccount = (account: StoredAccount): SendingAccount => {
  const {
    port,
    security,
    checkCertificate,
    username,
    passwordSealed,
    replyTo,
    maxConnections,
    perMinute,
    perHour,
    perDay,
    perDomainMinute,
    providers,
    warmUp,
    bounceAddress,
    createdAt,
    updatedAt,
  } = account;
  return {
    ...rowOf(account),
    port,
    security,
    checkCertificate,
    username,
    hasPassword: passwordSealed !== null,
    replyTo,
    maxConnections,
    perMinute,
    perHour,
    perDay,
    perDomainMinute,
    providers,
    warmUp,
    bounceAddress,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
};

const SORTS = {
  name: { by: sql`name collate human`, type: 'text' },
  host: { by: sql`host collate human`, type: 'text' },
} as const;

export const pageOfAccounts = async (
  db: Db,
  input: InputOf<typeof listSendingAccounts>,
): Promise<Page<SendingAccountRow>> => {
  const paging = keyset(input, SORTS, { sort: 'name', id: sql`id` });
  const search = `%${(input.search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const direction = input.accountDirection ?? null;
  const where = sql<boolean>`(archived_at is not null) = ${input.archived} and channel = ${input.channel} and (${direction}::text is null or direction = ${direction})
    and (name ilike ${search} or host ilike ${search} or coalesce(from_address, '') ilike ${search})`;
  const [{ rows }, { rows: counted }] = await Promise.all([
    sql<StoredAccount & { pageKey: string }>`select *, ${paging.key} as page_key from sending_account
      where ${where} and ${paging.where} ${paging.order} limit ${paging.limit}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from sending_account where ${where}`.execute(db),
  ]);
  const page = paging.page(rows, counted[0]?.total ?? 0);
  return { ...page, rows: page.rows.map((row) => rowOf(row as StoredAccount)) };
};
