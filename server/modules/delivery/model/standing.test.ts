import { expect, test } from 'vitest';
import { judgeStanding, type Standing } from './standing.ts';

const standing = (over: Partial<Standing> = {}): Standing => ({
  lineage: 'ours',
  epoch: 10n,
  held: false,
  trusted: false,
  vouched: false,
  ...over,
});
const seen = (epoch: bigint, lineage = 'ours') => ({ lineage, epoch });

test.each([
  ['a database that has never sent, from a new folder', standing({ epoch: 0n }), null, 'may_send'],
  ['the folder that sent last', standing(), seen(10n), 'may_send'],
  ['a folder that was away for a while', standing(), seen(3n), 'may_send'],
  ['F30: a database older than the folder remembers', standing(), seen(11n), 'behind'],
  [
    'F30: the same, though somebody trusted the worker before',
    standing({ trusted: true, vouched: true }),
    seen(11n),
    'behind',
  ],
  ['F30: a folder that knows nothing', standing(), null, 'stranger'],
  ['a folder that knows another database', standing(), seen(99n, 'other'), 'stranger'],
  ['a new host beside a live worker', standing({ vouched: true }), null, 'may_send'],
  ['a new host that an administrator vouched for', standing({ trusted: true }), null, 'may_send'],
  ['F30: while another worker holds everything', standing({ held: true, trusted: true }), seen(10n), 'held'],
] as const)('%s', (_case, database, folder, verdict) => {
  expect(judgeStanding(database, folder)).toBe(verdict);
});
