import { describe, expect, test } from 'vitest';
import type { VatPart } from '../../../../contract/sales-documents.ts';
import { type Creditable, creditOf, leftOf } from './credited.ts';
import { totalsOf } from './vat.ts';

const line = (quantity: number, priceMinor: number, vatClass: 'standard' | 'zero' = 'standard') => ({
  quantity,
  priceMinor,
  amountMinor: (quantity * priceMinor) / 1000,
  vatClass,
  unit: 'pcs',
});
type Line = ReturnType<typeof line>;

const LINES = [line(4000, 149_900), line(1000, 10_000, 'zero'), line(3000, 33)];
const VAT = totalsOf(LINES, 'domestic', { standard: 2500 }).vat;
const invoice = (over: Partial<Creditable<Line>> = {}): Creditable<Line> => ({
  lines: LINES,
  vat: VAT,
  creditedLines: [0, 0, 0],
  creditedVat: [],
  ...over,
});

describe('what a partial credit note says', () => {
  test.each<[string, (number | null)[], object]>([
    [
      'a whole line as it stands',
      [599_600],
      { position: 1, line: { quantity: 4000, priceMinor: 149_900, unit: 'pcs' } },
    ],
    [
      'whole pieces at their price',
      [299_800],
      { position: 1, line: { quantity: 2000, priceMinor: 149_900, unit: 'pcs' } },
    ],
    ['a part of the amount as one', [50_000], { position: 1, line: { quantity: 1000, priceMinor: 50_000, unit: '' } }],
    ['less than a piece as one', [null, null, 20], { position: 3, line: { quantity: 1000, priceMinor: 20, unit: '' } }],
  ])('%s', (_, amounts, expected) => {
    const { lines } = creditOf(invoice(), amounts);
    expect(lines).toMatchObject([expected]);
    for (const one of lines) expect((one.line.quantity * one.line.priceMinor) / 1000).toBe(one.line.amountMinor);
  });

  test('VAT is that of the lines it takes back, and no more than is left', () => {
    expect(creditOf(invoice(), [null, 10_000])).toMatchObject({
      netMinor: 10_000,
      vatMinor: 0,
      vat: [{ category: 'Z' }],
    });
    expect(creditOf(invoice(), [50_001])).toMatchObject({
      netMinor: 50_001,
      vatMinor: 12_500,
      vat: [{ category: 'S' }],
    });
  });

  test.each([[[50_001, 1, 1, 549_597]], [[1, 1, 1, 599_597]], [[599_600]]])(
    'however a line is cut (%j), all its credits together are the invoice to the cent',
    (cuts) => {
      const creditedVat: VatPart[][] = [];
      const creditedLines = [0, 0, 0];
      let vatMinor = 0;
      for (const cut of [...cuts, 0]) {
        const amounts = cut === 0 ? leftOf({ lines: LINES, creditedLines }) : [cut];
        const credit = creditOf(invoice({ creditedLines, creditedVat }), amounts);
        for (const { position, line } of credit.lines) creditedLines[position - 1]! += line.amountMinor;
        creditedVat.push(credit.vat);
        vatMinor += credit.vatMinor;
      }
      expect(leftOf({ lines: LINES, creditedLines })).toEqual([0, 0, 0]);
      expect(vatMinor).toBe(VAT.reduce((sum, part) => sum + part.vatMinor, 0));
    },
  );

  test('of documents from before classes were kept, the first part stands for every line', () => {
    const [part] = VAT;
    const { classes: _, ...old } = part!;
    expect(creditOf(invoice({ vat: [old] }), [100]).vat).toMatchObject([
      { category: 'S', netMinor: 100, vatMinor: 25 },
    ]);
  });
});
