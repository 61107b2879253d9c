import { expect, test } from 'vitest';
import { asciiDomain } from '../ascii-domain.ts';
import { readMailAddress } from './mail-address.ts';

test.each([
  ['kari.nordmann+news@mail.fjord.example', { local: 'kari.nordmann+news', domain: 'mail.fjord.example', utf8: false }],
  ['Kari@Fjord.Example', { local: 'Kari', domain: 'fjord.example', utf8: false }],
  ['kari@fjörd.example', { local: 'kari', domain: 'xn--fjrd-6qa.example', utf8: false }],
  ['kåri@fjord.example', { local: 'kåri', domain: 'fjord.example', utf8: true }],
  ['kari@xn--fjrd-6qa.example', { local: 'kari', domain: 'xn--fjrd-6qa.example', utf8: false }],
  ["o'hara!@fjord.example", { local: "o'hara!", domain: 'fjord.example', utf8: false }],
])('reads %s', (address, read) => {
  expect(readMailAddress(address, asciiDomain)).toEqual(read);
});

test.each([
  '@fjord.example',
  'kari@',
  'kari',
  '.kari@fjord.example',
  'kari.@fjord.example',
  'ka..ri@fjord.example',
  `${'k'.repeat(65)}@fjord.example`,
  'kari nordmann@fjord.example',
  'kari@fjord.example\r\nRCPT TO:<eve@fjord.example>',
  'kari@fjord..example',
  'kari@xn--a.example',
  `kari@${'f'.repeat(64)}.example`,
  `kari@${'fjord.'.repeat(45)}example`,
  'kari>@fjord.example',
  '"kari"@fjord.example',
  'kari@1.2',
  'kari@123',
  'kari@0x7f.1',
  'kari@fjord%2Eexample',
  `${'å'.repeat(40)}@fjord.example`,
])('A14, F41: refuses %j', (address) => {
  expect(readMailAddress(address, asciiDomain)).toBeNull();
});
