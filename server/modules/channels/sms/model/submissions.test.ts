import { expect, test } from 'vitest';
import { countSms } from '../../../../../contract/sms-text.ts';
import { submissionsOf } from './submissions.ts';

test('one message goes as it is, in the alphabet it needs', () => {
  const [gsm] = submissionsOf(countSms('Å€@'), 'udh', 7);
  expect(gsm).toMatchObject({ esm_class: 3, data_coding: 0 });
  expect([...gsm!.short_message]).toEqual([0x0e, 0x1b, 0x65, 0x00]);
  const [wide] = submissionsOf(countSms('ł'), 'udh', 7);
  expect([wide!.data_coding, wide!.short_message.toString('hex')]).toEqual([8, '0142']);
});

test('Q17: a long one carries in each part a header with one reference, its number and how many', () => {
  const parts = submissionsOf(countSms('a'.repeat(400)), 'udh', 0x1234);
  expect(
    parts.map(({ esm_class, short_message }) => [esm_class, short_message.subarray(0, 6).toString('hex')]),
  ).toEqual([1, 2, 3].map((no) => [0x43, `0500033403 0${no}`.replace(' ', '')]));
  expect(parts.map(({ short_message }) => short_message.length)).toEqual([159, 159, 100]);
});

test('or parameters beside it, or all of it at once', () => {
  const sar = submissionsOf(countSms('я'.repeat(80)), 'sar', 0x1234);
  expect(sar.map((one) => [one.sar_msg_ref_num, one.sar_total_segments, one.sar_segment_seqnum])).toEqual([
    [0x1234, 2, 1],
    [0x1234, 2, 2],
  ]);
  const [payload, ...more] = submissionsOf(countSms('я'.repeat(80)), 'payload', 1);
  expect([payload!.short_message.length, payload!.message_payload?.length, more.length]).toEqual([0, 160, 0]);
});
