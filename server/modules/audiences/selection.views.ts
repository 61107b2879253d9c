import { type RawBuilder, sql } from 'kysely';
import type { RulePartyKind } from '../../../contract/audience.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { FIRMS, ID, PEOPLE } from './candidates.ts';
import { partyName } from './party-names.ts';

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
  const [email, companyName] =
    kind === 'contact' ? [sql`person.email`, sql`firm.name`] : [sql`firm.email`, sql`null::text`];
  const { rows } = await sql<SampledParty>`
    select ${ID[kind]} as id, ${partyName(sql.lit(kind), ID[kind])} as name, ${companyName} as company_name, ${email} as email
    from ${FROM[kind]} where ${condition} order by ${ID[kind]} limit ${SAMPLE}`.execute(db);
  return rows;
};
