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

/** What a journal tells of the attempts asked for. */
export interface Found {
  entries: Map<string, JournalEntry>;
  /** Damaged records: where a key can be read in one, its dot may have been written. */
  unreadable: number;
}

export const nothingFound = (): Found => ({ entries: new Map(), unreadable: 0 });

const RECORD = /^(?:D (\d+ \d+ \d+)|R (\d+ \d+ \d+) (.+))$/s;
const KEYS = /\d+ \d+ \d+/g;

/** Adds what a whole record tells, if it is about one of those wanted. In any order: an answer stands, also where its dot is read later. */
export const takeIn = (found: Found, record: string, wanted: ReadonlySet<string>): void => {
  if (record === '') return;
  const [whole, dotted, answered, answer = ''] = RECORD.exec(record) ?? [];
  if (whole === undefined) found.unreadable += 1;
  for (const key of whole === undefined ? (record.match(KEYS) ?? []) : [dotted ?? answered ?? '']) {
    if (!wanted.has(key)) continue;
    const outcome = answered === undefined ? null : outcomeIn(answer);
    if (answered !== undefined && outcome === null) found.unreadable += 1;
    found.entries.set(key, { dot: true, outcome: outcome ?? found.entries.get(key)?.outcome ?? null });
  }
};

/** Null: damaged. */
const outcomeIn = (text: string): Outcome | null => {
  try {
    const said: unknown = JSON.parse(text);
    return isOutcome(said) ? said : null;
  } catch {
    return null;
  }
};

const isOutcome = (said: unknown): said is Outcome => {
  if (typeof said !== 'object' || said === null) return false;
  const { state, reason, reply } = said as Partial<Record<'state' | 'reason' | 'reply', unknown>>;
  if (state === 'sent') return typeof reply === 'string';
  if (state === 'untouched') return typeof reason === 'string';
  const told = state === 'failed' || state === 'deferred' || state === 'unknown';
  return told && typeof reason === 'string' && typeof reply === 'string';
};

/**
 * What a dead worker's intent came to: no dot record → never handed over, planned again; a reply → final; a dot without a
 * reply → it may have been accepted, nobody can know.
 */
export const settleFromJournal = (entry: JournalEntry | undefined): Outcome =>
  entry === undefined
    ? { state: 'untouched', reason: 'worker_died_before_hand_over' }
    : (entry.outcome ?? { state: 'unknown', reason: 'worker_died_after_hand_over', reply: '' });
