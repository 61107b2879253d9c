import { issueOffers } from '../../sales/index.ts';
import type { IssuingChannel } from '../channel.ts';

/** An offer for each of them, with a number and a page to answer it; mailing it is an action of its own. */
export const offerChannel: IssuingChannel = { shape: 'issue', name: 'offer', issue: issueOffers };
