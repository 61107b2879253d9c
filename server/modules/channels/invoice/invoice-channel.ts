import { issueInvoices } from '../../sales/index.ts';
import type { IssuingChannel } from '../channel.ts';

/** An invoice for each of them, with a number, VAT and a day to pay by; mailing it is an action of its own. */
export const invoiceChannel: IssuingChannel = { shape: 'issue', name: 'invoice', issue: issueInvoices };
