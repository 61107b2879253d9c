import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/database/open-database.ts';
import { BILLED } from './taxed-run.ts';

/** Of how many firms several people are among the lines: a query of `no, party_kind, party_id, company_id`. */
export const firmsReachedAgain = async (db: Db, lines: RawBuilder<unknown>): Promise<number> => {
  const { rows } = await sql<{ firms: number }>`
    select count(*)::int as firms from (
      select from (${lines}) as line ${BILLED.joins} where line.party_kind = 'contact' and ${BILLED.firmId} is not null
      group by ${BILLED.firmId} having count(distinct line.party_id) > 1) as again`.execute(db);
  return rows[0]!.firms;
};
