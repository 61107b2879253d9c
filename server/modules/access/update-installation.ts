import type { updateInstallation as api } from '../../../contract/access.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { DomainError } from '../../platform/errors.ts';
import { authorise } from './authorise.ts';
import { noteCurrencyChange } from './currency-change.store.ts';
import { getInstallation as findOne, type Installation, lockInstallation } from './installation.store.ts';
import type { Actor } from './model/may.ts';
import { countSeats } from './user.store.ts';

type Input = InputOf<typeof api>;

export const getInstallation = async ({ db }: { db: Db }, actor: Actor): Promise<Installation> => {
  authorise(actor, 'settings.edit');
  return findOne(db);
};

/** Throws Conflict when fewer seats are asked for than are given. */
export const updateInstallation = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  input: Input,
): Promise<Installation> => {
  authorise(actor, 'settings.edit');
  return db.transaction().execute(async (tx) => {
    const before = await lockInstallation(tx);
    const seats = input.seats === undefined ? before.seats : input.seats;
    const given = await countSeats(tx);
    if (seats !== null && seats < given) {
      throw new DomainError(409, [{ field: 'seats', code: 'seats_in_use', params: { given, seats } }]);
    }
    const after: Installation = {
      name: input.name ?? before.name,
      language: input.language ?? before.language,
      currency: input.currency ?? before.currency,
      timeZone: input.timeZone ?? before.timeZone,
      seats,
      tracking: input.tracking ?? before.tracking,
    };
    await tx.updateTable('installation').set(after).execute();
    await noteCurrencyChange(tx, { before: before.currency, after: after.currency, at: clock.now() });
    return after;
  });
};
