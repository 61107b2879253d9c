import { issueOpportunities } from '../../sales/index.ts';
import type { IssuingChannel } from '../channel.ts';

/** A deal to be worked on for each of them; nobody is written to. */
export const opportunityChannel: IssuingChannel = { shape: 'issue', name: 'opportunity', issue: issueOpportunities };
