import { type RawBuilder, sql } from 'kysely';
import type { InputOf } from '../../../../contract/endpoint.ts';
import type * as api from '../../../../contract/interactions.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import type { Ids } from '../../../platform/ids.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { type ShownInteraction, showInteraction } from './interaction.views.ts';
import { editedColumns } from './interactions.ts';

/** A recipient line that is a dossier item itself, as delivery knows it. */
export interface LineAsItem {
  runId: string;
  no: number;
  typeId: string;
  campaignId: string;
  subject: string;
  partyKind: string;
  partyId: string;
  state: 'open' | 'done' | 'cancelled';
  doneAt: Date | null;
  at: Date;
}

/** The row written for the line over the expressions of its run, number and party; null when nobody wrote into it. */
export const itemOfLine = (runId: RawBuilder<unknown>, no: RawBuilder<unknown>): RawBuilder<string | null> =>
  sql`(select item.id from interaction item join interaction_type item_type on item_type.id = item.type_id and not item_type.work
    where item.run_id = ${runId} and item.no = ${no} limit 1)`;

const rowOfLine = async (tx: Tx, ids: Ids, line: LineAsItem): Promise<string> => {
  const { at, state, doneAt, ...values } = line;
  await tx
    .insertInto('interaction')
    .values({
      ...values,
      id: ids.next(),
      state,
      doneAt: state === 'done' ? (doneAt ?? at) : null,
      createdAt: at,
      updatedAt: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await tx
    .selectFrom('interaction')
    .select('id')
    .where('runId', '=', line.runId)
    .where('no', '=', line.no)
    .where('partyKind', '=', line.partyKind)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.id;
};

/** Writes into the item that a line is: the first time a row is made for it, the line stays as it was. */
export const editItemOfLine = async (
  { db, ids, clock }: { db: Db; ids: Ids; clock: Clock },
  actor: Actor,
  line: LineAsItem,
  input: Omit<InputOf<typeof api.editLineItem>, 'runId' | 'no'>,
): Promise<ShownInteraction> => {
  authorise(actor, 'crm.edit');
  const now = clock.now();
  const id = await db.transaction().execute(async (tx) => {
    const row = await rowOfLine(tx, ids, line);
    const changes = await editedColumns(tx, line.typeId, input);
    await tx
      .updateTable('interaction')
      .set({ ...changes, updatedAt: now })
      .where('id', '=', row)
      .execute();
    return row;
  });
  return showInteraction(db, id, now);
};
