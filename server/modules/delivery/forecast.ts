import type { Schedule } from '../../../contract/campaigns.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type {
  forecastAction as actionEndpoint,
  Forecast,
  forecastRun as runEndpoint,
} from '../../../contract/forecast.ts';
import type { ActionId, RunId, SendingAccountId } from '../../../contract/ids.ts';
import { occurrencesAfter } from '../../../contract/occurrences.ts';
import { momentOnWall } from '../../../contract/wall-time.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise, loadInstallation, loadSendTimes } from '../access/index.ts';
import { accountSharingOf, type CampaignForRun, getCampaignForRun } from '../campaigns/index.ts';
import { findAccount, type StoredAccount } from '../channels/index.ts';
import {
  findGenerated,
  linesAhead,
  momentsOf,
  type PlaceLines,
  placesLeft,
  placesOfAudience,
  placesOfList,
} from './forecast.views.ts';
import { allowances } from './model/allowance.ts';
import { type Pacing, STANDSTILL } from './model/outlook.ts';
import { NOTHING_USED } from './model/pace.ts';
import { ACCOUNT } from './model/scopes.ts';
import type { RunWindow } from './model/send-window.ts';
import { type RunProspect, sharedOutlook } from './model/shared-outlook.ts';
import { readPace } from './pace.store.ts';
import { type PlanningNeeds, planningOf, termsOf } from './planning.ts';
import { getRunRow } from './run.store.ts';
import { paceBeside, paceOfAccount, paceOfRun } from './run-pace.store.ts';
import { goesByPlace, windowOf } from './run-window.ts';

const startOf = (schedule: Schedule, now: Date): number | undefined => {
  if (schedule.kind === 'recurring') return occurrencesAfter(schedule.rule, now, 1)[0]?.getTime();
  return schedule.kind === 'at' ? Date.parse(schedule.at) : undefined;
};

/** Before it goes: as it would be sealed now. */
export const forecastAction = async (
  needs: PlanningNeeds,
  actor: Actor,
  { id, planned }: InputOf<typeof actionEndpoint>,
): Promise<Forecast> => {
  authorise(actor, 'campaign.see');
  const { db } = needs;
  const subject = await getCampaignForRun(db, id);
  const [window, { now }, { undoSeconds }] = await Promise.all([
    windowOf(db, subject),
    momentsOf(db, null),
    loadSendTimes(db),
  ]);
  const { schedule, expiresAfterHours } = subject.action;
  const starts = startOf(schedule, now) ?? now.getTime() + undoSeconds * 1000;
  const from = new Date(Math.max(now.getTime(), starts));
  const prospect = {
    from,
    places: await placesPlanned(needs, subject, window, planned),
    window,
    expiresAfterHours,
    expiresAt: null,
    retryAt: null,
    endsAt: await endOf(db, subject),
  };
  return outlookOfAccounts(db, prospect, subject.action, null);
};

/** While it goes, or waits for its time. */
export const forecastRun = async (
  needs: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof runEndpoint>,
): Promise<Forecast> => {
  authorise(actor, 'campaign.see');
  const { db } = needs;
  const run = await getRunRow(db, id);
  const subject = await getCampaignForRun(db, run.actionId);
  const { now, retryAt } = await momentsOf(db, id);
  const from = run.scheduledFor !== null && run.scheduledFor > now ? run.scheduledFor : now;
  const prospect = {
    from,
    places: await placesLeft(db, id),
    window: run.sendWindow,
    expiresAfterHours: subject.action.expiresAfterHours,
    expiresAt: run.expiresAt,
    retryAt,
    endsAt: await endOf(db, subject),
  };
  return outlookOfAccounts(db, prospect, { id: run.actionId, sendingAccountId: run.sendingAccountId }, id);
};

/** Whom it would go to and where they are; where nobody asks for the place, only how many. */
const placesPlanned = async (
  needs: PlanningNeeds,
  subject: CampaignForRun,
  window: RunWindow | null,
  planned: number | undefined,
): Promise<PlaceLines[]> => {
  const somewhere = { timeZone: null, country: null };
  const list = await findGenerated(needs.db, subject.action.id);
  if (!goesByPlace(window)) {
    const lines = list?.planned ?? planned;
    if (lines !== undefined) return [{ ...somewhere, lines }];
  } else if (list?.byPlace) return placesOfList(needs.db, list.id);
  return placesOfAudience(
    needs.db,
    await planningOf(needs, needs.db, subject, 'all', await termsOf(needs.db, subject)),
  );
};

const outlookOfAccounts = async (
  db: Db,
  prospect: RunProspect,
  action: { id: ActionId; sendingAccountId: SendingAccountId | null },
  runId: RunId | null,
): Promise<Forecast> => {
  const sharing = await accountSharingOf(db, action.id);
  const own = { id: action.sendingAccountId, weight: sharing?.weight ?? 1 };
  const all = await Promise.all(
    [own, ...(sharing?.others ?? [])].map(async ({ id, weight }) => {
      const account = id === null ? undefined : await findAccount(db, id);
      if (account === undefined) return { usable: false, weight, queue: 0, pacing: UNKNOWN_PACING };
      const queue = await linesAhead(db, account.id, runId, prospect.from);
      return {
        usable: account.pausedReason === null && account.archivedAt === null,
        weight,
        queue,
        pacing: await pacingOf(db, account, runId),
      };
    }),
  );
  const usable = all.filter((one) => one.usable);
  const [first = all[0]!, ...others] = sharing?.whenPaused === 'wait' ? all : usable;
  return sharedOutlook(prospect, [first, ...others], sharing?.rule ?? 'shares');
};

const UNKNOWN_PACING: Pacing = { current: null, beside: STANDSTILL, history: null, allowances: [], maxConnections: 1 };

const pacingOf = async (db: Db, account: StoredAccount, runId: RunId | null): Promise<Pacing> => {
  const { now, rows } = await readPace(db, account.id);
  const whole = rows.find(({ scope }) => scope === ACCOUNT);
  const standing = { used: whole?.used ?? NOTHING_USED, heldUntil: whole?.heldUntil ?? null };
  return {
    current: runId === null ? null : await paceOfRun(db, runId),
    beside: await paceBeside(db, account.id, runId),
    history: await paceOfAccount(db, account.id),
    allowances: allowances({ limits: account, warmUp: account.warmUp, ...standing }, now, FORESEEN_DAYS),
    maxConnections: account.maxConnections,
  };
};

/** Longer than anything is tried. */
const FORESEEN_DAYS = 60;

const DAY_MS = 86_400_000;

const endOf = async (db: Db, { campaign }: CampaignForRun): Promise<Date | null> => {
  if (campaign.endsOn === null) return null;
  const { timeZone } = await loadInstallation(db);
  const dayAfter = new Date(Date.parse(campaign.endsOn) + DAY_MS).toISOString().slice(0, 10);
  return new Date(momentOnWall(`${dayAfter}T00:00`, timeZone));
};
