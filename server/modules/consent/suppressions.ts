import type * as api from '../../../contract/consent.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Conflict, Invalid } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';
import { liftSuppression as lift, type SuppressionRow, suppress, suppressionKey } from './suppression.store.ts';
import { type ListedSuppression, readSuppressionList, readTarget } from './suppression-list.ts';

interface Needs {
  db: Db;
  ids: Ids;
  clock: Clock;
}

/** How many one transaction writes: while it runs, nothing is sent. */
const BATCH = 1000;
const REFUSALS_TOLD = 100;

export const addSuppression = async (
  { db, ids, clock }: Needs,
  actor: Actor,
  { value, channel, purposeClass, note }: InputOf<typeof api.addSuppression>,
): Promise<{ id: string }> => {
  authorise(actor, 'consent.edit');
  const target = readTarget(value);
  if (target === null) throw new Invalid('value', 'not_suppressible', { value });
  const row: SuppressionRow = {
    ...target,
    channel,
    purposeClass,
    reason: 'manual',
    note,
    evidence: {},
    recordedBy: actor.userId,
    at: clock.now(),
  };
  const added = await db.transaction().execute((tx) => suppress(tx, ids, [row]));
  const id = added.get(suppressionKey(row));
  if (id === undefined) throw new Conflict('suppressed_already');
  return { id };
};

/** Writes in batches, each a transaction of its own: what was written before a failure stays, and the same list again adds the rest. */
export const importSuppressions = async (
  { db, ids, clock }: Needs,
  actor: Actor,
  { text, channel, purposeClass }: InputOf<typeof api.importSuppressions>,
) => {
  authorise(actor, 'consent.edit');
  const list = await readSuppressionList(text, { channel, purposeClass });
  const at = clock.now();
  const rowOf = (listed: ListedSuppression): SuppressionRow => ({
    ...listed,
    reason: 'import',
    evidence: {},
    recordedBy: actor.userId,
    at,
  });
  let added = 0;
  for (let from = 0; from < list.accepted.length; from += BATCH) {
    const batch = list.accepted.slice(from, from + BATCH).map(rowOf);
    added += (await db.transaction().execute((tx) => suppress(tx, ids, batch))).size;
  }
  return {
    rows: list.rows,
    added,
    already: list.accepted.length - added,
    refused: list.refused.length,
    refusals: list.refused.slice(0, REFUSALS_TOLD),
  };
};

export const liftSuppression = async (
  { db, clock }: Pick<Needs, 'db' | 'clock'>,
  actor: Actor,
  { id }: InputOf<typeof api.liftSuppression>,
): Promise<{ ok: true }> => {
  authorise(actor, 'consent.edit');
  await db.transaction().execute((tx) => lift(tx, id, actor.userId, clock.now()));
  return { ok: true };
};
