import type { ReportedTest } from './report.ts';

export const WAYS = ['through the interface', 'over the API', 'in a journey'] as const;
export type Way = (typeof WAYS)[number];

export interface Proven<Id> {
  id: Id;
  ways: Set<Way>;
}

/** The ids that stand in the names of passed tests, in the order of the list. A failed test that names an id takes the proof away. */
export function provenIn<Id extends string>(
  tests: ReportedTest[],
  ids: readonly Id[],
  speaksHttp: (file: string) => boolean,
): Proven<Id>[] {
  return ids.flatMap((id) => {
    const naming = tests.filter((test) => idsIn(test.name).includes(id));
    const passed = naming.filter((test) => test.status === 'passed');
    if (passed.length === 0 || naming.some((test) => test.status === 'failed')) return [];
    return [{ id, ways: new Set(passed.flatMap(({ file }) => waysOf(file, speaksHttp))) }];
  });
}

/** `Q20–Q22: …` names three rows. */
export function idsIn(name: string): string[] {
  const range = /\b([QEOA])(\d\d)(?:\s*[–-]\s*\1(\d\d))?\b/g;
  return [...name.matchAll(range)].flatMap(([, letter, from, to]) => {
    const first = Number(from);
    const length = Math.max(1, Number(to ?? from) - first + 1);
    return Array.from({ length }, (_, step) => `${letter}${String(first + step).padStart(2, '0')}`);
  });
}

function waysOf(file: string, speaksHttp: (file: string) => boolean): Way[] {
  if (file.startsWith('tests/browser/')) return ['through the interface'];
  if (file.startsWith('tests/journeys/')) return ['over the API', 'in a journey'];
  return speaksHttp(file) ? ['over the API'] : [];
}
