import type { RunId } from '../../../contract/ids.ts';
import type { TrackingAddresses } from '../channels/index.ts';
import type { LineTokens } from './line-token.ts';

export interface Tracked {
  trackOpens: boolean;
  trackClicks: boolean;
}

const directAddress = (baseUrl: string, token: string): string => `${baseUrl}/d/${token}`;

/** Where the personal link of a line leads, short enough to be typed from paper or read out. */
export type DirectLinkOf = (runId: RunId, no: number) => string;

export const createDirectLinks =
  (baseUrl: string, { shortTokenOf }: Pick<LineTokens, 'shortTokenOf'>): DirectLinkOf =>
  (runId, no) =>
    directAddress(baseUrl, shortTokenOf(runId, no));

/**
 * The addresses in a message, with `{token}` and `{link}` to be filled in. They start with the configured base address and never with
 * what a request says of its host. A one-click POST goes to the very address that shows the page.
 */
export const trackingAddresses = (baseUrl: string, { trackOpens, trackClicks }: Tracked): TrackingAddresses => ({
  open: trackOpens ? `${baseUrl}/o/{token}.gif` : null,
  click: trackClicks ? `${baseUrl}/c/{token}/{link}` : null,
  unsubscribe: `${baseUrl}/u/{token}`,
  oneClick: `${baseUrl}/u/{token}`,
  view: `${baseUrl}/v/{token}`,
  answer: `${baseUrl}/a/{token}`,
  offer: `${baseUrl}/offer/{token}`,
  invoice: `${baseUrl}/invoice/{token}`,
  direct: directAddress(baseUrl, '{token}'),
});
