import { sql } from 'kysely';
import type { InputOf } from '../../../../contract/endpoint.ts';
import type * as api from '../../../../contract/interactions.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { Invalid } from '../../../platform/errors.ts';
import type { Ids } from '../../../platform/ids.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { findInteractionTypes, getInteractionType } from './interaction-type.store.ts';

interface Needs {
  db: Db;
  clock: Clock;
}
type Given = Omit<InputOf<typeof api.updateInteractionType>, 'id'>;

export const listInteractionTypes = async (
  { db }: Pick<Needs, 'db'>,
  actor: Actor,
): Promise<{ types: api.InteractionType[] }> => {
  authorise(actor, 'crm.see');
  return { types: await findInteractionTypes(db) };
};

/** Names are compared without case among the types in use; a named user must be somebody who can still sign in. */
const withFreeName = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    const { constraint } = error as { constraint?: string };
    if (constraint === 'interaction_type_name') throw new Invalid('name', 'type_name_taken', { name });
    if (constraint === 'interaction_type_responsible_id_fkey') throw new Invalid('namedId', 'unknown_user');
    throw error;
  }
};

const columns = (
  { namedId, archived: _, ...given }: Given,
  before: { responsible: string; namedId: string | null },
) => {
  const responsible = given.responsible ?? before.responsible;
  const named = namedId === undefined ? before.namedId : namedId;
  if (responsible === 'named' && named === null) throw new Invalid('namedId', 'required');
  const plain = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { ...plain, responsible, responsibleId: responsible === 'named' ? named : null };
};

/** Only one type is offered first for a channel. */
const stepBack = async (tx: Tx, id: string, { channel }: Given): Promise<void> => {
  if (channel)
    await tx
      .updateTable('interactionType')
      .set({ channel: null })
      .where('channel', '=', channel)
      .where('id', '<>', id)
      .execute();
};

export const createInteractionType = async (
  { db, clock, ids }: Needs & { ids: Ids },
  actor: Actor,
  input: InputOf<typeof api.createInteractionType>,
): Promise<api.InteractionType> => {
  authorise(actor, 'settings.edit');
  const id = ids.next();
  const values = columns(input, { responsible: 'account_manager', namedId: null });
  return withFreeName(input.name, () =>
    db.transaction().execute(async (tx) => {
      await stepBack(tx, id, input);
      const position = sql<number>`(select coalesce(max(position), -1) + 1 from interaction_type)`;
      await tx
        .insertInto('interactionType')
        .values({ id, ...values, name: input.name, position, createdAt: clock.now() })
        .execute();
      return getInteractionType(tx, id);
    }),
  );
};

export const updateInteractionType = async (
  { db, clock }: Needs,
  actor: Actor,
  { id, ...input }: InputOf<typeof api.updateInteractionType>,
): Promise<api.InteractionType> => {
  authorise(actor, 'settings.edit');
  return db.transaction().execute(async (tx) => {
    const type = await getInteractionType(tx, id);
    const changes = {
      ...columns(input, { responsible: type.responsible, namedId: type.named?.id ?? null }),
      ...(input.archived !== undefined &&
        input.archived !== type.archived && { archivedAt: input.archived ? clock.now() : null }),
    };
    await stepBack(tx, id, input);
    await withFreeName(input.name ?? type.name, () =>
      tx.updateTable('interactionType').set(changes).where('id', '=', id).execute(),
    );
    return getInteractionType(tx, id);
  });
};
