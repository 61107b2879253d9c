import type { OutputOf } from '../../../../contract/endpoint.ts';
import type { campaignReport, Run } from '../../../../contract/runs.ts';

type Report = Pick<OutputOf<typeof campaignReport>, 'sums' | 'runs' | 'delivered' | 'tracked' | 'timeline'>;
type Timeline = Report['timeline'];

/** What moves while a run goes. */
const MOVING = ['open', 'deferred', 'sent', 'failed', 'dropped', 'unknown'] as const;

const isCounted = ({ mode, state, sealedAt }: Run) => mode !== 'test' && sealedAt !== null && state !== 'scheduled';

/** What left since the last hour was counted left in that hour: they are seconds. */
const withSent = (timeline: Timeline, sent: number): Timeline => {
  const last = timeline.points.at(-1);
  if (last === undefined) return timeline;
  const told = timeline.points.reduce((sum, point) => sum + point.sent, 0);
  const moved = { ...last, sent: Math.max(0, last.sent + sent - told) };
  return { ...timeline, points: [...timeline.points.slice(0, -1), moved] };
};

/**
 * The report as of the moment at which its runs were looked at last: how far a run is, is asked each second, and the report of a million
 * people takes longer. So the ledger moves with the card above it; runs that the report did not count yet wait for the next one.
 */
export const reportNow = <R extends Report>(report: R, runs: readonly Run[]): R => {
  const latest = new Map(runs.map((run) => [run.id, run]));
  const sums = { ...report.sums };
  for (const then of report.runs.filter(isCounted)) {
    const now = latest.get(then.id);
    if (now !== undefined) for (const state of MOVING) sums[state] += now.sums[state] - then.sums[state];
  }
  // Hardly anything has come back of what left in these seconds.
  const delivered = Math.max(0, report.delivered + sums.sent - report.sums.sent);
  const tracked = Math.min(report.tracked, delivered);
  const going = runs.some(({ mode, state }) => mode !== 'test' && state === 'sending');
  return {
    ...report,
    sums,
    delivered,
    tracked,
    timeline: going ? withSent(report.timeline, sums.sent) : report.timeline,
    runs: report.runs.map((run) => latest.get(run.id) ?? run),
  };
};

/** The rows of a ledger for lines that are told by their reason; together while reasons and sum are of different moments. */
export const byReason = (
  tallies: readonly { reason: string; lines: number }[],
  sum: number,
): readonly { reason: string | null; lines: number }[] => {
  const told = tallies.reduce((all, { lines }) => all + lines, 0);
  return told === sum ? tallies : [{ reason: null, lines: sum }];
};
