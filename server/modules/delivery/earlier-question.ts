import { isDeepStrictEqual } from 'node:util';
import { NO_AUDIENCE } from '../../../contract/audience.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type EarlierQuestion, presentSegments, recallAudience } from '../audiences/index.ts';
import { type CampaignForRun, getCampaignForRun } from '../campaigns/index.ts';
import { circumstancesOf, type PlanningNeeds } from './planning.ts';
import type { StoredRun } from './run.store.ts';

export interface AskedEarlier {
  subject: CampaignForRun;
  /** What the run was planned by, to be asked again today. */
  question: EarlierQuestion;
  /** The audience of the action, or what a segment in it asks, is not what it was. */
  edited: boolean;
}

/** The question that a run answered, as it was written down with it. */
export const earlierQuestion = async (needs: PlanningNeeds, db: Db, run: StoredRun): Promise<AskedEarlier> => {
  const subject = await getCampaignForRun(db, run.actionId);
  const audience = { ...NO_AUDIENCE, ...run.terms.audience };
  const terms = { ...run.terms, audience };
  const [{ broken, ...rules }, circumstances, present] = await Promise.all([
    recallAudience(db, needs.ruleFields, audience, run.terms.segments),
    circumstancesOf(needs, db, subject, { scope: run.scope, terms, as: run }),
    presentSegments(db, { ...NO_AUDIENCE, ...subject.action.audience }),
  ]);
  const edited =
    run.mode === 'main' &&
    !(
      isDeepStrictEqual(audience, { ...NO_AUDIENCE, ...subject.action.audience }) &&
      isDeepStrictEqual(rules.segments, present)
    );
  return { subject, question: { ...circumstances, rules, broken }, edited };
};
