import type { senderAddress } from './sender-address.ts';
import type { Submission } from './submissions.ts';

type Source = ReturnType<typeof senderAddress>;

const SUBMIT_SM = 0x04;
/** Length, command, status, sequence number (SMPP 3.4, 3.2). */
const HEAD = 16;
export const SEQUENCE_AT = 12;
/** A receipt for every end, good or bad. */
const REGISTERED_DELIVERY = 1;
const INTERNATIONAL = 1;
/** Fields of one octet, and empty texts, around both addresses. */
const FIXED = 17;

type Parameter = [tag: number, value: Buffer];
const NONE: readonly Parameter[] = [];

/** What stands beside the text, by tag (SMPP 3.4, 5.3.2). */
const beside = (one: Submission): readonly Parameter[] => {
  const { message_payload, sar_msg_ref_num, sar_total_segments, sar_segment_seqnum } = one;
  if (message_payload) return [[0x0424, message_payload]];
  if (sar_msg_ref_num === undefined) return NONE;
  return [
    [0x020c, Buffer.from([sar_msg_ref_num >> 8, sar_msg_ref_num & 0xff])],
    [0x020e, Buffer.from([sar_total_segments ?? 0])],
    [0x020f, Buffer.from([sar_segment_seqnum ?? 0])],
  ];
};

/**
 * A submit_sm (SMPP 3.4, 4.4.1) whose sequence number is still open; `to` in digits. The library's own goes through every field three
 * times, which for each message takes longer than all else that is done for it.
 */
export const encodeSubmit = (source: Source, to: string, one: Submission): Buffer => {
  const parameters = beside(one);
  const { short_message: text } = one;
  const besides = parameters.reduce((sum, [, value]) => sum + 4 + value.length, 0);
  const length = HEAD + FIXED + source.source_addr.length + to.length + text.length + besides;
  // Of memory that is shared with others, and therefore not empty: one of its own takes longer than filling it.
  const octets = Buffer.allocUnsafe(length).fill(0);
  octets.writeUInt32BE(length, 0);
  octets.writeUInt32BE(SUBMIT_SM, 4);
  let at = HEAD + 1;
  const put = (octet: number) => {
    octets[at++] = octet;
  };
  const putText = (value: string) => {
    at += octets.write(value, at, 'latin1') + 1;
  };
  put(source.source_addr_ton);
  put(source.source_addr_npi);
  putText(source.source_addr);
  put(INTERNATIONAL);
  put(INTERNATIONAL);
  putText(to);
  put(one.esm_class);
  // Protocol, priority, and two times, none of which is said.
  at += 4;
  put(REGISTERED_DELIVERY);
  at += 1;
  put(one.data_coding);
  at += 1;
  put(text.length);
  at += text.copy(octets, at);
  for (const [tag, value] of parameters) {
    octets.writeUInt16BE(tag, at);
    octets.writeUInt16BE(value.length, at + 2);
    at += 4 + value.copy(octets, at + 4);
  }
  return octets;
};
