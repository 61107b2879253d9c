import { describe, expect, it } from 'vitest';
import { masked } from './masked.ts';

describe('a masked address', () => {
  it.each([
    ['anna.berg@example.com', 'a•••@e•••.com'],
    ['x@example.co.uk', '•••@e•••.uk'],
    ['𝒜nna@blåbær.no', '𝒜•••@b•••.no'],
    ['+4791234567', '•••67'],
    ['112', '•••'],
    ['', '•••'],
  ])('of %j is %j', (address, shown) => {
    expect(masked(address)).toBe(shown);
  });
});
