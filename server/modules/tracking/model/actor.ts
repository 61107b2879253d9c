/** Who is behind a request for the pixel or a link: a person, a program, or somebody we cannot tell. */
export type Actor = 'human' | 'machine' | 'unknown';

export interface Sighting {
  kind: 'opened' | 'clicked';
  method: string;
  userAgent: string;
  /** The client says that it fetches ahead (`Sec-Purpose: prefetch` and its older names). */
  prefetch: boolean;
  /** Milliseconds since the message was handed over; null when not known. */
  sinceSent: number | null;
  /** Another link of the same message was followed within two seconds. */
  otherLinkNearby: boolean;
}

/** Faster than anybody reads: a gateway that looks at the message before it is delivered. */
const INSTANT_MS = 1000;
/** Two different links of a message within this time are followed by a scanner. */
export const BURST_MS = 2000;

const PROGRAMS =
  /bot\b|bot[/;]|crawl|spider|scanner|preview|monitor|headless|phantomjs|curl\/|wget\/|python|go-http-client|java\/|libwww|httpclient|axios|node-fetch|undici|facebookexternalhit|slackbot|skypeuripreview|whatsapp\/|proofpoint|barracuda|mimecast|forcepoint|trendmicro|symantec|fireeye|cloudmark|safelinks|urldefense|bitdefender|kaspersky/i;
/** Gmail's image proxy when it fetches ahead of the reader. */
const GMAIL_AHEAD = /Chrome\/42\.0\.2311\.135 Safari\/537\.36 Edge\/12\.246 Mozilla\/5\.0$/;
/** Proxies that fetch an image when the reader opens the message. */
const READER_PROXY = /GoogleImageProxy|YahooMailProxy/;
/** Apple's privacy protection fetches every image, read or not, and names itself so. */
const APPLE_PRIVACY = /^Mozilla\/5\.0$/;
const BROWSER_OR_MAIL_CLIENT =
  /^Mozilla\/[45]\.0 \(|^Opera\/|Outlook|Thunderbird|Microsoft Office|Airmail|Mail\/|Postbox|K-9/i;

const byUserAgent = (kind: Sighting['kind'], userAgent: string): Actor => {
  if (READER_PROXY.test(userAgent)) return kind === 'opened' ? 'human' : 'machine';
  if (GMAIL_AHEAD.test(userAgent) || PROGRAMS.test(userAgent)) return 'machine';
  if (APPLE_PRIVACY.test(userAgent)) return kind === 'opened' ? 'unknown' : 'machine';
  return BROWSER_OR_MAIL_CLIENT.test(userAgent) ? 'human' : 'unknown';
};

export const actorOf = ({ kind, method, userAgent, prefetch, sinceSent, otherLinkNearby }: Sighting): Actor => {
  if (method !== 'GET' || prefetch) return 'machine';
  if (kind === 'clicked' && otherLinkNearby) return 'machine';
  if (sinceSent !== null && sinceSent < INSTANT_MS) return 'machine';
  return byUserAgent(kind, userAgent);
};
