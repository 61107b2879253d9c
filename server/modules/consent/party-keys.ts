import { sql } from 'kysely';
import type { Db } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import { presentParty } from '../crm/index.ts';

export interface PartyKeys {
  kind: 'contact' | 'company' | 'lead';
  id: string;
  /** '' where there is no valid one. */
  email: string;
  phone: string;
}

/** The addresses a party is reached at now, as they are compared. Throws NotFound. */
export const partyKeys = async (db: Db, party: Pick<PartyKeys, 'kind' | 'id'>): Promise<PartyKeys> => {
  const { rows } = await sql<{ gone: boolean; email: string; phone: string }>`
    with line as (select ${party.kind}::text as party_kind, ${party.id}::uuid as party_id, 'own' as role)
    select ${presentParty.gone} as gone, coalesce(${presentParty.addressKey('email')}, '') as email,
      coalesce(${presentParty.addressKey('sms')}, '') as phone
    from line ${presentParty.joins}`.execute(db);
  const [found] = rows;
  if (!found || found.gone) throw new NotFound(party.kind);
  return { kind: party.kind, id: party.id, email: found.email, phone: found.phone };
};
