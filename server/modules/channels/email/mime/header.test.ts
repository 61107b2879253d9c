import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { header, mailbox } from './header.ts';

const subjectOf = async (line: string) => (await PostalMime.parse(`${line}\r\nbody\r\n`)).subject;

test('F38: a subject of any letters reads as it was written', async () => {
  const subjects = [
    'Ærlig talt – 50 % på alt',
    '👩‍👩‍👧‍👦'.repeat(30),
    'שלום עולם '.repeat(12).trim(),
    'plain',
    '=?UTF-8?Q?no?=',
    `${'e\u0301'.repeat(60)}`,
    'a  b',
    'x'.repeat(300),
  ];
  for (const subject of subjects) expect(await subjectOf(header('Subject', subject))).toBe(subject);
});

test('a header stays one header, its lines short, its words whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (value) => {
      const line = header('Subject', value);
      expect(line.endsWith('\r\n')).toBe(true);
      for (const [index, part] of line.slice(0, -2).split('\r\n').entries()) {
        expect(part.length).toBeLessThanOrEqual(76);
        expect(part).toMatch(index === 0 ? /^Subject: / : /^ \S/);
        for (const word of part.match(/=\?UTF-8\?B\?[^?]*\?=/g) ?? []) {
          expect(word.length).toBeLessThanOrEqual(75);
          const bytes = Buffer.from(word.slice(10, -2), 'base64');
          expect(Buffer.from(bytes.toString('utf8'), 'utf8').equals(bytes)).toBe(true);
        }
      }
    }),
  );
});

test('line breaks in a name or subject make no new header', () => {
  expect(header('Subject', 'Hi\r\nBcc: all@example.com')).toBe('Subject: Hi Bcc: all@example.com\r\n');
  expect(mailbox('Eve\r\nBcc: all@example.com', 'us@example.com')).toBe('"Eve Bcc: all@example.com" <us@example.com>');
});

test('F38: signs that turn the direction of writing are taken out of a From name', () => {
  expect(mailbox('\u202Emoc.knab\u202C', 'us@example.com')).toBe('"moc.knab" <us@example.com>');
});
