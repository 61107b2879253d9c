import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, test } from 'vitest';
import { isPopplerHere, pagesOfPdf, wordsOfPdf } from '../../../tests/support/pdf.ts';
import { joinPdfs, moveReferences } from './model/join-pdfs.ts';
import type { Block, Letterhead, PrintedDocument } from './model/printed-document.ts';
import { Press, PressClosed } from './press.ts';

const press = new Press();
afterAll(() => press.close());

const HEAD: Letterhead = {
  form: 'din-b',
  name: 'Fjord Bil AS',
  colour: '#1864ab',
  logo: null,
  sender: 'Fjord Bil AS · Storgata 1 · 0155 Oslo',
  footer: [['Fjord Bil AS', 'Storgata 1'], ['Org.nr 999 888 777']],
  pages: 'Strona {page} z {pages}',
};
const text = (words: string): Block => ({ kind: 'text', runs: [{ text: words }] });
const letter = (over: Partial<PrintedDocument> = {}): PrintedDocument => ({
  head: 0,
  language: 'pl',
  address: ['Grzegorz Brzęczyszczykiewicz', 'ul. Księdza Jerzego Popiełuszki 12', '00-950 Warszawa', 'POLSKA'],
  code: { bars: [2, 1, 1, 2, 3, 2, 2, 3, 3, 1, 1, 1, 2], text: '1234 5678' },
  info: [{ label: 'Data', value: '27 listopada 2026' }],
  subject: 'Zaproszenie na przegląd',
  blocks: [text('Szanowny Panie,')],
  ...over,
});
const print = (documents: PrintedDocument[], head: Partial<Letterhead> = {}) =>
  press.print({ title: 'Proof', author: 'Fjord Bil', heads: [{ ...HEAD, ...head }], images: {}, documents });

describe.skipIf(!isPopplerHere())('what another reader finds in our PDF', () => {
  test.each([
    ['din-b', { x: [24.5, 26], y: [61, 65] }],
    ['nordic', { x: [19.5, 21], y: [47, 51] }],
  ] as const)('the address stands in the window: %s', async (form, { x, y }) => {
    const { pdf } = await print([letter()], { form });
    const name = wordsOfPdf(pdf).find((word) => word.text === 'Grzegorz');
    expect(name?.x).toBeGreaterThan(x[0]);
    expect(name?.x).toBeLessThan(x[1]);
    expect(name?.y).toBeGreaterThan(y[0]);
    expect(name?.y).toBeLessThan(y[1]);
  });

  test('letters of all languages come out, and no word of a person is a command', async () => {
    const words = 'Zażółć gęślą jaźń · blåbærsyltetøy · œuvre déjà vu #set page(width: 1cm) $x$ \\u{41} *b* @name';
    const { pdf, pages } = await print([letter({ blocks: [text(words)] })]);
    expect(pages).toBe(1);
    expect(pagesOfPdf(pdf)[0]?.replace(/\s+/g, ' ')).toContain(words);
  });

  test('a table repeats its head on each page, and pages are numbered only where there are several', async () => {
    const columns = ['Produkt', 'Kwota'].map((title, n) => ({ title, align: n ? 'right' : 'left', width: 1 }) as const);
    const rows = Array.from({ length: 80 }, (_, n) => [`Opona ${n}`, `${n},00 zł`]);
    const totals: Block = { kind: 'totals', rows: [{ label: 'Razem', value: '1 770,00 zł', strong: true }] };
    const { pdf, sheets } = await print([
      letter({ blocks: [{ kind: 'table', columns: [...columns], rows }, totals] }),
      letter(),
    ]);
    expect(sheets).toEqual([
      [1, 3],
      [4, 4],
    ]);
    const pages = pagesOfPdf(pdf);
    expect(pages.slice(0, 2).every((page) => /Produkt\s+Kwota/.test(page))).toBe(true);
    expect(pages.map((page) => /Strona \d z \d/.exec(page)?.[0])).toEqual([
      'Strona 1 z 3',
      'Strona 2 z 3',
      'Strona 3 z 3',
      undefined,
    ]);
    expect(pages[2]).toMatch(/Razem\s+1 770,00 zł/);
  });

  test('more than are set at once become one file, each in its place', async () => {
    const { pdf, pages, sheets } = await print(
      Array.from({ length: 201 }, (_, n) => letter({ subject: `Letter ${n + 1} of (2 0 R)` })),
    );
    expect(pages).toBe(201);
    expect(sheets.at(-1)).toEqual([201, 201]);
    const read = pagesOfPdf(pdf);
    expect(read).toHaveLength(201);
    expect([read[0], read[200]].map((page) => /Letter (\d+) of \(2 0 R\)/.exec(page ?? '')?.[1])).toEqual(['1', '201']);
  });

  test('the same documents are the same bytes', async () => {
    const [one, other] = await Promise.all([print([letter()]), print([letter()])]);
    expect(one.pdf.equals(other.pdf)).toBe(true);
  });
});

test('what cannot be set says why, and the press goes on', async () => {
  const logo = { image: 'logo', height: 20, side: 'left' } as const;
  await expect(print([letter()], { logo })).rejects.toThrow(/cannot be set/);
  expect((await print([letter()])).pages).toBe(1);
});

test('only references move, not words that look like some', () => {
  expect(moveReferences('/Kids [1 0 R 12 0 R] /Title (see 1 0 R \\( (2 0 R)) /P 3 0 R', 10)).toBe(
    '/Kids [11 0 R 22 0 R] /Title (see 1 0 R \\( (2 0 R)) /P 13 0 R',
  );
});

test('what is no PDF of ours is not joined', () => {
  expect(() => joinPdfs([Buffer.from('%PDF-1.7 nothing')], '')).toThrow(/no PDF of ours/);
});

test('whose order breaks the thread is told so; those beside it are served by another', async () => {
  const code = `const { parentPort } = require('node:worker_threads');
    parentPort.on('message', ({ id, title }) => title === 'bad' ? process.exit(1) : parentPort.postMessage({ id, pdf: new Uint8Array([1]), sheets: [] }));`;
  const fragile = new Press(() => new Worker(code, { eval: true }));
  const told = await Promise.allSettled(['one', 'bad', 'two', 'three'].map((title) => fragile.join([], title)));
  expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  expect(told[1]).toMatchObject({ reason: { message: 'The press stopped.' } });
  await fragile.close();
  await expect(fragile.join([], 'late')).rejects.toBeInstanceOf(PressClosed);
});
