import type { Database } from './open-database.ts';

/** What a bench compares: ways to do the same work, each run tells how many milliseconds the work took. */
export interface Opened {
  variants: Record<string, () => Promise<number>>;
  close?(): Promise<void>;
}

/** `variant` takes this many times as long as `against`, measured in the same run. */
export interface Ratio {
  variant: string;
  against: string;
  /** More is too slow. */
  limit: number;
}

export interface Bench {
  name: string;
  /** What is compared with what, in a sentence. */
  about: string;
  /** How much work a round does. */
  size: number;
  rounds: number;
  ratios: Record<string, Ratio>;
  open(database: Database, size: number): Promise<Opened>;
}

export interface Result {
  bench: string;
  ratios: Record<string, number>;
  detail: {
    size: number;
    rounds: number;
    limits: Record<string, number>;
    /** Those over their limit. */
    over: string[];
    medianMs: Record<string, number>;
  };
}

/** Runs the variants in turn, so that whatever else the machine does hits all of them, and compares medians. */
export async function runBench(
  bench: Bench,
  database: Database,
  given: { size?: number; rounds?: number } = {},
): Promise<Result> {
  const size = given.size ?? bench.size;
  const rounds = given.rounds ?? bench.rounds;
  const opened = await bench.open(database, size);
  const names = Object.keys(opened.variants);
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  try {
    // The first round warms caches and connections and does not count.
    for (let round = 0; round <= rounds; round += 1) {
      for (const name of inTurn(names, round)) {
        const ms = await opened.variants[name]!();
        if (round > 0) times.get(name)!.push(ms);
      }
    }
  } finally {
    await opened.close?.();
  }
  const medianMs = Object.fromEntries(names.map((name) => [name, rounded(median(times.get(name)!))]));
  return resultOf(bench, { size, rounds, medianMs });
}

function resultOf(bench: Bench, measured: { size: number; rounds: number; medianMs: Record<string, number> }): Result {
  const entries = Object.entries(bench.ratios);
  const ratios = Object.fromEntries(
    entries.map(([name, { variant, against }]) => [
      name,
      rounded(measured.medianMs[variant]! / measured.medianMs[against]!),
    ]),
  );
  const limits = Object.fromEntries(entries.map(([name, { limit }]) => [name, limit]));
  const over = Object.keys(ratios).filter((name) => !(ratios[name]! <= limits[name]!));
  return { bench: bench.name, ratios, detail: { ...measured, limits, over } };
}

/** Each round begins with another variant. */
function inTurn(names: string[], round: number): string[] {
  const first = round % names.length;
  return [...names.slice(first), ...names.slice(0, first)];
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const rounded = (value: number) => Number(value.toPrecision(4));

/** How long an act takes, in milliseconds. */
export async function timed(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}
