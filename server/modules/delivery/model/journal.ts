import type { Outcome } from '../../channels/index.ts';

/** One attempt, named the same in the journal and in the database. */
export interface AttemptKey {
  runId: string;
  no: number;
  attemptNo: number;
}

/** What the journal knows of an attempt: the dot was written, or even answered. */
export type JournalEntry = { dot: true; outcome: Outcome | null };

export const keyText = ({ runId, no, attemptNo }: AttemptKey): string => `${runId} ${no} ${attemptNo}`;

/** `key`: the text of an attempt's key. */
export const dotRecord = (key: string): string => `D ${key}\n`;
export const replyRecord = (key: string, outcome: Outcome): string => `R ${key} ${JSON.stringify(outcome)}\n`;

/** Reads a journal; a torn last record (the process died while writing it) counts as not written. */
export const readJournal = (text: string): Map<string, JournalEntry> => {
  const entries = new Map<string, JournalEntry>();
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  for (const record of whole.split('\n')) {
    const [kind, runId, no, attemptNo] = record.split(' ', 4);
    const key = `${runId} ${no} ${attemptNo}`;
    if (kind === 'D') entries.set(key, { dot: true, outcome: null });
    if (kind === 'R') entries.set(key, { dot: true, outcome: JSON.parse(record.slice(key.length + 3)) as Outcome });
  }
  return entries;
};

/**
 * What a dead worker's intent came to: no dot record → never handed over, planned again; a reply → final; a dot without a
 * reply → it may have been accepted, nobody can know.
 */
export const settleFromJournal = (entry: JournalEntry | undefined): Outcome =>
  entry === undefined
    ? { state: 'untouched', reason: 'worker_died_before_hand_over' }
    : (entry.outcome ?? { state: 'unknown', reason: 'worker_died_after_hand_over', reply: '' });
