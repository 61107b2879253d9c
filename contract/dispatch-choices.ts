import { z } from 'zod';
import { DISPATCH_CHANNELS, type DispatchChannel } from './campaigns.ts';

/** The dispatch types a campaign is begun with (Q08): none yet, print, text, e-mail, and e-mail with report. Any other channel is chosen beside them. */
export const DISPATCH_TYPES = ['list', 'letter', 'sms', 'email', 'email_report'] as const;

export const DispatchChoice = z.enum([...DISPATCH_CHANNELS, 'email_report']);
export type DispatchChoice = z.output<typeof DispatchChoice>;
/** Every one, the dispatch types first. */
export const DISPATCH_CHOICES: readonly DispatchChoice[] = [
  ...new Set<DispatchChoice>([...DISPATCH_TYPES, ...DISPATCH_CHANNELS]),
];

interface Dispatched {
  channel: DispatchChannel;
  report: boolean;
}

export const choiceOf = ({ channel, report }: Dispatched): DispatchChoice =>
  channel === 'email' && report ? 'email_report' : channel;

/** Q09: an e-mail with report is an e-mail to all that follows it, and one type of its own to whoever chooses. */
export const dispatchedBy = (choice: DispatchChoice): Dispatched =>
  choice === 'email_report' ? { channel: 'email', report: true } : { channel: choice, report: false };
