import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type { settleEnrolments as endpoint } from '../../../../contract/tracks.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { recordHistory } from '../history.store.ts';
import { isUnderWay } from '../model/lifecycle.ts';
import { enrolPeople } from './enrol.ts';
import { endEnrolments, holdEnrolments, resumeEnrolments } from './enrolment.store.ts';
import type { MayGo } from './run-tracks.ts';
import { lockToEdit } from './save-tracks.ts';

/** One person, or a few, by hand; while the tracks run, `mayGo` throws where something speaks against those who come in. */
export const settleEnrolments = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  { id, what, contactIds }: InputOf<typeof endpoint>,
  mayGo: MayGo = async () => undefined,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  const now = clock.now();
  const changed = await db.transaction().execute(async (tx) => {
    const campaign = await lockToEdit(tx, actor, id);
    const ways = {
      enrol: () => enrolPeople(tx, campaign, contactIds, now),
      hold: () => holdEnrolments(tx, id, contactIds),
      resume: () => resumeEnrolments(tx, id, contactIds, now),
      leave: () => endEnrolments(tx, id, contactIds),
    };
    const count = await ways[what]();
    if (what === 'enrol' && isUnderWay(campaign.state)) await mayGo(tx, campaign);
    if (count > 0)
      await recordHistory(tx, { campaignId: id, actor, verb: 'enrolments_changed', detail: { what, count }, at: now });
    return count;
  });
  return { changed };
};
