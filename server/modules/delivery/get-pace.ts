import type { InputOf } from '../../../contract/endpoint.ts';
import type { SendingAccountId } from '../../../contract/ids.ts';
import type {
  AccountPace,
  getAccountPace as accountEndpoint,
  getRunPace as runEndpoint,
} from '../../../contract/pace.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';
import { accountsOfAction } from '../campaigns/index.ts';
import { findAccount } from '../channels/index.ts';
import { presentPace } from './model/present-pace.ts';
import { readPace, releaseHolds } from './pace.store.ts';
import { getRunRow } from './run.store.ts';

const paceOf = async (db: Db, id: SendingAccountId): Promise<AccountPace> => {
  const account = await findAccount(db, id);
  if (!account) throw new NotFound('sending account');
  const { now, rows } = await readPace(db, id);
  return { accountId: id, accountName: account.name, ...presentPace(account, rows, now) };
};

export const getAccountPace = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof accountEndpoint>,
): Promise<AccountPace> => {
  authorise(actor, 'campaign.see');
  return paceOf(db, id);
};

export const getRunPace = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof runEndpoint>,
): Promise<AccountPace[]> => {
  authorise(actor, 'campaign.see');
  const { sendingAccountId, actionId } = await getRunRow(db, id);
  if (sendingAccountId === null) return [];
  const accounts = await accountsOfAction(db, sendingAccountId, actionId);
  return Promise.all(accounts.map((account) => paceOf(db, account)));
};

/** A person knows that the server takes mail again, or wants to see whether it does. */
export const tryAgainNow = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof accountEndpoint>,
): Promise<{ ok: true }> => {
  authorise(actor, 'account.manage');
  await releaseHolds(db, id);
  return { ok: true };
};
