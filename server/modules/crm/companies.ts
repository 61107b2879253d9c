import { type Selectable, sql } from 'kysely';
import { emailKey } from '../../../contract/address.ts';
import type * as api from '../../../contract/crm.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { Page } from '../../../contract/paging.ts';
import type { Clock } from '../../platform/clock.ts';
import { json } from '../../platform/database/json.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { type FieldProblem, Invalid, NotFound } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';
import { pageOfCompanies, type ShownCompany, showCompany } from './company.views.ts';
import { removeFurther, replaceFurther } from './further-address.store.ts';
import { vatProblem } from './model/vat-id.ts';
import { partyColumns, withKnownReferences } from './party-input.ts';

type Fields = Omit<InputOf<typeof api.updateCompany>, 'id'>;

export const listCompanies = async (
  { db }: { db: Db },
  actor: Actor,
  input: InputOf<typeof api.listCompanies>,
): Promise<Page<ShownCompany>> => {
  authorise(actor, 'crm.see');
  return pageOfCompanies(db, input);
};

export const getCompany = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.getCompany>,
): Promise<ShownCompany> => {
  authorise(actor, 'crm.see');
  return showCompany(db, id);
};

const plainColumns = ({
  custom: _c,
  email: _e,
  phone: _p,
  country: _n,
  tags: _t,
  mainContactId: _m,
  further: _f,
  billing: _b,
  ...plain
}: Fields) => plain;

const NOTHING = { phone: null, country: null, vatId: null };

const companyProblems = (
  input: Partial<Fields>,
  present: typeof NOTHING | Selectable<Tables['company']>,
): FieldProblem[] => {
  const vatId = input.vatId === undefined ? present.vatId : input.vatId;
  const country = input.country === undefined ? present.country : input.country;
  const changed = vatId !== present.vatId || country !== present.country;
  const wrong = changed && vatId !== null ? vatProblem(vatId, country) : null;
  const invoices = input.billing?.email;
  return [
    ...(wrong ? [{ field: 'vatId', ...wrong }] : []),
    ...(invoices && emailKey(invoices) === null
      ? [{ field: 'billing.email', code: 'invalid_email' as const, params: {} }]
      : []),
  ];
};

/** What does not stand in plain columns: billing data, merged into what is there, and further addresses. */
const writeRest = async (
  tx: Tx,
  ids: Ids,
  id: string,
  { billing, further }: Partial<Fields>,
  country: string | null,
) => {
  if (billing)
    await sql`update company set billing = jsonb_strip_nulls(billing || ${json(billing)}) where id = ${id}`.execute(tx);
  if (further) await replaceFurther(tx, ids, { kind: 'company', id, country }, further);
};

export const createCompany = async (
  { db, ids, clock }: { db: Db; ids: Ids; clock: Clock },
  actor: Actor,
  input: InputOf<typeof api.createCompany>,
): Promise<ShownCompany> => {
  authorise(actor, 'crm.edit');
  const id = ids.next();
  const now = clock.now();
  await db.transaction().execute(async (tx) => {
    const problems = companyProblems(input, NOTHING);
    const { custom, ...shared } = await partyColumns(tx, 'company', input, NOTHING, problems);
    await withKnownReferences(async () => {
      await tx
        .insertInto('company')
        .values({ id, createdAt: now, updatedAt: now, ...plainColumns(input), name: input.name, ...shared })
        .execute();
      if (custom) await tx.updateTable('company').set({ custom }).where('id', '=', id).execute();
    });
    await writeRest(tx, ids, id, input, input.country ?? null);
  });
  return showCompany(db, id);
};

const setMainContact = async (tx: Tx, companyId: string, contactId: string | null) => {
  await tx
    .updateTable('contact')
    .set({ main: false })
    .where('companyId', '=', companyId)
    .where('main', '=', true)
    .execute();
  if (contactId === null) return;
  const { numUpdatedRows } = await tx
    .updateTable('contact')
    .set({ main: true })
    .where('companyId', '=', companyId)
    .where('id', '=', contactId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Invalid('mainContactId', 'contact_not_of_company');
};

export const updateCompany = async (
  { db, ids, clock }: { db: Db; ids: Ids; clock: Clock },
  actor: Actor,
  { id, ...input }: InputOf<typeof api.updateCompany>,
): Promise<ShownCompany> => {
  authorise(actor, 'crm.edit');
  await db.transaction().execute(async (tx) => {
    const present = await tx.selectFrom('company').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
    if (present === undefined) throw new NotFound('company');
    const shared = await partyColumns(tx, 'company', input, present, companyProblems(input, present));
    await withKnownReferences(() =>
      tx
        .updateTable('company')
        .set({ ...plainColumns(input), ...shared, updatedAt: clock.now() })
        .where('id', '=', id)
        .execute(),
    );
    await writeRest(tx, ids, id, input, input.country === undefined ? present.country : input.country);
    if (input.mainContactId !== undefined) await setMainContact(tx, id, input.mainContactId);
  });
  return showCompany(db, id);
};

/** Their contacts stay, without a company; answers how many those are. */
export const removeCompanies = async (
  tx: Tx,
  companyIds: readonly string[],
): Promise<{ removed: number; contactsLeft: number }> => {
  await removeFurther(tx, 'company', companyIds);
  await sql`delete from company_alias where company_id = any(${companyIds})`.execute(tx);
  const left =
    await sql`update contact set company_id = null, main = false where company_id = any(${companyIds})`.execute(tx);
  const removed = await sql`delete from company where id = any(${companyIds})`.execute(tx);
  return { removed: Number(removed.numAffectedRows ?? 0), contactsLeft: Number(left.numAffectedRows ?? 0) };
};

export const deleteCompany = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.deleteCompany>,
): Promise<{ ok: true; contactsLeft: number }> => {
  authorise(actor, 'crm.edit');
  const { removed, contactsLeft } = await db.transaction().execute((tx) => removeCompanies(tx, [id]));
  if (removed === 0) throw new NotFound('company');
  return { ok: true, contactsLeft };
};
