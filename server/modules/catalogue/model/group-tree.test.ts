import { expect, test } from 'vitest';
import { placeProblem } from './group-tree.ts';

const groups = [
  { id: 'tyres', parentId: null },
  { id: 'winter', parentId: 'tyres' },
  { id: 'studded', parentId: 'winter' },
  { id: '17 inch', parentId: 'studded' },
  { id: 'service', parentId: null },
  { id: 'oil', parentId: 'service' },
];

test.each<[string, string | null, string | null, ReturnType<typeof placeProblem>]>([
  ['a new group at the top', null, null, null],
  ['a new group on the fourth level', null, 'studded', null],
  ['a new group on the fifth level', null, '17 inch', 'group_too_deep'],
  ['under itself', 'tyres', 'tyres', 'group_cycle'],
  ['under what is inside it', 'tyres', '17 inch', 'group_cycle'],
  ['back to the top', 'winter', null, null],
  ['where it fits with all that is inside it', 'winter', 'service', null],
  ['where what is inside it would be too deep', 'winter', 'oil', 'group_too_deep'],
  ['under a group that is gone', 'oil', 'gone', 'unknown_group'],
])('%s', (_, id, parentId, expected) => {
  expect(placeProblem(groups, id, parentId)).toBe(expected);
});
