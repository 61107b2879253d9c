import { expect, test } from 'vitest';
import { unitCodeOf } from './unit-code.ts';

test.each([
  ['pcs', 'H87'],
  ['Stk.', 'H87'],
  ['godz.', 'HUR'],
  ['kg', 'KGM'],
  ['m²', 'MTK'],
  ['× 1000 parts', 'MIL'],
  ['bouquet', 'C62'],
  ['', 'C62'],
  ['constructor', 'C62'],
])('%s is %s of Recommendation 20', (unit, code) => {
  expect(unitCodeOf(unit)).toBe(code);
});
