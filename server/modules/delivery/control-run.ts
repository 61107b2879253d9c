import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { RunId } from '../../../contract/ids.ts';
import type { pauseRun as pauseEndpoint, Run, RunState } from '../../../contract/runs.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Conflict } from '../../platform/errors.ts';
import { type Actor, SYSTEM } from '../access/index.ts';
import {
  accountsOfAction,
  authoriseRun,
  getCampaignForRun,
  moveCampaign,
  recordDeed,
  setScheduled,
} from '../campaigns/index.ts';
import { assertAccountUsable } from '../channels/index.ts';
import { closeGate } from '../consent/index.ts';
import { LEASE_SECONDS } from './chunk.store.ts';
import { concludeRun } from './issue-run.ts';
import type { PauseReason } from './model/auto-pause.ts';
import { dropWaitingDate } from './occurrence.ts';
import { findWaitingDate, finishIfDone, getRunRow, hasOpenLines, holdRun, type StoredRun } from './run.store.ts';
import { showRun } from './run.views.ts';
import { isSettledBySending, type SentLines, settleWorkOfRun } from './run-work.ts';
import { releaseFollowers } from './stage-start.ts';
import { dropOpenLines } from './stop-lines.ts';
import { countUnaware } from './worker.store.ts';

interface Needs {
  db: Db;
  clock: Clock;
}
type Input = InputOf<typeof pauseEndpoint>;

const POLL_MS = 20;

/** Locks campaign and run, asks for the right, and refuses unless the run is in one of these states. */
const inState = async (tx: Tx, actor: Actor, id: RunId, states: readonly RunState[]): Promise<StoredRun> => {
  const { actionId } = await getRunRow(tx, id);
  authoriseRun(actor, await getCampaignForRun(tx, actionId, { forUpdate: true }));
  const run = await getRunRow(tx, id, true);
  if (!states.includes(run.state)) throw new Conflict('run_state_impossible', { state: run.state });
  return run;
};

/** No new intent is committed once this answers, and every worker has taken note or lost its lease: what it had begun is finished. */
export const pauseRun = async (needs: Needs, actor: Actor, { id }: Input): Promise<Run> => {
  const gateSeq = await needs.db.transaction().execute(async (tx) => {
    const run = await inState(tx, actor, id, ['sending', 'paused']);
    return run.state === 'paused' ? null : hold(needs, tx, actor, run, 'paused', null);
  });
  if (gateSeq !== null) await untilAware(needs.db, id, gateSeq);
  return showRun(needs.db, id);
};

export const resumeRun = async (needs: Needs, actor: Actor, { id }: Input): Promise<Run> => {
  await needs.db.transaction().execute(async (tx) => {
    const run = await inState(tx, actor, id, ['paused', 'sending']);
    if (run.state === 'sending') return;
    if (run.sendingAccountId !== null)
      await assertAccountUsable(tx, await accountsOfAction(tx, run.sendingAccountId, run.actionId));
    await sql`update run set state = 'sending', pause_reason = null, started_at = coalesce(started_at, now()) where id = ${id}`.execute(
      tx,
    );
    await sql`update chunk set due_at = now() where run_id = ${id} and open > deferred`.execute(tx);
    if (run.mode !== 'test') await moveCampaign(tx, run.campaignId, run.actionId, 'running', needs.clock.now());
    await recordDeed(tx, actor, run.campaignId, 'resumed', needs.clock.now());
  });
  return showRun(needs.db, id);
};

/** Final: what was not begun is dropped with that reason, and of an action that recurs no date follows. */
export const stopRun = async (needs: Needs, actor: Actor, { id }: Input): Promise<Run> => {
  const before = await showRun(needs.db, id);
  if (before.state === 'scheduled' && before.occursAt !== null) {
    await endSeries(needs, actor, id);
    return { ...before, state: 'stopped' };
  }
  const gateSeq = await needs.db.transaction().execute(async (tx) => {
    const run = await inState(tx, actor, id, ['sending', 'paused', 'stopped']);
    return run.state === 'stopped' ? null : hold(needs, tx, actor, run, 'stopped', null);
  });
  if (gateSeq !== null) await untilAware(needs.db, id, gateSeq);
  // Also of one that is stopped already: what the first stop could not drop is dropped by the next.
  await dropOpenLines(needs.db, id);
  return showRun(needs.db, id);
};

/** The date that waits is not distributed any more; one that goes on ends by itself. */
const endSeries = async ({ db, clock }: Needs, actor: Actor, id: RunId): Promise<void> => {
  await db.transaction().execute(async (tx) => {
    const run = await inState(tx, actor, id, ['scheduled']);
    const { action, campaign } = await getCampaignForRun(tx, run.actionId);
    if (campaign.state === 'ready') throw new Conflict('run_state_impossible', { state: run.state });
    const now = clock.now();
    await dropWaitingDate(tx, run);
    if (action.state === 'scheduled') {
      await moveCampaign(tx, campaign.id, action.id, 'completed', now);
      await releaseFollowers(tx, action.id);
    }
    await recordDeed(tx, actor, campaign.id, 'series_ended', now);
  });
};

/** Takes a distribution back before its first message left: the list can be edited again. A date of a rule, which has no list yet, is gone. */
export const cancelRun = async (needs: Needs, actor: Actor, { id }: Input): Promise<Run> => {
  const before = await showRun(needs.db, id);
  await needs.db.transaction().execute(async (tx) => {
    const run = await inState(tx, actor, id, ['scheduled', 'missed', 'generated']);
    if (run.state === 'generated') return;
    if (run.occursAt === null) await unseal(tx, id);
    else await dropWaitingDate(tx, run);
    const { action } = await getCampaignForRun(tx, run.actionId);
    const stillWaits = (await findWaitingDate(tx, run.actionId)) !== undefined;
    if (action.state === 'scheduled') await setScheduled(tx, run.actionId, stillWaits, needs.clock.now());
    await recordDeed(tx, actor, run.campaignId, 'taken_back', needs.clock.now());
  });
  return before.occursAt === null ? showRun(needs.db, id) : { ...before, state: 'planning' };
};

const unseal = async (tx: Tx, id: RunId): Promise<void> => {
  await sql`delete from chunk where run_id = ${id}`.execute(tx);
  await sql`
    update run set state = 'generated', pause_reason = null, sealed_at = null, scheduled_for = null, expires_at = null where id = ${id}`.execute(
    tx,
  );
};

/** The engine pauses by itself, with its reason in words; one click resumes. */
export const pauseByItself = async (needs: Needs, id: RunId, reason: PauseReason): Promise<void> => {
  await needs.db.transaction().execute(async (tx) => {
    const { actionId } = await getRunRow(tx, id);
    await getCampaignForRun(tx, actionId, { forUpdate: true });
    const run = await getRunRow(tx, id, true);
    if (run.state === 'sending') await hold(needs, tx, SYSTEM, run, 'paused', reason);
  });
};

const hold = async (
  needs: Needs,
  tx: Tx,
  actor: Actor,
  run: StoredRun,
  state: 'paused' | 'stopped',
  reason: PauseReason | null,
): Promise<string> => {
  const gateSeq = await closeGate(tx);
  await holdRun(tx, run.id, state, gateSeq, reason);
  const now = needs.clock.now();
  if (run.mode !== 'test') {
    if (state === 'paused') await moveCampaign(tx, run.campaignId, run.actionId, 'paused', now);
    else {
      await dropWaitingDate(tx, run);
      await concludeRun(needs, tx, run.id);
    }
  }
  await recordDeed(tx, actor, run.campaignId, state, now, reason === null ? {} : { reason: reason.code });
  return gateSeq;
};

/** Waits until every worker that holds a part of the run has taken note, or its lease has lapsed. */
const untilAware = async (db: Db, id: RunId, gateSeq: string): Promise<void> => {
  const patience = performance.now() + (LEASE_SECONDS + 5) * 1000;
  while (performance.now() < patience && (await countUnaware(db, id, gateSeq)) > 0) await sleep(POLL_MS);
};

/** Called by the worker's loop: runs whose time has come begin, those over an hour late ask first; what has nothing open ends. */
export const finishRun = async (needs: Needs, id: RunId, sent?: SentLines): Promise<void> => {
  const run = await getRunRow(needs.db, id);
  if (run.state === 'stopped') await dropOpenLines(needs.db, id);
  if (run.state !== 'sending') return;
  // Whoever settles the last line finds nothing open; before that the campaign need not be held up after each chunk.
  if (!(sent && isSettledBySending(run)) && (await hasOpenLines(needs.db, id))) return;
  await needs.db.transaction().execute(async (tx) => {
    const { actionId } = await getRunRow(tx, id);
    await getCampaignForRun(tx, actionId, { forUpdate: true });
    if (await finishIfDone(tx, id)) {
      await settleWorkOfRun(tx, id);
      await concludeRun(needs, tx, id);
    } else if (sent) await settleWorkOfRun(tx, id, sent);
  });
};
