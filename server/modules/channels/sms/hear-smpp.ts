import { createHash } from 'node:crypto';
import type { Clock } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import type { Ids } from '../../../platform/ids.ts';
import { keepIncoming, keepReports } from './incoming.store.ts';
import { numberOf, readReceipt } from './model/receipt.ts';
import { ReportKeeper } from './report-keeper.ts';
import type { PDU } from './smpp/library.ts';
import type { Hear } from './smpp/link.ts';

/** The bits of esm_class that say what kind of message it is. */
const KIND = 0x3c;
const RECEIPT = 0x04;
/** A message has no name of its own: the same text from the same phone within this time was told twice. */
const SAME_MS = 10 * 60_000;

const textOf = ({ short_message, message_payload }: PDU): string => {
  const carried = Buffer.isBuffer(short_message) ? short_message : short_message?.message;
  const more = Buffer.isBuffer(message_payload) ? message_payload : message_payload?.message;
  const text = carried && carried.length > 0 ? carried : (more ?? '');
  return Buffer.isBuffer(text) ? text.toString('latin1') : text;
};

const keyOf = (number: string, text: string, now: Date): string => {
  const said = createHash('sha256').update(`${number}\n${text}`).digest('base64url');
  return `${said}.${Math.floor(now.getTime() / SAME_MS)}`;
};

export interface HearingNeeds {
  db: Db;
  ids: Ids;
  clock: Clock;
  /** Something was kept and waits to be read. */
  heard(): void;
}

/** Keeps receipts and messages from phones; what is neither is acknowledged and forgotten. */
export const hearSmpp = ({ db, ids, clock, heard }: HearingNeeds, accountId: string): Hear => {
  const keeper = new ReportKeeper((reports) => keepReports(db, accountId, reports));
  return async (pdu) => {
    const text = textOf(pdu);
    const source = pdu.source_addr ?? '';
    if (((pdu.esm_class ?? 0) & KIND) === RECEIPT) {
      const receiptedId = pdu.receipted_message_id ?? null;
      const report = readReceipt({ text, source, receiptedId, messageState: pdu.message_state ?? null });
      if (report) await keeper.keep(report);
    } else {
      const number = numberOf(source);
      if (number === null) return true;
      const key = keyOf(number, text, clock.now());
      await keepIncoming(db, { id: ids.next(), accountId, key, number, text: text.slice(0, 2000) });
    }
    heard();
    return true;
  };
};
