import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { KeptOn } from '../../../../contract/interactions.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { getInteractionType } from './interaction-type.store.ts';

/** What a run's dossier items are, frozen when its list was generated. */
export interface DossierTerms {
  typeId: string;
  name: string;
  work: boolean;
  keptOn: z.output<typeof KeptOn>;
  responsible: string;
  namedId: string | null;
  dueDays: number | null;
}

/** The terms of the type, kept where the action says, else where the type does; null without a type. */
export const dossierTerms = async (
  db: Db | Tx,
  typeId: string | null,
  keptOn: DossierTerms['keptOn'] | null,
): Promise<DossierTerms | null> => {
  if (typeId === null) return null;
  const type = await getInteractionType(db, typeId);
  const { name, work, responsible, named, dueDays } = type;
  return { typeId, name, work, keptOn: keptOn ?? type.keptOn, responsible, namedId: named?.id ?? null, dueDays };
};

export interface WorkOfRun {
  runId: string;
  campaignId: string;
  subject: string;
  creatorId: string;
  ownerId: string;
  terms: DossierTerms;
}

const OWN = sql`select no, party_kind, party_id, company_id from line`;
const FIRM = sql`select no, 'company', company_id, company_id from line where company_id is not null and party_kind <> 'company'`;
const OWN_WITHOUT_FIRM = sql`${OWN} where company_id is null or party_kind = 'company'`;

const KEPT_ON: Record<DossierTerms['keptOn'], RawBuilder<unknown>> = {
  person: OWN,
  company: sql`${FIRM} union all ${OWN_WITHOUT_FIRM}`,
  both: sql`${OWN} union all ${FIRM}`,
};

const responsibleOf = ({ terms, creatorId, ownerId }: WorkOfRun) =>
  ({
    creator: sql`${creatorId}::uuid`,
    owner: sql`${ownerId}::uuid`,
    named: sql`${terms.namedId}::uuid`,
    account_manager: sql`coalesce(
      (select p.account_manager_id from contact p where w.party_kind = 'contact' and p.id = w.party_id),
      (select p.account_manager_id from lead p where w.party_kind = 'lead' and p.id = w.party_id),
      (select p.account_manager_id from company p where p.id = w.company_id))`,
  })[terms.responsible] ?? sql`${ownerId}::uuid`;

/**
 * Makes the open items of a list that was generated, one for each person or firm; of a list generated anew those that left go, unless
 * somebody wrote into them. `lines` gives the planned lines (no, party_kind, party_id, company_id). Doing it twice changes nothing.
 */
export const makeWork = async (tx: Tx, run: WorkOfRun, lines: RawBuilder<unknown>): Promise<void> => {
  await sql`create temporary table wanted_work on commit drop as
    with line as (${lines})
    select distinct on (party_kind, party_id) no, party_kind, party_id, company_id
    from (${KEPT_ON[run.terms.keptOn]}) kept (no, party_kind, party_id, company_id) order by party_kind, party_id, no`.execute(
    tx,
  );
  const gone = sql`i.run_id = ${run.runId} and i.state = 'open'
    and not exists (select from wanted_work w where w.party_kind = i.party_kind and w.party_id = i.party_id)`;
  await sql`delete from interaction i where ${gone} and i.updated_at = i.created_at`.execute(tx);
  await sql`update interaction i set state = 'cancelled', updated_at = now() where ${gone}`.execute(tx);
  await sql`
    update interaction i set no = w.no from wanted_work w
    where i.run_id = ${run.runId} and w.party_kind = i.party_kind and w.party_id = i.party_id and i.no <> w.no`.execute(
    tx,
  );
  await sql`
    insert into interaction (id, type_id, party_kind, party_id, run_id, no, campaign_id, subject, responsible_id, due_at, created_by, created_at, updated_at)
    select gen_random_uuid(), ${run.terms.typeId}, w.party_kind, w.party_id, ${run.runId}, w.no, ${run.campaignId}, ${run.subject},
      coalesce(u.id, ${run.ownerId}::uuid), now() + ${run.terms.dueDays}::int * interval '1 day', ${run.creatorId}, now(), now()
    from wanted_work w left join app_user u on u.disabled_at is null and u.id = ${responsibleOf(run)}
    where not exists (select from interaction i where i.run_id = ${run.runId} and i.party_kind = w.party_kind and i.party_id = w.party_id)`.execute(
    tx,
  );
  await sql`drop table wanted_work`.execute(tx);
};

/**
 * What was sent is done, what was dropped is cancelled, what failed stays open for somebody to see to. `lines` gives (item_run, item_no)
 * and what `outcome`, a look-up over the alias `line` that gives (state, at), needs. An item that a person has settled stays as it is.
 */
export const settleWork = async (tx: Tx, lines: RawBuilder<unknown>, outcome: RawBuilder<unknown>): Promise<void> => {
  await sql`
    with settled as (
      select i.id, o.state, o.at from (${lines}) line
      join interaction i on i.run_id = line.item_run and i.no = line.item_no and i.state = 'open'
      cross join lateral (${outcome}) o where o.state in ('sent', 'dropped')
    )
    update interaction i set state = case s.state when 'sent' then 'done' else 'cancelled' end,
      done_at = case s.state when 'sent' then s.at end, updated_at = s.at
    from settled s where i.id = s.id`.execute(tx);
};

/** A campaign that was given up asks nobody to work. */
export const cancelWork = async (tx: Tx, campaignId: string, at: Date): Promise<void> => {
  await tx
    .updateTable('interaction')
    .set({ state: 'cancelled', updatedAt: at })
    .where('campaignId', '=', campaignId)
    .where('state', '=', 'open')
    .execute();
};
