import type { ChannelCase } from './channel-case.ts';
import { emailCase } from './email-case.ts';
import { invoiceCase } from './invoice-case.ts';
import { letterCase } from './letter-case.ts';
import { listCase } from './list-case.ts';
import { offerCase } from './offer-case.ts';
import { opportunityCase } from './opportunity-case.ts';
import { smsCase } from './sms-case.ts';
import { callCase, taskCase } from './work-case.ts';

/** Every channel of the house; a new one is a file beside this and a line here. */
export const CASES: Readonly<Record<string, ChannelCase>> = {
  email: emailCase,
  sms: smsCase,
  letter: letterCase,
  call: callCase,
  task: taskCase,
  invoice: invoiceCase,
  opportunity: opportunityCase,
  offer: offerCase,
  list: listCase,
};
