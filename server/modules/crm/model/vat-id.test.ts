import { expect, test } from 'vitest';
import { vatProblem } from './vat-id.ts';

test.each([
  ['NO 974 760 673 MVA', 'NO', null],
  ['974760673', 'NO', null],
  ['974760674', 'NO', 'vat_id_check'],
  ['97476067', 'NO', 'vat_id_format'],
  ['526-025-09-95', 'PL', null],
  ['PL5260250995', null, null],
  ['PL5260250996', 'PL', 'vat_id_check'],
  ['FR 40 303 265 045', 'FR', null],
  ['FR 41 303 265 045', 'FR', 'vat_id_check'],
  ['FR K7 399 859 412', 'FR', null],
  ['DE123456789', 'NO', null],
  ['ATU12345678', 'AT', null],
  ['EL 123456789', 'GR', null],
  ['12345', 'DE', 'vat_id_format'],
  ['anything at all', null, null],
  ['12-34-56', 'US', null],
  ['<script>', 'US', 'invalid_vat_id'],
  ['', null, 'invalid_vat_id'],
])('%s of %s: %s', (raw, country, code) => {
  expect(vatProblem(raw, country)?.code ?? null).toBe(code);
});
