import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type { listSmsPrices as listEndpoint, saveSmsPrices as saveEndpoint } from '../../../../contract/sms.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { Invalid } from '../../../platform/errors.ts';
import { type Actor, authorise, loadInstallation } from '../../access/index.ts';
import { findSmsPrices, replaceSmsPrices } from './price.store.ts';

type Prices = OutputOf<typeof listEndpoint>;

const present = async (db: Db): Promise<Prices> => ({
  currency: (await loadInstallation(db)).currency,
  prices: await findSmsPrices(db),
});

export const listSmsPrices = async ({ db }: { db: Db }, actor: Actor): Promise<Prices> => {
  authorise(actor, 'campaign.see');
  return present(db);
};

export const saveSmsPrices = async (
  { db }: { db: Db },
  actor: Actor,
  { prices }: InputOf<typeof saveEndpoint>,
): Promise<Prices> => {
  authorise(actor, 'account.manage');
  const twice = prices.findIndex(({ country }, at) => prices.findIndex((one) => one.country === country) < at);
  if (twice >= 0) throw new Invalid(`prices.${twice}.country`, 'taken');
  await db.transaction().execute((tx) => replaceSmsPrices(tx, prices));
  return present(db);
};
