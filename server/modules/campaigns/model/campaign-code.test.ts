import { expect, it } from 'vitest';
import { nextCode } from './campaign-code.ts';

it.each<[string, readonly string[], string]>([
  ['the first of the year', [], '2026-001'],
  ['after the highest, not in a gap', ['2026-001', '2026-014'], '2026-015'],
  ['past a thousand', ['2026-999'], '2026-1000'],
  ['codes of one’s own do not count', ['2026-easter', 'spring', '2025-077'], '2026-001'],
])('suggests a code: %s', (_, taken, code) => expect(nextCode(2026, taken)).toBe(code));
