import { describe, expect, it } from 'vitest';
import { readSuppressionList, readTarget } from './suppression-list.ts';

const FALLBACK = { channel: 'all', purposeClass: 'marketing' } as const;
const read = (text: string) => readSuppressionList(text, FALLBACK);

describe('what a line means', () => {
  it.each([
    [' Anna.Berg@Example.COM ', 'address', 'anna.berg@example.com'],
    ['post@blåbær.no', 'address', 'post@xn--blbr-roah.no'],
    ['@Example.com', 'domain', 'example.com'],
    ['example.co.uk', 'domain', 'example.co.uk'],
    ['+47 22 12 34 56', 'number', '+4722123456'],
    ['+48 (22) 123-45-67', 'number', '+48221234567'],
  ])('%j is the %s %s', (text, kind, value) => {
    expect(readTarget(text)).toEqual({ kind, value });
  });

  it.each([
    '',
    'anna',
    'anna@',
    '@',
    'a b@example.com',
    '22 12 34 56',
    '+1',
    'example',
    'a\0@example.com',
    '=cmd|calc',
  ])('%j is nothing to suppress', (text) => {
    expect(readTarget(text)).toBeNull();
  });
});

describe('a pasted list', () => {
  it('takes one a line, and says which it refused', async () => {
    const { rows, accepted, refused } = await read('anna@example.com\n\n  nonsense\r\n@example.org\n');
    expect(rows).toBe(3);
    expect(accepted.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'address anna@example.com',
      'domain example.org',
    ]);
    expect(refused).toEqual([{ line: 3, value: 'nonsense', code: 'not_suppressible', params: { value: 'nonsense' } }]);
  });

  it.each([',', ';', '\t'])('takes CSV with a heading, separated by %j', async (separator) => {
    const row = (...cells: string[]) => cells.join(separator);
    const { accepted, refused } = await read(
      [
        row('\ufeffE-mail', 'Note', 'Channel', 'Purpose'),
        row('anna@example.com', '"said ""no"" on\nthe phone"', 'SMS', 'all'),
        row('bo@example.com', '', '', ''),
        row('cy@example.com', '', 'pigeon', ''),
        row('di@example.com', '', '', 'fun'),
      ].join('\r\n'),
    );
    expect(accepted).toEqual([
      {
        kind: 'address',
        value: 'anna@example.com',
        channel: 'sms',
        purposeClass: 'all',
        note: 'said "no" on\nthe phone',
      },
      { kind: 'address', value: 'bo@example.com', channel: 'all', purposeClass: 'marketing', note: '' },
    ]);
    expect(refused.map(({ line, code }) => [line, code])).toEqual([
      [5, 'unknown_channel'],
      [6, 'unknown_purpose'],
    ]);
  });

  it('A7: reads back what an export made harmless for spreadsheets', async () => {
    const { accepted } = await read("value,note\n'+4722123456,'=1+1\n'-x@example.com,it's");
    expect(accepted.map(({ value, note }) => [value, note])).toEqual([
      ['+4722123456', '=1+1'],
      ['-x@example.com', "it's"],
    ]);
  });

  it.each([
    ['', 'text: nothing_to_import'],
    [' \n\n', 'text: nothing_to_import'],
    ['value\n"anna@example.com', 'text: csv_unreadable'],
  ])('refuses %j as a whole', async (text, error) => {
    await expect(read(text)).rejects.toThrow(error);
  });
});
