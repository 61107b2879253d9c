import { expect, test } from 'vitest';
import { barsOf, readReturnCode, returnCode, spacedCode } from './return-code.ts';

test('a code has two digits by which a mistake is found', () => {
  const code = returnCode(42);
  expect(code).toMatch(/^0000000042\d\d$/);
  expect(readReturnCode(spacedCode(code))).toBe(code);
  for (let place = 0; place < code.length; place += 1) {
    const wrong = code.slice(0, place) + ((Number(code[place]) + 1) % 10) + code.slice(place + 1);
    expect(readReturnCode(wrong), wrong).toBeNull();
  }
  const swapped = returnCode(1_234_567_890).replace('12', '21');
  expect(readReturnCode(swapped)).toBeNull();
});

test.each(['', 'abc', '123', '12 34'])('%j is no code', (typed) => {
  expect(readReturnCode(typed)).toBeNull();
});

// The example of ISO/IEC 15417 for set C: start, pairs, the check sign and the stop sign, each of eleven modules, the stop of thirteen.
test('bars are as wide as the standard says', () => {
  const bars = barsOf('123456');
  const signs = (bars.length - 7) / 6;
  expect(signs).toBe(5);
  expect(bars.slice(0, 6)).toEqual([2, 1, 1, 2, 3, 2]);
  expect(bars.slice(6, 12)).toEqual([1, 1, 2, 2, 3, 2]);
  // 105 + 1·12 + 2·34 + 3·56 = 353, and 353 mod 103 = 44.
  expect(bars.slice(24, 30)).toEqual([1, 3, 2, 1, 3, 1]);
  for (let sign = 0; sign < signs; sign += 1) {
    expect(bars.slice(sign * 6, sign * 6 + 6).reduce((sum, width) => sum + width)).toBe(11);
  }
});
