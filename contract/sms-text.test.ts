import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { countSms, plainSms } from './sms-text.ts';

const lengths = (text: string) => countSms(text).parts.map(({ length }) => length);

describe('Q17: the parts of an SMS', () => {
  test.each<[string, string, number[]]>([
    ['nothing', '', [0]],
    ['160 characters', 'a'.repeat(160), [160]],
    ['161 characters', 'a'.repeat(161), [153, 8]],
    ['306 characters', 'a'.repeat(306), [153, 153]],
    ['307 characters', 'a'.repeat(307), [153, 153, 1]],
    ['letters of the alphabet that others lack', 'æøåÆØÅäöüñéèàùß'.repeat(10), [150]],
    ['80 that count two', '€'.repeat(80), [80]],
    ['81 that count two', '€'.repeat(81), [76, 5]],
    ['an escape that would be cut from its character', `${'a'.repeat(152)}€${'a'.repeat(20)}`, [152, 21]],
    ['70 of another script', 'я'.repeat(70), [70]],
    ['71 of another script', 'я'.repeat(71), [67, 4]],
    ['a pair that would be cut in half', `${'я'.repeat(66)}😀${'я'.repeat(9)}`, [66, 11]],
    ['lines that end in two characters', 'a\r\nb', [3]],
  ])('%s', (_, text, expected) => {
    expect(lengths(text)).toEqual(expected);
  });

  it('names what forces the wider encoding, each once', () => {
    const { encoding, forcing } = countSms('Cześć, „Łódź” — ł');
    expect([encoding, forcing]).toEqual(['ucs2', ['ś', 'ć', '„', 'Ł', 'ó', 'ź', '”', '—', 'ł']]);
    expect(countSms('Hei, Bjørn! 20 % [i dag] ~ 5 €').forcing).toEqual([]);
  });

  it('tells how many more fit', () => {
    expect(countSms('a'.repeat(150)).left).toBe(10);
    expect(countSms('a'.repeat(161)).left).toBe(145);
    expect(countSms(`я${'a'.repeat(60)}`).left).toBe(9);
  });

  it('F38: loses nothing and halves no character, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { parts, encoding } = countSms(text);
        expect(parts.join('')).toBe(text.replace(/\r\n?/g, '\n'));
        const room = encoding === 'ucs2' ? 70 : 160;
        const isWhole = (part: string) => part.length <= room && !/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(part);
        expect(parts.filter((part) => !isWhole(part))).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});

describe('making it plain', () => {
  test.each([
    ['“Hei” – 20 % …', '"Hei" - 20 % ...'],
    ['Zażółć gęślą jaźń', 'Zazolc gesla jazn'],
    ['L’été à Nîmes', "L'été à Nimes"],
    ['blåbær', 'blåbær'],
    ['5 €', '5 €'],
  ])('%s', (written, plain) => {
    expect(plainSms(written).text).toBe(plain);
  });

  it('leaves what nothing can stand for, and tells each change once', () => {
    expect(plainSms('“a” “b” 😀')).toEqual({
      text: '"a" "b" 😀',
      changes: [
        { from: '“', to: '"' },
        { from: '”', to: '"' },
      ],
    });
  });
});
