import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type { recordReturnedLetter as endpoint } from '../../../../contract/letters.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { returnLetter } from '../../channels/index.ts';
import { recordEvents } from '../../tracking/index.ts';
import { getCampaignRow } from '../campaign.store.ts';

/** A letter that came back is a bounce: it counts as one, and can be fetched into a retry as one. */
export const recordReturnedLetter = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  { code, reason }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  authorise(actor, 'crm.edit');
  return db.transaction().execute(async (tx) => {
    const at = clock.now();
    const { runId, no, recipient, campaignId, fresh, ...letter } = await returnLetter(tx, {
      typed: code,
      reason,
      at,
      by: actor.userId,
    });
    const told = { runId, no, linkNo: null, at, actor: 'human' as const, evidence: { reason, code: letter.code } };
    await recordEvents(tx, [{ ...told, eventId: `returned ${letter.code}`, kind: 'bounced' }]);
    const { name: campaignName } = await getCampaignRow(tx, campaignId);
    return { recipient, campaignId, campaignName, fresh };
  });
};
