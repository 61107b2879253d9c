import { expect, test } from 'vitest';
import { countSms } from '../../../../../contract/sms-text.ts';
import { smpp } from '../smpp/library.ts';
import { encodeSubmit, SEQUENCE_AT } from './encode-submit.ts';
import { senderAddress } from './sender-address.ts';
import { type LongMessages, submissionsOf } from './submissions.ts';

const byLibrary = (sender: string, to: string, submission: object): string => {
  const addresses = { ...senderAddress(sender), destination_addr: to, dest_addr_ton: 1, dest_addr_npi: 1 };
  const pdu = new smpp.PDU('submit_sm', { ...addresses, registered_delivery: 1, ...submission, sequence_number: 7 });
  return pdu.toBuffer().toString('hex');
};

test.each<[sender: string, text: string, how: LongMessages]>([
  ['Nordlys', 'Hei Åse, 5 € {av}', 'udh'],
  ['+4740000000', 'Cześć Łukasz 🚗', 'udh'],
  ['26112', 'a'.repeat(400), 'udh'],
  ['Nordlys', 'a'.repeat(400), 'sar'],
  ['Nordlys', 'я'.repeat(200), 'sar'],
  ['Nordlys', 'я'.repeat(200), 'payload'],
  ['Nordlys', '', 'udh'],
])('octet by octet what the library makes of the same fields: %s, %j, %s', (sender, text, how) => {
  for (const submission of submissionsOf(countSms(text), how, 0x1234)) {
    const ours = encodeSubmit(senderAddress(sender), '4740000001', submission);
    ours.writeUInt32BE(7, SEQUENCE_AT);
    expect(ours.toString('hex')).toBe(byLibrary(sender, '4740000001', submission));
  }
});
