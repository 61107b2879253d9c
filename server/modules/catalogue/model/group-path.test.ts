import { expect, test } from 'vitest';
import { groupPath } from './group-path.ts';

test.each([
  ['Tyres', 'Tyres'],
  ['Tyres / Winter tyres', 'Tyres / Winter tyres'],
  ['Tyres>Winter >  Studded', 'Tyres / Winter / Studded'],
  ['Pads/discs', 'Pads/discs'],
  [' / Tyres / ', 'Tyres'],
  ['1 > 2 > 3 > 4', '1 / 2 / 3 / 4'],
  ['1 > 2 > 3 > 4 > 5', null],
])('%s is the path %s', (written, path) => expect(groupPath(written)).toBe(path));
