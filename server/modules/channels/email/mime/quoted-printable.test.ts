import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeHtml } from '../../../content/index.ts';
import { encode, joinable, QuotedPrintableSink } from './quoted-printable.ts';

const decode = (wire: string): string => {
  const joined = wire.replace(/=\r\n/g, '');
  return Buffer.from(
    joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
};

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        '\n',
        ' ',
        '  \n',
        '.',
        '\n.\n',
        '..x',
        `${'y'.repeat(75)}.`,
        '=',
        'æ',
        '👩‍👩‍👧',
        'word ',
        '\t',
        'x'.repeat(80),
      ),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join('')),
);
const canonical = (value: string) => value.replace(/\r\n?/g, '\n').replace(/\n/g, '\r\n');

const expectLawful = (wire: string) => {
  for (const line of wire.split('\r\n')) {
    expect(line.length).toBeLessThanOrEqual(76);
    expect(line).toMatch(/^[\t\x20-\x7e]*$/);
    expect(line).not.toMatch(/[ \t]$/);
    // SMTP would take one for the end, or double its dot.
    expect(line).not.toMatch(/^\./);
  }
  expect(wire.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
};

test('F38: whatever is written comes out of quoted-printable as it was, on lines of at most 76', () => {
  fc.assert(
    fc.property(text, (value) => {
      const { wire, lead, tail, single } = encode(value);
      expectLawful(wire);
      expect(decode(wire)).toBe(canonical(value));
      const lines = wire.split('\r\n');
      expect(single).toBe(lines.length === 1);
      expect(lead).toBe(lines[0]!.replace(/=$/, '').length);
      expect(tail).toBe(lines.at(-1)!.length);
    }),
    { numRuns: 500 },
  );
});

test('F38: fixed texts encoded beforehand and values put between them read as one', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ fixed: text, value: text }), { maxLength: 8 }), (parts) => {
      const sink = new QuotedPrintableSink(
        parts.map(({ fixed }) => encode(fixed)),
        '',
        (value) => value,
      );
      for (const [no, { value }] of parts.entries()) {
        sink.text(no);
        // What comes again is not looked at again.
        sink.value(value);
        sink.value(value);
      }
      expectLawful(sink.out);
      // A lone CR at the end of one part and a LF at the start of the next stay two line breaks.
      const expected = parts.map(({ fixed, value }) => canonical(fixed) + canonical(value) + canonical(value));
      expect(decode(sink.out)).toBe(expected.join(''));
    }),
    { numRuns: 500 },
  );
});

test('F38: a value is escaped where HTML wants it, and stands as it is elsewhere', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'abø .=&<>"\''), maxLength: 30 });
  fc.assert(
    fc.property(fc.array(signs), (values) => {
      const [html, plain] = [escapeHtml, (value: string) => value].map((escaped) => {
        const sink = new QuotedPrintableSink([], '', escaped);
        for (const value of values) sink.value(value);
        return sink.out;
      });
      expect(decode(html!)).toBe(values.map(escapeHtml).join(''));
      expect(decode(plain!)).toBe(values.join(''));
    }),
  );
});

test('F38, O07: texts laid out beforehand around the token are what they were piece by piece', () => {
  const token = fc.string({ unit: fc.constantFrom(...'abcXYZ019_-'), minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(
      fc.string({ maxLength: 90 }),
      fc.array(text, { minLength: 2, maxLength: 8 }),
      text,
      token,
      (before, texts, after, token) => {
        const [first = '', ...rest] = texts;
        const encoded = [`${first}\n`, ...rest].map(encode);
        const joined = joinable(encoded, token.length);
        const written = (put: (sink: QuotedPrintableSink) => void) => {
          const sink = new QuotedPrintableSink(
            joined === null ? encoded : [...encoded, joined],
            token,
            (value) => value,
          );
          sink.value(before);
          put(sink);
          sink.value(after);
          return sink.out;
        };
        const pieceByPiece = written((sink) => {
          for (const no of encoded.keys()) {
            if (no > 0) sink.value(token);
            sink.text(no);
          }
        });
        expect(written((sink) => sink.text(encoded.length))).toBe(pieceByPiece);
      },
    ),
    { numRuns: 500 },
  );
  expect(joinable([encode('of one line'), encode('\n')], 32)).toBeNull();
});
