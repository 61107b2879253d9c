import { sql } from 'kysely';
import { emailKey } from '../../../contract/address.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type * as api from '../../../contract/leads.ts';
import type { Page } from '../../../contract/paging.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Conflict, type FieldProblem, Invalid, NotFound } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';
import { removeFurther, replaceFurther } from './further-address.store.ts';
import { pageOfLeads, type ShownLead, showLead } from './lead.views.ts';
import { partyColumns, withKnownReferences } from './party-input.ts';
import { looksLikePhone, phoneKey } from './phone-key.ts';

type Fields = Omit<InputOf<typeof api.updateLead>, 'id'>;

export const listLeads = async (
  { db }: { db: Db },
  actor: Actor,
  input: InputOf<typeof api.listLeads>,
): Promise<Page<ShownLead>> => {
  authorise(actor, 'crm.see');
  return pageOfLeads(db, input);
};

export const getLead = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.getLead>,
): Promise<ShownLead> => {
  authorise(actor, 'crm.see');
  return showLead(db, id);
};

const plainColumns = ({
  custom: _c,
  email: _e,
  phone: _p,
  country: _n,
  tags: _t,
  further: _f,
  companyEmail: _ce,
  companyPhone: _cp,
  ...plain
}: Fields) => plain;

interface PresentLead {
  phone: string | null;
  country: string | null;
  companyPhone: string | null;
}
const NOTHING: PresentLead = { phone: null, country: null, companyPhone: null };

const officeProblems = ({ companyEmail, companyPhone }: Fields): FieldProblem[] => [
  ...(companyEmail && emailKey(companyEmail) === null
    ? [{ field: 'companyEmail', code: 'invalid_email' as const, params: {} }]
    : []),
  ...(companyPhone && !looksLikePhone(companyPhone)
    ? [{ field: 'companyPhone', code: 'invalid_phone' as const, params: {} }]
    : []),
];

/** The columns of the firm's own address and number. */
const officeColumns = ({ companyEmail, companyPhone, country }: Fields, present: PresentLead) => {
  const dialled = companyPhone !== undefined ? companyPhone : present.companyPhone;
  const home = country !== undefined ? country : present.country;
  return {
    ...(companyEmail !== undefined && {
      companyEmail,
      companyEmailKey: companyEmail === null ? null : emailKey(companyEmail),
    }),
    ...((companyPhone !== undefined || country !== undefined) && {
      companyPhone: dialled,
      companyPhoneKey: dialled === null ? null : phoneKey(dialled, home),
    }),
  };
};

interface Naming {
  firstName?: string | undefined;
  lastName?: string | undefined;
  companyName?: string | null | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
}
const assertNamed = ({ firstName, lastName, companyName, email, phone }: Naming) => {
  if (!firstName && !lastName && !companyName && !email && !phone) throw new Invalid('lastName', 'lead_needs_name');
};

export const createLead = async (
  { db, ids, clock }: { db: Db; ids: Ids; clock: Clock },
  actor: Actor,
  input: InputOf<typeof api.createLead>,
): Promise<ShownLead> => {
  authorise(actor, 'crm.edit');
  assertNamed(input);
  const id = ids.next();
  const now = clock.now();
  await db.transaction().execute(async (tx) => {
    const { custom, ...shared } = await partyColumns(tx, 'lead', input, NOTHING, officeProblems(input));
    const columns = { ...plainColumns(input), ...shared, ...officeColumns(input, NOTHING) };
    await withKnownReferences(() =>
      tx
        .insertInto('lead')
        .values({ id, createdAt: now, updatedAt: now, ...columns })
        .execute(),
    );
    if (custom) await tx.updateTable('lead').set({ custom }).where('id', '=', id).execute();
    if (input.further)
      await replaceFurther(tx, ids, { kind: 'lead', id, country: input.country ?? null }, input.further);
  });
  return showLead(db, id);
};

/** Throws NotFound. Locks the row. */
export const getLeadForUpdate = async (tx: Tx, id: string) => {
  const row = await tx.selectFrom('lead').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (row === undefined) throw new NotFound('lead');
  return row;
};

export const updateLead = async (
  { db, ids, clock }: { db: Db; ids: Ids; clock: Clock },
  actor: Actor,
  { id, ...input }: InputOf<typeof api.updateLead>,
): Promise<ShownLead> => {
  authorise(actor, 'crm.edit');
  await db.transaction().execute(async (tx) => {
    const present = await getLeadForUpdate(tx, id);
    if (input.state !== undefined && present.state === 'converted') throw new Conflict('lead_converted');
    const after = { ...present, ...input };
    assertNamed(after);
    const shared = await partyColumns(tx, 'lead', input, present, officeProblems(input));
    const columns = { ...plainColumns(input), ...shared, ...officeColumns(input, present), updatedAt: clock.now() };
    await withKnownReferences(() => tx.updateTable('lead').set(columns).where('id', '=', id).execute());
    if (input.further)
      await replaceFurther(tx, ids, { kind: 'lead', id, country: after.country ?? null }, input.further);
  });
  return showLead(db, id);
};

/** What was sent to them stays in the ledger; opt-outs and suppressions hang on the address and stay too. */
export const removeLeads = async (tx: Tx, leadIds: readonly string[]): Promise<number> => {
  await removeFurther(tx, 'lead', leadIds);
  await sql`delete from lead_alias where lead_id = any(${leadIds})`.execute(tx);
  const { numAffectedRows } = await sql`delete from lead where id = any(${leadIds})`.execute(tx);
  return Number(numAffectedRows ?? 0);
};

export const deleteLead = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.deleteLead>,
): Promise<{ ok: true }> => {
  authorise(actor, 'crm.edit');
  if ((await db.transaction().execute((tx) => removeLeads(tx, [id]))) === 0) throw new NotFound('lead');
  return { ok: true };
};
