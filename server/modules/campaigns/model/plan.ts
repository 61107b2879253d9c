import type { ActionState, Schedule } from '../../../../contract/campaigns.ts';

/** What is known of the time of an action. */
export interface PlanFacts {
  id: string;
  state: ActionState;
  schedule: Schedule;
  /** Its newest distribution, tests left out; null before there is one. */
  run: { scheduledFor: Date | null; startedAt: Date | null; finishedAt: Date | null } | null;
}

export interface PlannedTime {
  at: Date | null;
  endedAt: Date | null;
  /** It follows from a time that may still move. */
  expected: boolean;
}

const HOUR_MS = 3_600_000;
const UNKNOWN: PlannedTime = { at: null, endedAt: null, expected: false };
const later = (at: Date, hours: number) => new Date(at.getTime() + hours * HOUR_MS);

/** When an action starts or started: what was done, else what is released, else its schedule, which may hang on another action's time. */
export const timeOf = (actions: readonly PlanFacts[], id: string, above: readonly string[] = []): PlannedTime => {
  const action = actions.find((one) => one.id === id);
  if (action === undefined || above.includes(id)) return UNKNOWN;
  const { schedule, run } = action;
  if (run?.startedAt) return { at: run.startedAt, endedAt: run.finishedAt, expected: false };
  if (run?.scheduledFor) return { at: run.scheduledFor, endedAt: null, expected: false };
  if (schedule.kind === 'at') return { at: new Date(schedule.at), endedAt: null, expected: false };
  if (schedule.kind === 'now' || schedule.kind === 'recurring') return UNKNOWN;
  const first = timeOf(actions, schedule.actionId, [...above, id]);
  const from = first.endedAt ?? first.at;
  if (from === null) return UNKNOWN;
  return { at: later(from, schedule.hours), endedAt: null, expected: first.endedAt === null };
};
