import { type RawBuilder, sql } from 'kysely';
import type { ConsentRecord } from '../../../contract/consent.ts';
import type { PartyId } from '../../../contract/ids.ts';
import type { Party } from '../../../contract/runs.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { LineThen } from '../audiences/index.ts';
import { showConsentRecord } from '../consent/index.ts';
import { partyIds } from '../crm/index.ts';
import type { StoredRun } from './run.store.ts';

export interface PresentParty {
  kind: Party['kind'];
  id: PartyId;
  /** Null when the record is gone. */
  name: string | null;
  merged: boolean;
}

/** Who it is now, under whichever id it was known. */
export const showParty = async (db: Db, { kind, id }: Party): Promise<PresentParty> => {
  const { rows } = await sql<{ id: PartyId; name: string | null }>`
    select known.id, case ${kind} when 'company' then (select name from company where id = known.id)
      when 'lead' then (select coalesce(nullif(trim(first_name || ' ' || last_name), ''), company_name, '') from lead where id = known.id)
      else (select trim(first_name || ' ' || last_name) from contact where id = known.id) end as name
    from (select coalesce((select ${sql.ref(`${kind}_id`)} from ${sql.table(`${kind}_alias`)} where old_id = ${id}::uuid), ${id}::uuid) as id) as known`.execute(
    db,
  );
  const { id: now, name } = rows[0]!;
  return { kind, id: now, name, merged: now !== id };
};

type Stored = Omit<LineThen, 'consent'> & { consentRecordId: string | null; was: string };

/** The lines of a run that are somebody's own, and that of the office of his firm where the run wrote there, under the ids of today. */
export const showLinesThen = async (
  db: Db,
  run: Pick<StoredRun, 'id'>,
  party: Pick<PresentParty, 'kind' | 'id'>,
): Promise<{ lines: LineThen[]; underAnother: boolean }> => {
  // Look-ups, one for each of the few ids: joined otherwise, a run of a million lines may be read whole.
  const linesOf = (of: RawBuilder<unknown>, kind: RawBuilder<unknown>) =>
    sql`lateral (select * from recipient r where r.run_id = ${run.id} and r.party_id = ${of} and r.party_kind = ${kind} offset 0)`;
  const ids = sql`${partyIds(party)} as ids (id)`;
  const firms =
    party.kind === 'contact'
      ? sql`select 'company', company_id, company_id, false from contact where id = ${party.id} and company_id is not null
          union select 'company', o.company_id, o.company_id, false from ${ids}
            cross join ${linesOf(sql`ids.id`, sql`'contact'`)} as o where o.company_id is not null`
      : sql`select null, null::uuid, null::uuid, false where false`;
  const { rows } = await sql<Stored>`
    with asked (kind, was, id, own) as materialized (
      select ${party.kind}, ids.id, ${party.id}::uuid, true from ${ids} union all (${firms})
    )
    select l.no, l.party_kind, asked.id as party_id, l.party_id as was, l.role, l.asset_id, l.address, l.verdict, l.reason, l.seen, l.origin,
      l.consent_record_id
    from asked cross join ${linesOf(sql`asked.was`, sql`asked.kind`)} as l where asked.own or l.role = 'office'
    order by l.party_kind desc, l.no`.execute(db);
  const proofs = await Promise.all(rows.map((row) => proofOf(db, row.consentRecordId)));
  const lines = rows.map(({ consentRecordId: _, was: __, ...line }, index) => ({
    ...line,
    consent: proofs[index] ?? null,
  }));
  return { lines, underAnother: rows.some((row) => row.partyKind === party.kind && row.was !== party.id) };
};

const proofOf = async (db: Db, id: string | null): Promise<ConsentRecord | null> =>
  id === null ? null : showConsentRecord(db, id);
