import type { ErrorCode } from '../../../../../contract/messages/index.ts';

/** A text that is no valid template; `at` is the offset in the source. */
export class TemplateError extends Error {
  readonly code: ErrorCode;
  readonly at: number;
  readonly params: Record<string, string | number>;

  constructor(code: ErrorCode, at: number, params: Record<string, string | number> = {}) {
    super(`${code} at ${at} ${JSON.stringify(params)}`);
    this.code = code;
    this.at = at;
    this.params = params;
  }
}

/** Line and column (both from 1) of an offset. */
export const placeOf = (source: string, at: number): { line: number; column: number } => {
  const before = source.slice(0, at).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

/** The known name that is most like the one written; undefined when none is near. */
export const nearest = (written: string, known: Iterable<string>): string | undefined => {
  const name = written.slice(0, 80).toLowerCase();
  let best: { name: string; distance: number } | undefined;
  for (const candidate of known) {
    const away = distance(name, candidate.toLowerCase());
    const tail = candidate.split('.').at(-1) === name.split('.').at(-1) ? 1 : away;
    const score = Math.min(away, tail + 1);
    if (!best || score < best.distance) best = { name: candidate, distance: score };
  }
  return best && best.distance <= Math.max(2, Math.floor(name.length / 3)) ? best.name : undefined;
};
