import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/open-database.ts';
import { isOut } from './model/strikes.ts';

export interface Strike {
  addressKey: string;
  reason: string;
  reply: string;
}

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/** A day's worth counts once; after this long without one they are counted anew. */
const A_DAY = sql`interval '20 hours'`;
const FORGOTTEN = sql`interval '90 days'`;

/** Counts refusals; answers those whose address is taken for gone now. */
export const countStrikes = async (tx: Tx, strikes: readonly Strike[]): Promise<Strike[]> => {
  if (strikes.length === 0) return [];
  const byHash = new Map(strikes.map((strike) => [`${hashOf(strike.addressKey)} ${strike.reason}`, strike]));
  const given = [...byHash.keys()].sort().map((name) => name.split(' '));
  const { rows } = await sql<{ addressHash: string; reason: string; strikes: number; days: number }>`
    insert into address_strike as s (address_hash, reason)
    select * from unnest(${given.map(([hash]) => hash)}::text[], ${given.map(([, reason]) => reason)}::text[])
    on conflict (address_hash, reason) do update set
      strikes = case when s.last_at < now() - ${FORGOTTEN} then 1 when s.last_at < now() - ${A_DAY} then s.strikes + 1 else s.strikes end,
      first_at = case when s.last_at < now() - ${FORGOTTEN} then now() else s.first_at end,
      last_at = case when s.last_at < now() - ${A_DAY} then now() else s.last_at end
    returning address_hash, reason, strikes, (extract(epoch from now() - first_at) / 86400)::float8 as days`.execute(
    tx,
  );
  return rows
    .filter((row) => isOut(row.reason, row.strikes, row.days))
    .flatMap(({ addressHash, reason }) => byHash.get(`${addressHash} ${reason}`) ?? []);
};
