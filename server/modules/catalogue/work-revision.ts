import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Conflict, DomainError } from '../../platform/errors.ts';
import type { PriceUseSource } from './price-use.ts';
import { lockPrices } from './prices.ts';
import {
  drifted,
  dropLines,
  fingerprintOf,
  getRevisionForUpdate,
  type Piece,
  type PieceDone,
  type StoredRevision,
  writeFormerPrices,
  writeLines,
  writePrices,
  writeUses,
} from './revision.store.ts';
import {
  beginAnew,
  endWork,
  findWork,
  giveUpWork,
  LetGo,
  lockWork,
  type StoredWork,
  tellProgress,
} from './revision-work.store.ts';
import { todayOf } from './today.ts';

export interface RevisionWorkNeeds {
  db: Db;
  clock: Clock;
  priceUses: readonly PriceUseSource[];
}

type GoOn = () => boolean;
type Ended = 'done' | 'paused';

/** Products in one statement. */
const PIECE = 2_000;

/** This process is asked to end: what was written is taken back, and the work waits for another. */
class Paused extends Error {}

/** One piece of a rehearsal and its position, in one transaction. Answers where it stands, or null at its end. */
const rehearsePiece = ({ db, clock, priceUses }: RevisionWorkNeeds, work: StoredWork): Promise<StoredWork | null> =>
  db.transaction().execute(async (tx) => {
    const { revisionId, day, afterId } = work;
    const revision = await getRevisionForUpdate(tx, revisionId);
    await lockWork(tx, work);
    if (afterId === null) await dropLines(tx, revisionId);
    const { count, last } = await writeLines(tx, revision, day, { after: afterId, most: PIECE });
    if (count === PIECE) {
      await tellProgress(tx, work, { count, afterId: last }, clock.now());
      return { ...work, afterId: last };
    }
    await writeUses(tx, revisionId, priceUses);
    const rehearsal = { fingerprint: await fingerprintOf(tx, revisionId), validFrom: day, rehearsedAt: clock.now() };
    await tx
      .updateTable('priceRevision')
      .set({ state: 'rehearsed', ...rehearsal })
      .where('id', '=', revisionId)
      .execute();
    await endWork(tx, work);
    return null;
  });

const rehearse = async (needs: RevisionWorkNeeds, begun: StoredWork, goOn: GoOn): Promise<Ended> => {
  for (let work: StoredWork | null = begun; ; ) {
    work = await rehearsePiece(needs, work);
    if (work === null) return 'done';
    if (!goOn()) return 'paused';
  }
};

/** All pieces in the transaction that they are given; how far they are is told outside of it. */
const inPieces = async (
  { db, clock }: RevisionWorkNeeds,
  work: StoredWork,
  goOn: GoOn,
  write: (piece: Piece) => Promise<PieceDone>,
): Promise<number> => {
  let written = 0;
  let done: PieceDone = { count: PIECE, last: null, written: 0 };
  while (done.count === PIECE) {
    if (!goOn()) throw new Paused();
    done = await write({ after: done.last, most: PIECE });
    written += done.written;
    await tellProgress(db, work, { count: done.count }, clock.now());
  }
  return written;
};

type Writing = (tx: Tx, revision: StoredRevision, day: string, at: Date) => Promise<void>;

/** Every price or none: whatever ends the process before the commit leaves all of them as they were. */
const inOneTransaction = async (needs: RevisionWorkNeeds, work: StoredWork, writing: Writing): Promise<Ended> => {
  const { db, clock } = needs;
  await beginAnew(db, work, clock.now());
  const today = await todayOf(db, clock);
  await db.transaction().execute(async (tx) => {
    const revision = await getRevisionForUpdate(tx, work.revisionId);
    if (!revision.working) throw new LetGo();
    await lockPrices(tx, revision.listId);
    await writing(tx, revision, work.day > today ? work.day : today, clock.now());
    await endWork(tx, work);
  });
  return 'done';
};

const apply = (needs: RevisionWorkNeeds, work: StoredWork, goOn: GoOn): Promise<Ended> =>
  inOneTransaction(needs, work, async (tx, revision, day, at) => {
    const { count, names } = await drifted(tx, revision, day);
    if (count > 0) throw new Conflict('prices_changed_since', { count, names: names.join(', ') });
    const by = work.begunBy;
    await inPieces(needs, work, goOn, (piece) => writePrices(tx, revision, { day, by, at }, piece));
    await tx
      .updateTable('priceRevision')
      .set({ state: 'applied', validFrom: day, appliedAt: at, appliedBy: by })
      .where('id', '=', work.revisionId)
      .execute();
  });

const reverse = (needs: RevisionWorkNeeds, work: StoredWork, goOn: GoOn): Promise<Ended> =>
  inOneTransaction(needs, work, async (tx, revision, day, at) => {
    const { begunBy: by, expected } = work;
    const written = await inPieces(needs, work, goOn, (piece) =>
      writeFormerPrices(tx, revision, { day, by, at }, piece),
    );
    if (written !== expected) throw new Conflict('reversal_changed', { expected: expected ?? 0, count: written });
    await tx
      .updateTable('priceRevision')
      .set({ state: 'reversed', reversedAt: at, reversedBy: by, reversedLines: written })
      .where('id', '=', work.revisionId)
      .execute();
  });

const WORKS = { rehearse, apply, reverse };

/** Goes on with what is under way at a revision, to its end. `goOn` is asked after each piece; `paused` means that somebody must call again. */
export const workRevision = async (
  needs: RevisionWorkNeeds,
  revisionId: string,
  goOn: GoOn = () => true,
): Promise<Ended> => {
  const work = await findWork(needs.db, revisionId);
  if (work === null) return 'done';
  try {
    return await WORKS[work.kind](needs, work, goOn);
  } catch (error) {
    if (error instanceof Paused) return 'paused';
    if (error instanceof LetGo) return 'done';
    if (!(error instanceof DomainError)) throw error;
    await giveUpWork(needs.db, work, error.problems[0]!);
    return 'done';
  }
};
