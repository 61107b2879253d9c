import type { Database } from './open-database.ts';

/** What a round of work took: time that passed, and time of the processor where a bench measures it. */
export interface Taken {
  ms: number;
  cpuMs: number;
}

/** What a bench compares: ways to do the same work, each run tells how many milliseconds the work took. */
export interface Opened {
  variants: Record<string, () => Promise<number | Taken>>;
  /** What is told as it is, found out after the last round: memory at its peak, milliseconds of one answer. */
  figures?: Record<string, () => number | Promise<number>>;
  close?(): Promise<void>;
}

/** `variant` takes this many times as long as `against`, measured in the same run; without them a figure of this name is told as it is. */
export interface Ratio {
  variant?: string;
  against?: string;
  /** Milliseconds of the processor rather than of the clock. */
  of?: keyof Taken;
  /** More is too slow. */
  limit?: number;
  /** Less is too slow: here `variant` is what we measure ourselves by. */
  atLeast?: number;
}

export interface Bench {
  name: string;
  /** What is compared with what, in a sentence. */
  about: string;
  /** Programs of the machine without which it cannot run. */
  programs?: readonly string[];
  /** How much work a round does. */
  size: number;
  rounds: number;
  /** A round that does not count comes first, unless rounds take minutes. */
  warmUp?: boolean;
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
    /** What must be reached. */
    goals: Record<string, number>;
    /** Those beyond their limit or short of their goal. */
    over: string[];
    medianMs: Record<string, number>;
    medianCpuMs: Record<string, number>;
  };
}

/** Runs the variants in turn, so that whatever else the machine does hits all of them, and compares medians. */
export async function runBench(
  bench: Bench,
  database: Database,
  given: { size?: number; rounds?: number; only?: readonly string[]; warmUp?: boolean } = {},
): Promise<Result> {
  const size = given.size ?? bench.size;
  const rounds = given.rounds ?? bench.rounds;
  const opened = await bench.open(database, size);
  const names = Object.keys(opened.variants).filter((name) => given.only?.includes(name) ?? true);
  const taken = new Map<string, Taken[]>(names.map((name) => [name, []]));
  const figures: Record<string, number> = {};
  try {
    // The first round warms caches and connections and does not count.
    for (let round = (given.warmUp ?? bench.warmUp) === false ? 1 : 0; round <= rounds; round += 1) {
      for (const name of inTurn(names, round)) {
        const took = await opened.variants[name]!();
        if (round > 0) taken.get(name)!.push(typeof took === 'number' ? { ms: took, cpuMs: Number.NaN } : took);
      }
    }
    for (const [name, find] of Object.entries(opened.figures ?? {}))
      if (given.only?.includes(name) ?? true) figures[name] = await find();
  } finally {
    await opened.close?.();
  }
  const medians = (of: keyof Taken) =>
    Object.fromEntries(names.map((name) => [name, rounded(median(taken.get(name)!.map((one) => one[of])))]));
  return resultOf(bench, { size, rounds, medianMs: medians('ms'), medianCpuMs: medians('cpuMs') }, figures);
}

function resultOf(
  bench: Bench,
  measured: Pick<Result['detail'], 'size' | 'rounds' | 'medianMs' | 'medianCpuMs'>,
  figures: Record<string, number>,
): Result {
  const entries = Object.entries(bench.ratios).filter(([name, { variant, against }]) =>
    variant === undefined || against === undefined
      ? name in figures
      : variant in measured.medianMs && against in measured.medianMs,
  );
  const ratios = Object.fromEntries(
    entries.map(([name, { variant, against, of }]) => {
      const medians = of === 'cpuMs' ? measured.medianCpuMs : measured.medianMs;
      const told = variant && against ? medians[variant]! / medians[against]! : figures[name]!;
      return [name, rounded(told)];
    }),
  );
  const told = (which: 'limit' | 'atLeast') =>
    Object.fromEntries(entries.flatMap(([name, ratio]) => (ratio[which] === undefined ? [] : [[name, ratio[which]]])));
  const over = entries
    .filter(([name, { limit = Number.POSITIVE_INFINITY, atLeast = 0 }]) => {
      const ratio = ratios[name]!;
      return !(ratio <= limit && ratio >= atLeast);
    })
    .map(([name]) => name);
  return { bench: bench.name, ratios, detail: { ...measured, limits: told('limit'), goals: told('atLeast'), over } };
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
