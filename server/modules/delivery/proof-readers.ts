import { emailKey } from '../../../contract/address.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { ProofReaderId } from '../../../contract/ids.ts';
import type * as api from '../../../contract/proof-readers.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Invalid, NotFound } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';
import { phoneToTest } from '../channels/index.ts';

export const listProofReaders = async (
  { db }: { db: Db },
  actor: Actor,
): Promise<OutputOf<typeof api.listProofReaders>> => {
  authorise(actor, 'campaign.see');
  const rows = await db
    .selectFrom('proofReader')
    .select(['id', 'name', 'email', 'phone'])
    .orderBy('name')
    .orderBy('id')
    .execute();
  return { rows: rows.map((row) => ({ ...row, id: row.id as ProofReaderId })) };
};

export const addProofReader = async (
  { db, ids }: { db: Db; ids: Ids },
  actor: Actor,
  input: InputOf<typeof api.addProofReader>,
): Promise<OutputOf<typeof api.addProofReader>> => {
  authorise(actor, 'campaign.create');
  const { name, email, phone } = { ...input, email: input.email || null, phone: input.phone || null };
  if (email === null && phone === null) throw new Invalid('email', 'proof_reader_unreached');
  if (email !== null && emailKey(email) === null) throw new Invalid('email', 'invalid_email');
  if (phone !== null) await phoneToTest(db, phone, 'phone');
  const reader = { id: ids.next() as ProofReaderId, name, email, phone };
  await db.insertInto('proofReader').values(reader).execute();
  return reader;
};

export const removeProofReader = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.removeProofReader>,
): Promise<{ ok: true }> => {
  authorise(actor, 'campaign.create');
  const { numDeletedRows } = await db.deleteFrom('proofReader').where('id', '=', id).executeTakeFirst();
  if (numDeletedRows === 0n) throw new NotFound('proof_reader');
  return { ok: true };
};
