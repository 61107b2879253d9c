import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evenGroups } from './even-groups.ts';

test('O13: cuts lines into as few groups as may be, none larger than asked, of nearly the same size', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 30 }), (all, most) => {
      const groups = evenGroups(all, most);
      expect(groups.flat()).toEqual(all);
      expect(groups).toHaveLength(Math.ceil(all.length / most));
      const sizes = groups.map(({ length }) => length);
      expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(most);
      if (sizes.length > 0) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});
