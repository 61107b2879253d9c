import type { FaultReport } from './fault-run.ts';

export interface Summary {
  runs: number;
  kills: number;
  recipients: number;
  duplicates: number;
  lost: number;
  unknown: number;
  unknownMaxPerFault: number;
  invariants: Record<'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8' | 'I9', boolean>;
}

/** I9 holds because the harness has no statement that writes to the ledger: what is healed heals by itself. */
export const summaryOf = (reports: readonly FaultReport[]): Summary => {
  const sum = (of: (report: FaultReport) => number) => reports.reduce((total, report) => total + of(report), 0);
  const all = (holds: (report: FaultReport) => boolean) => reports.every(holds);
  return {
    runs: reports.length,
    kills: sum(({ kills }) => kills),
    recipients: sum(({ recipients }) => recipients),
    duplicates: sum(({ duplicates }) => duplicates),
    lost: sum(({ lost }) => lost),
    unknown: sum(({ unknown }) => unknown),
    unknownMaxPerFault: Math.max(0, ...reports.map(({ unknownMaxPerFault }) => unknownMaxPerFault)),
    invariants: {
      I1: all(({ holds }) => holds.I1),
      I2: all(({ holds }) => holds.I2),
      I3: all(({ holds }) => holds.I3),
      I4: all(({ holds }) => holds.I4),
      I5: all(({ holds }) => holds.I5),
      I6: all(({ tooMany }) => tooMany.length === 0),
      I7: all(({ finished }) => finished),
      I8: all(({ holds }) => holds.I8),
      I9: all(({ finished }) => finished),
    },
  };
};

/** What the checker finds when all is well. */
export const NOTHING_LOST = {
  duplicates: 0,
  lost: 0,
  holds: { I1: true, I2: true, I3: true, I4: true, I5: true, I8: true },
} as const;
