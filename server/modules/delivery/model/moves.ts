export type LineState = 'sent' | 'failed' | 'unknown' | 'dropped' | 'deferred';

/** What the counters of one chunk change by. */
type Move = Record<'open' | LineState, number>;

interface Step {
  no: number;
  before: LineState | null;
  state: LineState;
}

const isOpen = (state: LineState | null): boolean => state === null || state === 'deferred';

/** How the counters of chunks move when their lines go from one state to another. */
export const movesOf = (steps: readonly Step[], chunkNoOf: (no: number) => number): Map<number, Move> => {
  const moves = new Map<number, Move>();
  for (const { no, before, state } of steps) {
    const chunkNo = chunkNoOf(no);
    const move = moves.get(chunkNo) ?? { open: 0, deferred: 0, sent: 0, failed: 0, unknown: 0, dropped: 0 };
    moves.set(chunkNo, move);
    move.open += Number(isOpen(state)) - Number(isOpen(before));
    if (before !== null) move[before] -= 1;
    move[state] += 1;
  }
  return moves;
};

interface Told {
  state: LineState | null;
  attemptNo: number | null;
}

/** Whether an outcome may come after what stands: doing it twice changes nothing, only `unknown` may still become `sent` or `failed`. */
export const mayFollow = (standing: Told, next: { state: LineState; attemptNo: number | null }): boolean => {
  if (standing.state === null) return true;
  if (standing.state === 'deferred') return standing.attemptNo !== next.attemptNo;
  return standing.state === 'unknown' && (next.state === 'sent' || next.state === 'failed');
};
