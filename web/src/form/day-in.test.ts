import dayjs from 'dayjs';
import 'dayjs/locale/fr';
import 'dayjs/locale/nb';
import 'dayjs/locale/pl';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../i18n/languages.ts';
import { dayIn } from './day-in.ts';

const EVERYWHERE: [string, string | null][] = [
  ['05.03.2027', '2027-03-05'],
  ['5.3.2027', '2027-03-05'],
  ['5. 3. 2027', '2027-03-05'],
  ['5/3 2027', '2027-03-05'],
  ['05/03/2027', '2027-03-05'],
  ['5-3-2027', '2027-03-05'],
  ['5 3 2027', '2027-03-05'],
  [' 05.03.27 ', '2027-03-05'],
  ['31.12.99', '2099-12-31'],
  ['2027-03-05', '2027-03-05'],
  ['2027-3-5', '2027-03-05'],
  ['2027/03/05', '2027-03-05'],
  ['29.02.2028', '2028-02-29'],
  ['29.02.2027', null],
  ['31.02.2027', null],
  ['03.13.2027', null],
  ['00.03.2027', null],
  ['05.00.2027', null],
  ['32.01.2027', null],
  ['2027-02-31', null],
  ['0202-01-01', null],
  ['05.03.202', null],
  ['5.3', null],
  ['2', null],
  ['202', null],
  ['2027', null],
  ['soon', null],
  ['5 foo 2027', null],
  ['', null],
];

const NAMED: Record<(typeof LANGUAGES)[number], [string, string | null][]> = {
  en: [
    ['5 March 2027', '2027-03-05'],
    ['5 Mar 2027', '2027-03-05'],
    ['5th of March 2027', null],
    ['5th march, 2027', '2027-03-05'],
    ['March 5, 2027', '2027-03-05'],
    ['5-mar-27', '2027-03-05'],
    ['1 Sept 2027', '2027-09-01'],
    ['31 Feb 2027', null],
    ['5 Ju 2027', null],
  ],
  nb: [
    ['5. mars 2027', '2027-03-05'],
    ['5 mars 27', '2027-03-05'],
    ['17. mai 2027', '2027-05-17'],
    ['1. des. 2027', '2027-12-01'],
    ['31. februar 2027', null],
  ],
  pl: [
    ['5 marca 2027', '2027-03-05'],
    ['5 marzec 2027', '2027-03-05'],
    ['5 mar 2027', '2027-03-05'],
    ['1 października 2027', '2027-10-01'],
    ['1 pazdziernika 2027', '2027-10-01'],
    ['31 lutego 2027', null],
  ],
  fr: [
    ['5 mars 2027', '2027-03-05'],
    ['1er août 2027', '2027-08-01'],
    ['1 aout 2027', '2027-08-01'],
    ['5 févr. 2027', '2027-02-05'],
    ['3 juin 2027', '2027-06-03'],
    ['3 juil. 2027', '2027-07-03'],
    ['3 jui 2027', null],
    ['31 février 2027', null],
  ],
};

describe.each(LANGUAGES)('a day typed in %s', (language) => {
  test.each([...EVERYWHERE, ...NAMED[language]])('%j is %s', (typed, day) => {
    expect(dayIn(typed, language)).toBe(day);
  });

  test('as the field itself writes it', () => {
    const days = Array.from({ length: 12 }, (_, at) => `2027-${String(at + 1).padStart(2, '0')}-05`);
    expect(days.map((day) => dayIn(dayjs(day).locale(language).format('D MMM YYYY'), language))).toEqual(days);
  });
});
