import type { Ids } from '../../server/platform/ids.ts';

/** Valid uuids v7 that count up: 00000000-0000-7000-8000-000000000001, … */
export function countingIds(): Ids {
  let last = 0;
  return {
    next: () => {
      last += 1;
      return `00000000-0000-7000-8000-${String(last).padStart(12, '0')}`;
    },
  };
}
