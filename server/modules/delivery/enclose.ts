import type { Enclosed } from '../channels/index.ts';
import type { Batch, OnHand, Outgoing } from './batch.ts';
import { notYetJournaled } from './journal.ts';
import { keyText } from './model/journal.ts';

type Enclosures = ReadonlyMap<number, Enclosed>;
const NO_ENCLOSURES: Enclosures = new Map();

/** Puts to each what is its recipient's own, where the run has something of the kind. */
export const enclose = async (batch: Batch, outgoing: readonly Outgoing[]): Promise<OnHand[]> => {
  const enclosed = await enclosuresOf(batch, outgoing);
  return outgoing.map(({ line, account, attemptNo, parcel }) => {
    const journaled = notYetJournaled(keyText({ runId: batch.run.row.id, no: line.no, attemptNo }));
    return { line, account, attemptNo, parcel, journaled, enclosed: enclosed.get(line.no) };
  });
};

const enclosuresOf = async ({ run }: Batch, outgoing: readonly Outgoing[]): Promise<Enclosures> => {
  const made: (readonly [number, Enclosed])[] = [];
  for (const { prepared, id } of run.accounts) {
    if (!prepared.enclose) continue;
    const theirs = outgoing.filter(({ account }) => account.id === id).map(({ parcel }) => parcel);
    if (theirs.length > 0) made.push(...(await prepared.enclose(theirs)));
  }
  return made.length === 0 ? NO_ENCLOSURES : new Map(made);
};
