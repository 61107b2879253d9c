import { type RawBuilder, sql } from 'kysely';
import type { RulePartyKind } from '../../../contract/audience.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { FIRMS, ID, PEOPLE } from './candidates.ts';
import { partyNames } from './party-names.ts';

export interface SampledParty {
  id: string;
  name: string;
  companyName: string | null;
  email: string | null;
}

const SAMPLE = 20;

const FROM = { contact: PEOPLE, company: FIRMS };

export const countWhere = async (db: Db, kind: RulePartyKind, condition: RawBuilder<boolean>): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${FROM[kind]} where ${condition}`.execute(db);
  return rows[0]?.count ?? 0;
};

/** The first of those who meet the condition, oldest record first. */
export const sampleWhere = async (
  db: Db,
  kind: RulePartyKind,
  condition: RawBuilder<boolean>,
): Promise<SampledParty[]> => {
  const email = kind === 'contact' ? sql`person.email` : sql`firm.email`;
  const { rows } = await sql<SampledParty>`
    select sampled.id, named.name, named.company_name, sampled.email
    from (select ${ID[kind]} as id, ${email} as email from ${FROM[kind]} where ${condition} order by ${ID[kind]} limit ${SAMPLE}) as sampled
    join (${partyNames}) as named on named.kind = ${sql.lit(kind)} and named.id = sampled.id
    order by sampled.id`.execute(db);
  return rows;
};
