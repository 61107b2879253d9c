import type {
  ApprovalStanding,
  askApproval as askEndpoint,
  getApproval as getEndpoint,
} from '../../../../contract/approvals.ts';
import { reachesOut } from '../../../../contract/campaigns.ts';
import type { InputOf } from '../../../../contract/endpoint.ts';
import type { ActionId } from '../../../../contract/ids.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { Conflict } from '../../../platform/errors.ts';
import type { Exchange } from '../../../platform/http/route.ts';
import type { Ids } from '../../../platform/ids.ts';
import { type Actor, authorise, loadApprovalRules } from '../../access/index.ts';
import { assertLaunchable, authoriseRun, type CampaignForRun, getCampaignForRun } from '../../campaigns/index.ts';
import { planMainRun } from '../generate-selection.ts';
import { changedParts, hindranceOf, whyNeeded } from '../model/approval.ts';
import type { PlanningNeeds } from '../planning.ts';
import { countAction } from '../preview-action.ts';
import { findPreparedRun, getRunRow, type StoredRun } from '../run.store.ts';
import { chosenAtStart } from '../stage-start.ts';
import { findApproval } from './approval.store.ts';
import { fingerprintOf } from './fingerprint.ts';
import { approversFor, recordAsking } from './record-asking.ts';
import { asksSomebody, nobodyAsked, standingOf } from './standing.ts';

type Needs = PlanningNeeds & { ids: Ids };

/** Nothing is sent by a list: nobody needs to approve it. */
const isAsked = ({ action }: CampaignForRun): boolean => reachesOut(action.channel);

const thingOf = ({ campaign, action }: CampaignForRun) => ({ campaignId: campaign.id, actionId: action.id });

/** Throws Conflict unless a second person approved exactly this, where the rules ask for one. */
export const assertApproved = async (tx: Tx, subject: CampaignForRun, run: StoredRun): Promise<void> => {
  const rules = await loadApprovalRules(tx);
  if (!isAsked(subject) || !asksSomebody(rules)) return;
  const now = await fingerprintOf(tx, subject, run);
  if (whyNeeded(rules, now).length === 0) return;
  const hindrance = hindranceOf(await findApproval(tx, thingOf(subject)), now);
  if (hindrance !== null) throw new Conflict(hindrance, { planned: run.planned });
};

/** Whether an action needs a second person, what he said, and what has changed since. */
export const getApproval = async (
  needs: Needs,
  actor: Actor,
  { id }: InputOf<typeof getEndpoint>,
  exchange: Exchange,
): Promise<ApprovalStanding> => {
  authorise(actor, 'campaign.see');
  const { db } = needs;
  const subject = await getCampaignForRun(db, id);
  const rules = await loadApprovalRules(db);
  if (!isAsked(subject) || !asksSomebody(rules)) return nobodyAsked(subject.campaign);
  const [approval, list] = await Promise.all([findApproval(db, thingOf(subject)), preparedNow(db, id)]);
  const now = await fingerprintOf(db, subject, list);
  const counts = !list && !chosenAtStart(subject) && rules.recipients !== null;
  const planned = counts ? (await countAction(needs, actor, { id, scope: 'all' }, exchange)).planned : now.planned;
  const told = approval ? { ...approval, changed: changedParts(approval.fingerprint, now) } : null;
  return standingOf(db, actor, subject.campaign, rules, { ...now, planned }, told);
};

const preparedNow = (db: Db, id: ActionId) => db.transaction().execute((tx) => findPreparedRun(tx, id));

/** Asks about what would be sent now; the list is made first, so that whoever approves sees it. */
export const askApproval = async (needs: Needs, actor: Actor, { id, note }: InputOf<typeof askEndpoint>) => {
  authorise(actor, 'campaign.see');
  await needs.db.transaction().execute(async (tx) => {
    const subject = await getCampaignForRun(tx, id, { forUpdate: true });
    authoriseRun(actor, subject);
    await assertLaunchable(tx, subject, { now: needs.clock.now(), purpose: 'prepare' });
    const approvers = await approversFor(tx, actor);
    const fingerprint = await fingerprintOf(tx, subject, await listOf(needs, tx, actor, subject));
    await recordAsking(needs, tx, actor, { campaign: subject.campaign, actionId: id, note, fingerprint, approvers });
  });
  return { ok: true } as const;
};

const listOf = async (needs: Needs, tx: Tx, actor: Actor, subject: CampaignForRun): Promise<StoredRun | undefined> => {
  const prepared = await findPreparedRun(tx, subject.action.id);
  if (prepared || chosenAtStart(subject)) return prepared;
  const { runId } = await planMainRun(needs, tx, actor, subject, 'all');
  return getRunRow(tx, runId);
};
