import { describe, expect, it } from 'vitest';
import { assetChangeOf, compareCell } from './cleansed-cell.ts';

const field = (type: string, more: object = {}) =>
  ({ name: `asset.car.${type}`, type, options: [], currency: null, custom: true, ...more }) as never;
const options = [
  { value: 'red', label: 'Red' },
  { value: 'blue', label: 'Blue' },
];

describe('a cell of a returned file', () => {
  it.each([
    ['as it was', field('text'), 'Tesla', 'Tesla'],
    ['with room around it', field('text'), 'Tesla', ' Tesla '],
    ['still empty', field('text'), '', ''],
    ['guarded by us', field('text'), '=1+1', "'=1+1"],
    ['a number with a comma', field('number'), '1.234', '1,234'],
    ['a number written longer', field('number'), '12.5', '12.50'],
    ['a day as a spreadsheet writes it', field('date'), '2026-03-09', '09.03.2026'],
    ['yes in another language', field('yes_no'), 'Ja', 'yes'],
    ['a choice by its value', field('one_of', { options }), 'Red', 'red'],
  ])('is the same: %s', (_, of, was, cell) => expect(compareCell(of, was, cell)).toEqual({ kind: 'same' }));

  it.each([
    ['another text', field('text'), 'Tesla', 'Volvo', 'Volvo'],
    ['a formula, kept as a text', field('text'), 'x', "'=cmd|' /c calc'!A1", "=cmd|' /c calc'!A1"],
    ['a number', field('number'), '12.5', '13', 13],
    ['a day', field('date'), '2026-03-09', '10.03.2026', '2026-03-10'],
    ['a value where none was', field('number'), '', '7', 7],
    ['nothing where one was', field('text'), 'Tesla', '', null],
    ['another choice', field('one_of', { options }), 'Red', 'blue', 'blue'],
  ])('changes: %s', (_, of, was, cell, value) =>
    expect(compareCell(of, was, cell)).toEqual({ kind: 'change', given: cell.replace(/^'/, ''), value }),
  );

  it.each([
    ['no number', field('number'), '12', 'twelve', 'not_a_number'],
    ['no day', field('date'), '', '31.02.2026', 'not_a_date'],
    ['no such choice', field('one_of', { options }), 'Red', 'Green', 'unknown_choice'],
    ['too long', field('text', { name: 'asset.identifier', custom: false }), 'A', 'A'.repeat(101), 'cell_too_long'],
    ['damaged', field('text'), 'A', 'A\u0001', 'control_character'],
  ])('is refused: %s', (_, of, was, cell, reason) =>
    expect(compareCell(of, was, cell)).toMatchObject({ kind: 'impossible', reason }),
  );

  it('becomes a change of its asset', () => {
    const builtIn = (name: string) => ({ name: `asset.${name}`, custom: false });
    expect(
      assetChangeOf([
        { field: builtIn('name'), value: null },
        { field: builtIn('disposed_on'), value: '2026-01-02' },
        { field: builtIn('tags'), value: null },
        { field: { name: 'asset.car.year', custom: true }, value: 2024 },
        { field: { name: 'asset.car.make', custom: true }, value: null },
      ]),
    ).toEqual({ name: '', disposedOn: '2026-01-02', tags: [], custom: { year: 2024, make: null } });
  });
});
