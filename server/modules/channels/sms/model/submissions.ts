import type { SmsCount, SmsEncoding } from '../../../../../contract/sms-text.ts';
import { encodeSms } from './encode.ts';

/** How a text longer than one message is told to the gateway: header in each, parameters beside each, or all in one. */
export type LongMessages = 'udh' | 'sar' | 'payload';

/** One submit_sm, without whom it is from and to. */
export interface Submission {
  esm_class: number;
  data_coding: number;
  short_message: Buffer;
  message_payload?: Buffer;
  sar_msg_ref_num?: number;
  sar_total_segments?: number;
  sar_segment_seqnum?: number;
}

const STORE_AND_FORWARD = 0x03;
const UDH_INDICATOR = 0x40;
const DATA_CODING: Record<SmsEncoding, number> = { gsm7: 0, ucs2: 8 };

/** Concatenation with a reference of one octet (3GPP TS 23.040, 9.2.3.24.1). */
const header = (reference: number, of: number, no: number): Buffer => Buffer.from([5, 0, 3, reference & 0xff, of, no]);

const NOTHING = Buffer.alloc(0);

/** `reference` is the same for all parts of a message, and another for the next to the same phone. */
export const submissionsOf = ({ parts, encoding }: SmsCount, how: LongMessages, reference: number): Submission[] => {
  const data_coding = DATA_CODING[encoding];
  const plain = { esm_class: STORE_AND_FORWARD, data_coding };
  if (parts.length < 2)
    return [{ esm_class: STORE_AND_FORWARD, data_coding, short_message: encodeSms(parts[0] ?? '', encoding) }];
  if (how === 'payload') {
    return [{ ...plain, short_message: NOTHING, message_payload: encodeSms(parts.join(''), encoding) }];
  }
  return parts.map((part, i): Submission => {
    const octets = encodeSms(part, encoding);
    if (how === 'sar') {
      return {
        ...plain,
        short_message: octets,
        sar_msg_ref_num: reference & 0xffff,
        sar_total_segments: parts.length,
        sar_segment_seqnum: i + 1,
      };
    }
    return {
      esm_class: STORE_AND_FORWARD | UDH_INDICATOR,
      data_coding,
      short_message: Buffer.concat([header(reference, parts.length, i + 1), octets]),
    };
  });
};
