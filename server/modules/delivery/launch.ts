import type { InputOf } from '../../../contract/endpoint.ts';
import type { ActionId } from '../../../contract/ids.ts';
import type { distribute as endpoint, Run } from '../../../contract/runs.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { Conflict } from '../../platform/errors.ts';
import type { Actor } from '../access/index.ts';
import { accountsOfAction, type CampaignForRun, getCampaignForRun } from '../campaigns/index.ts';
import { type ChecksNeeds, checksOfAccount, findAccount } from '../channels/index.ts';
import { assertApproved } from './approvals/approvals.ts';
import { type DistributingNeeds, distribute } from './distribute.ts';
import type { StoredRun } from './run.store.ts';

/** From more recipients than this on, a person is asked when receivers may not trust the sender. */
const LARGE_SEND = 1_000;

type Needs = DistributingNeeds & ChecksNeeds;

/** What warns about the accounts of a marketing action that deliver by themselves: a relay answers for its own, and nothing local leaves. */
const senderWarnings = async (needs: Needs, id: ActionId): Promise<string[]> => {
  const { campaign, action } = await getCampaignForRun(needs.db, id);
  if (campaign.purposeClass !== 'marketing' || action.sendingAccountId === null) return [];
  const ids = await accountsOfAction(needs.db, action.sendingAccountId, id);
  const accounts = (await Promise.all(ids.map((one) => findAccount(needs.db, one)))).flatMap((one) => one ?? []);
  const warned = accounts
    .filter(({ nature }) => nature === 'direct')
    .map(async (account) => {
      const warnings = (await checksOfAccount(needs, account)).filter(({ state }) => state === 'warn');
      return warnings.length === 0 ? [] : [account.name];
    });
  return (await Promise.all(warned)).flat();
};

/** Go, from the paper plane. A large marketing send from a sender that receivers may not trust asks the person first, and goes when he says so. */
export const launch = async (needs: Needs, actor: Actor, input: InputOf<typeof endpoint>): Promise<Run> => {
  const warned = input.senderConfirmed ? [] : await senderWarnings(needs, input.id);
  const assertMayGo = async (tx: Tx, subject: CampaignForRun, run: StoredRun) => {
    const { planned } = run;
    if (warned.length > 0 && planned > LARGE_SEND)
      throw new Conflict('sender_checks_warn', { planned, accounts: warned.join(', ') });
    await assertApproved(tx, subject, run);
  };
  return distribute(needs, actor, input, assertMayGo);
};
