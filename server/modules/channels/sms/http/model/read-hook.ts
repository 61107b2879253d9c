import type { HttpGateway } from '../../../../../../contract/sms-accounts.ts';
import { numberOf, type Report } from '../../model/receipt.ts';
import { valueAt } from './read-answer.ts';

const has = (words: readonly string[], word: string): boolean =>
  words.some((one) => one.toLowerCase() === word.toLowerCase());

/** A delivery report, or null when it says nothing final. */
export const readReport = ({ report }: HttpGateway, told: unknown): Report | null => {
  const gatewayId = valueAt(told, report.idPath);
  const state = valueAt(told, report.statePath);
  if (!gatewayId || state === null) return null;
  const verdict = has(report.delivered, state) ? 'delivered' : has(report.failed, state) ? 'failed' : null;
  if (verdict === null) return null;
  const number = numberOf(valueAt(told, report.numberPath) ?? '');
  return { gatewayId, number, state: verdict, said: state.slice(0, 300) };
};

export interface IncomingText {
  key: string;
  number: string;
  text: string;
}

/** A message from a phone, or null when it is none. */
export const readIncoming = ({ incoming }: HttpGateway, told: unknown): IncomingText | null => {
  const number = numberOf(valueAt(told, incoming.numberPath) ?? '');
  const text = valueAt(told, incoming.textPath);
  const key = valueAt(told, incoming.idPath);
  if (number === null || text === null || !key) return null;
  return { key: key.slice(0, 200), number, text: text.slice(0, 2000) };
};
