import { expect, test } from 'vitest';
import { readReceipt } from './receipt.ts';

const TEXT = 'id:7A-1 sub:001 dlvrd:001 submit date:2611030800 done date:2611030801 stat:DELIVRD err:000 text:Hi';
const receipt = { text: TEXT, source: '4740000001', receiptedId: null, messageState: null };

test.each([
  ['by its text', receipt, '7A-1 delivered +4740000001'],
  ['by its parameters', { ...receipt, text: '', receiptedId: 'x9', messageState: 5 }, 'x9 failed +4740000001'],
  ['the parameters before the text', { ...receipt, receiptedId: 'x9', messageState: 2 }, 'x9 delivered +4740000001'],
  ['in small letters', { ...receipt, text: TEXT.toLowerCase() }, '7a-1 delivered +4740000001'],
  ['rejected', { ...receipt, text: TEXT.replace('DELIVRD', 'REJECTD') }, '7A-1 failed +4740000001'],
  ['from a name', { ...receipt, source: 'Nordlys' }, '7A-1 delivered null'],
])('%s', (_, given, expected) => {
  const report = readReceipt(given)!;
  expect(`${report.gatewayId} ${report.state} ${report.number}`).toBe(expected);
});

test.each([
  ['still on its way', { ...receipt, text: TEXT.replace('DELIVRD', 'ENROUTE') }],
  ['without a name', { ...receipt, text: 'stat:DELIVRD' }],
  ['nonsense', { ...receipt, text: 'hello' }],
])('says nothing: %s', (_, given) => {
  expect(readReceipt(given)).toBeNull();
});
