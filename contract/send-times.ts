import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Empty } from './paging.ts';
import { HolidayCountry, SendWindow } from './send-window.ts';

const SendTimes = z.object({
  /** The window of every action that has none of its own; null: at any time. */
  window: SendWindow.nullable(),
  /** Whose public holidays are the company’s. */
  country: HolidayCountry.nullable(),
  /** A start missed by more minutes asks a person first. */
  lateMinutes: z.number().int().min(1).max(1440),
  /** How long a distribution can be taken back before its first message leaves. */
  undoSeconds: z.number().int().min(0).max(600),
});
export type SendTimes = z.output<typeof SendTimes>;

const tag = 'Settings';

export const getSendTimes = endpoint({
  name: 'getSendTimes',
  method: 'GET',
  path: '/api/send-times',
  tag,
  summary: 'When the company sends, unless an action says otherwise',
  input: Empty,
  output: SendTimes,
});

export const updateSendTimes = endpoint({
  name: 'updateSendTimes',
  method: 'PATCH',
  path: '/api/send-times',
  tag,
  summary: 'Change when the company sends; what is under way goes by what held when it was launched',
  input: SendTimes.partial(),
  output: SendTimes,
});
