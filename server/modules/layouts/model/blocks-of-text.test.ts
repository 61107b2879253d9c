import { expect, test } from 'vitest';
import { asLink, blocksOfText, shielded } from './blocks-of-text.ts';

test.each([
  [
    'one\ntwo\n\nthree',
    [
      { kind: 'text', runs: [{ text: 'one\ntwo' }] },
      { kind: 'text', runs: [{ text: 'three' }] },
    ],
  ],
  ['# Spring', [{ kind: 'heading', runs: [{ text: 'Spring' }] }]],
  ['- a\n- b', [{ kind: 'list', items: [[{ text: 'a' }], [{ text: 'b' }]] }]],
  [
    'a **b** *c*',
    [{ kind: 'text', runs: [{ text: 'a ' }, { text: 'b', bold: true }, { text: ' ' }, { text: 'c', italic: true }] }],
  ],
  ['2 * 3 * 4', [{ kind: 'text', runs: [{ text: '2 ' }, { text: ' 3 ', italic: true }, { text: ' 4' }] }]],
  [' \n\n ', []],
])('%j', (text, blocks) => {
  expect(blocksOfText(text)).toEqual(blocks);
});

test('a value is words, whatever signs it has', () => {
  const value = '# a\n\n- **b** \n- c';
  expect(blocksOfText(shielded(value))).toEqual([{ kind: 'text', runs: [{ text: value }] }]);
});

test('an address is one piece that leads somewhere, whatever signs it has', () => {
  const address = 'https://nordlys.example/d/a-b_c*d#e';
  expect(blocksOfText(`See ${asLink(address)}, **${asLink(address)}**.`)).toEqual([
    {
      kind: 'text',
      runs: [
        { text: 'See ' },
        { text: address, link: true },
        { text: ', ' },
        { text: address, link: true, bold: true },
        { text: '.' },
      ],
    },
  ]);
});
