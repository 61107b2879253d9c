import { sql } from 'kysely';
import type * as api from '../../../contract/crm.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { Page } from '../../../contract/paging.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Invalid, NotFound } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';
import { pageOfContacts, type ShownContact, showContact } from './contact.views.ts';
import { removeFurther, replaceFurther } from './further-address.store.ts';
import { partyColumns, withKnownReferences } from './party-input.ts';

type Fields = Omit<InputOf<typeof api.updateContact>, 'id'>;

export const listContacts = async (
  { db }: { db: Db },
  actor: Actor,
  input: InputOf<typeof api.listContacts>,
): Promise<Page<ShownContact>> => {
  authorise(actor, 'crm.see');
  return pageOfContacts(db, input);
};

export const getContact = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.getContact>,
): Promise<ShownContact> => {
  authorise(actor, 'crm.see');
  return showContact(db, id);
};

/** Only one contact of a company is its main contact: the others step back. */
const clearMain = (tx: Tx, companyId: string) =>
  tx.updateTable('contact').set({ main: false }).where('companyId', '=', companyId).where('main', '=', true).execute();

const plainColumns = ({
  custom: _c,
  email: _e,
  phone: _p,
  country: _n,
  tags: _t,
  main: _m,
  further: _f,
  ...plain
}: Fields) => plain;

export const createContact = async (
  { db, ids, clock }: { db: Db; ids: Ids; clock: Clock },
  actor: Actor,
  input: InputOf<typeof api.createContact>,
): Promise<ShownContact> => {
  authorise(actor, 'crm.edit');
  if (!input.firstName && !input.lastName && !input.email && !input.phone)
    throw new Invalid('lastName', 'name_or_address_needed');
  if (input.main && !input.companyId) throw new Invalid('main', 'main_needs_company');
  const id = ids.next();
  const now = clock.now();
  await db.transaction().execute(async (tx) => {
    const { custom, ...shared } = await partyColumns(tx, 'contact', input, { phone: null, country: null });
    await withKnownReferences(async () => {
      if (input.main && input.companyId) await clearMain(tx, input.companyId);
      await tx
        .insertInto('contact')
        .values({ id, createdAt: now, updatedAt: now, main: input.main ?? false, ...plainColumns(input), ...shared })
        .execute();
      if (custom) await tx.updateTable('contact').set({ custom }).where('id', '=', id).execute();
    });
    const party = { kind: 'contact' as const, id, country: input.country ?? null };
    if (input.further) await replaceFurther(tx, ids, party, input.further);
  });
  return showContact(db, id);
};

/** Throws NotFound. Locks the row. */
const getForUpdate = async (tx: Tx, id: string) => {
  const row = await tx.selectFrom('contact').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (row === undefined) throw new NotFound('contact');
  return row;
};

export const updateContact = async (
  { db, ids, clock }: { db: Db; ids: Ids; clock: Clock },
  actor: Actor,
  { id, ...input }: InputOf<typeof api.updateContact>,
): Promise<ShownContact> => {
  authorise(actor, 'crm.edit');
  await db.transaction().execute(async (tx) => {
    const present = await getForUpdate(tx, id);
    const after = { ...present, ...input };
    if (!after.firstName && !after.lastName && !after.email && !after.phone)
      throw new Invalid('lastName', 'name_or_address_needed');
    const moved = input.companyId !== undefined && input.companyId !== present.companyId;
    const main = input.main ?? (moved ? false : present.main);
    const companyId = after.companyId ?? null;
    if (main && companyId === null) throw new Invalid('main', 'main_needs_company');
    const shared = await partyColumns(tx, 'contact', input, present);
    await withKnownReferences(async () => {
      if (main && companyId !== null) await clearMain(tx, companyId);
      await tx
        .updateTable('contact')
        .set({ ...plainColumns(input), ...shared, main, updatedAt: clock.now() })
        .where('id', '=', id)
        .execute();
    });
    const party = { kind: 'contact' as const, id, country: after.country ?? null };
    if (input.further) await replaceFurther(tx, ids, party, input.further);
  });
  return showContact(db, id);
};

/** What was sent to them stays in the ledger; opt-outs and suppressions hang on the address and stay too. */
export const removeContacts = async (tx: Tx, contactIds: readonly string[]): Promise<number> => {
  await removeFurther(tx, 'contact', contactIds);
  await sql`delete from contact_alias where contact_id = any(${contactIds})`.execute(tx);
  const { numAffectedRows } = await sql`delete from contact where id = any(${contactIds})`.execute(tx);
  return Number(numAffectedRows ?? 0);
};

export const deleteContact = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.deleteContact>,
): Promise<{ ok: true }> => {
  authorise(actor, 'crm.edit');
  const removed = await db.transaction().execute((tx) => removeContacts(tx, [id]));
  if (removed === 0) throw new NotFound('contact');
  return { ok: true };
};
