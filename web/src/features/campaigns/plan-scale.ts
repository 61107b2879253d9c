/** Days of a time line: so many marks at most. */
const MARKS = 6;
const DAY_MS = 86_400_000;
const STEPS = [1, 2, 7, 14, 30, 61, 91, 182, 365, 730];

export interface PlanScale {
  /** Where a moment stands, in percent of the width. */
  placeOf: (moment: string) => number;
  marks: readonly string[];
}

/** A time line that holds all of the moments, with some room on both sides; null without any. */
export function scaleOf(moments: readonly string[]): PlanScale | null {
  if (moments.length === 0) return null;
  const times = moments.map((moment) => Date.parse(moment));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const room = Math.max((last - first) * 0.06, DAY_MS / 2);
  const [from, until] = [first - room, last + room];
  const days = (until - from) / DAY_MS;
  const step = STEPS.find((size) => days / size <= MARKS) ?? Math.ceil(days / MARKS);
  const marks: string[] = [];
  for (let at = Math.ceil(from / DAY_MS) * DAY_MS; at <= until; at += step * DAY_MS)
    marks.push(new Date(at).toISOString());
  return { placeOf: (moment) => ((Date.parse(moment) - from) / (until - from)) * 100, marks };
}
