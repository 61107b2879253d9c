import { expect, test } from 'vitest';
import type { Run } from '../../../../contract/runs.ts';
import { byReason, reportNow } from './report-now.ts';

const NONE = { matched: 0, planned: 0, excluded: 0, open: 0, deferred: 0, sent: 0, failed: 0, dropped: 0, unknown: 0 };
const run = (id: string, sums: Partial<Run['sums']>, more: Partial<Run> = {}): Run =>
  ({
    id,
    mode: 'main',
    state: 'sending',
    sealedAt: '2026-05-01T08:00:00Z',
    sums: { ...NONE, ...sums },
    ...more,
  }) as Run;
const hours = (...sent: number[]) => ({
  unit: 'hour' as const,
  points: sent.map((lines, hour) => ({ at: `2026-05-01T0${hour}:00:00Z`, sent: lines, opened: 0, clicked: 0 })),
});

test('O41: the ledger says what the card says, though the report is some seconds older', () => {
  const then = [run('1', { planned: 100, open: 60, sent: 40 }), run('0', { planned: 20, sent: 18, failed: 2 })];
  // Two lines that failed were tried again in a run of another time: a report is not just the sums of these.
  const sums = { ...NONE, matched: 130, excluded: 10, planned: 120, open: 60, sent: 60 };
  const report = { sums, runs: then, delivered: 57, tracked: 50, timeline: hours(20, 38) };
  const now = run('1', { planned: 100, open: 25, deferred: 3, sent: 70, failed: 4, unknown: 1 });
  const moved = reportNow(report, [now]);
  expect(moved.sums).toEqual({ ...report.sums, open: 25, deferred: 3, sent: 90, failed: 4, unknown: 1 });
  expect(moved).toMatchObject({ runs: [now, then[1]], delivered: 87, tracked: 50, timeline: hours(20, 70) });
  const { planned, open, sent, failed, dropped, unknown } = moved.sums;
  expect(open + sent + failed + dropped + unknown).toBe(planned);
});

test('runs that the report did not count, and tests, wait for the next report', () => {
  const then = [run('1', { open: 5 }, { state: 'scheduled' }), run('2', { open: 1 }, { mode: 'test' })];
  const report = { sums: { ...NONE, planned: 7, sent: 7 }, runs: then, delivered: 7, tracked: 0, timeline: hours(7) };
  const now = [run('1', { sent: 5 }), run('2', { sent: 1 }, { mode: 'test' }), run('3', { sent: 9 })];
  expect(reportNow(report, now)).toMatchObject({ sums: report.sums, delivered: 7 });
});

test('reasons are told where they add up to the sum, and together where they are of another moment', () => {
  const tallies = [
    { reason: 'no_such_mailbox', lines: 3 },
    { reason: 'mailbox_full', lines: 1 },
  ];
  expect(byReason(tallies, 4)).toEqual(tallies);
  expect(byReason(tallies, 6)).toEqual([{ reason: null, lines: 6 }]);
  expect(byReason([], 0)).toEqual([]);
});
