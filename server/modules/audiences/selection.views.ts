import { type RawBuilder, sql } from 'kysely';
import type { RulePartyKind } from '../../../contract/audience.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { FROM, idOf } from './candidates.ts';
import { partyName } from './party-names.ts';

export interface SampledParty {
  id: string;
  name: string;
  companyName: string | null;
  email: string | null;
}

const SAMPLE = 20;

export const countWhere = async (tx: Tx, kind: RulePartyKind, condition: RawBuilder<boolean>): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${FROM[kind]} where ${condition}`.execute(tx);
  return rows[0]?.count ?? 0;
};

const EMAIL: Record<RulePartyKind, RawBuilder<unknown>> = {
  contact: sql`person.email`,
  company: sql`firm.email`,
  lead: sql`coalesce(prospect.email, prospect.company_email)`,
  asset: sql`coalesce(person.email, firm.email)`,
};
const NO_NAME = sql`null::text`;
/** The firm; of an asset its owner. */
const COMPANY: Record<RulePartyKind, RawBuilder<unknown>> = {
  contact: sql`firm.name`,
  company: NO_NAME,
  lead: sql`prospect.company_name`,
  asset: sql`coalesce(nullif(concat_ws(' ', nullif(person.first_name, ''), nullif(person.last_name, '')), ''), firm.name)`,
};

/** The first of those who meet the condition, oldest record first. */
export const sampleWhere = async (
  tx: Tx,
  kind: RulePartyKind,
  condition: RawBuilder<boolean>,
): Promise<SampledParty[]> => {
  const id = idOf(kind);
  const { rows } = await sql<SampledParty>`
    select ${id} as id, ${partyName(sql.lit(kind), id)} as name, ${COMPANY[kind]} as company_name, ${EMAIL[kind]} as email
    from ${FROM[kind]} where ${condition} order by ${id} limit ${SAMPLE}`.execute(tx);
  return rows;
};
