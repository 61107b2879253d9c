/** A run that draws from a limit together with others. */
export interface Contender {
  run: string;
  /** What it has drawn; only the difference to the others counts. */
  count: number;
  /** Until then (milliseconds of the database's clock) its part is kept for it; its last draw, where it got all that it asked for. */
  until: number;
}

/** So long after it may ask again its part is kept for a run: it looks four times a second, and a busy machine is slower. */
const KEPT_MS = 2_000;

/** Who has not asked for so long has no part in what is counted. */
const FORGOTTEN_MS = 60_000;

/** How much of `room` falls to the one that has had `mine` so that all come as even as can be; the odd one to whoever asks. */
export const partOf = (room: number, mine: number, others: readonly number[]): number => {
  const counts = [mine, ...others];
  const toRaiseAllTo = (level: number) => counts.reduce((sum, count) => sum + Math.max(0, level - count), 0);
  const raised = counts.filter((count) => toRaiseAllTo(count) < room);
  const level = (room + raised.reduce((sum, count) => sum + count, 0)) / raised.length;
  return Math.min(room, Math.ceil(Math.max(0, level - mine)));
};

/**
 * What a run is taken to have had. Who comes anew begins even with the one that has had most, and nobody is behind by more than there is
 * room for: what was not asked for is not owed.
 */
const hadBy = (run: string, contenders: readonly Contender[], room: number): number => {
  const most = Math.max(...contenders.filter((one) => one.run !== run).map(({ count }) => count));
  if (most === Number.NEGATIVE_INFINITY) return contenders.find((one) => one.run === run)?.count ?? 0;
  return Math.max(contenders.find((one) => one.run === run)?.count ?? most, most - room);
};

/** How much of the room a run may draw now, whoever asks first: the part of those that wait is kept for them. */
export const roomFor = (run: string, room: number, contenders: readonly Contender[], now: number): number => {
  const waiting = contenders.filter((one) => one.run !== run && one.until > now);
  if (waiting.length === 0 || room <= 0) return room;
  const others = waiting.map((one) => hadBy(one.run, contenders, room));
  return partOf(room, hadBy(run, contenders, room), others);
};

/** After a run drew `count` of `room`. `again`: when it may ask for what it did not get; null: it got all. */
export const afterContending = (
  contenders: readonly Contender[],
  { run, room, count, again }: { run: string; room: number; count: number; again: number | null },
  now: number,
): Contender[] => {
  const known = contenders.filter((one) => one.until > now - FORGOTTEN_MS);
  const drawn = { run, count: hadBy(run, known, room) + count, until: again === null ? now : again + KEPT_MS };
  return [...known.filter((one) => one.run !== run), drawn];
};
