import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type { updateTrackPlan as endpoint } from '../../../../contract/tracks.ts';
import { Invalid } from '../../../platform/errors.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { type FieldRegistry, loadAudience } from '../../audiences/index.ts';
import type { Viewing } from '../get-campaign.ts';
import { recordHistory } from '../history.store.ts';
import { paceProblems } from '../model/pace.ts';
import { presentTracks } from './get-tracks.ts';
import { lockToEdit } from './save-tracks.ts';
import { getPlan, storePlan } from './track.store.ts';

/** Who comes in and how fast it goes; the moments that were set already stay, the following are by the new pace. */
export const updateTrackPlan = async (
  needs: Viewing & { ruleFields: FieldRegistry },
  actor: Actor,
  { id, ...change }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  await needs.db.transaction().execute(async (tx) => {
    const campaign = await lockToEdit(tx, actor, id);
    if (change.audience) await loadAudience(tx, needs.ruleFields, change.audience);
    if (change.pace) {
      const problems = paceProblems(change.pace).map(({ field, code }) => ({
        field: `pace.${field}`,
        code,
        params: {},
      }));
      if (problems.length > 0) throw Invalid.all(problems);
    }
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const at = needs.clock.now();
    await storePlan(tx, campaign.id, { ...(await getPlan(tx, campaign.id)), ...given }, at);
    const verb = change.audience ? 'audience_changed' : 'schedule_changed';
    await recordHistory(tx, { campaignId: campaign.id, actor, verb, at });
  });
  return presentTracks(needs, id);
};
