import { describe, expect, it } from 'vitest';
import { type Actor, actorOf, type Sighting } from './actor.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const SIGHTING: Sighting = {
  kind: 'opened',
  method: 'GET',
  userAgent: FIREFOX,
  prefetch: false,
  sinceSent: 3_600_000,
  otherLinkNearby: false,
};

const CASES: [string, Partial<Sighting>, Actor][] = [
  ['a browser that opens', {}, 'human'],
  ['a browser that clicks', { kind: 'clicked' }, 'human'],
  [
    'an iPhone',
    {
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
    },
    'human',
  ],
  [
    'Thunderbird',
    { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.5.0' },
    'human',
  ],
  [
    'Outlook',
    { userAgent: 'Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; ms-office; Microsoft Outlook 16)' },
    'human',
  ],
  ['Outlook on a phone', { userAgent: 'Outlook-iOS/723.4027091.prod.iphone' }, 'human'],
  [
    'Gmail’s proxy, when the reader opens',
    { userAgent: 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)' },
    'human',
  ],
  [
    'Yahoo’s proxy, when the reader opens',
    { userAgent: 'YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html' },
    'human',
  ],
  [
    'Gmail’s proxy, ahead of the reader',
    {
      userAgent:
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0',
    },
    'machine',
  ],
  ['Apple’s privacy protection opens', { userAgent: 'Mozilla/5.0' }, 'unknown'],
  ['a bare agent clicks', { kind: 'clicked', userAgent: 'Mozilla/5.0' }, 'machine'],
  ['an image proxy clicks', { kind: 'clicked', userAgent: 'GoogleImageProxy' }, 'machine'],
  ['nobody says who', { userAgent: '' }, 'unknown'],
  ['an agent we do not know', { userAgent: 'SomeClient/1.0' }, 'unknown'],
  ['HEAD', { method: 'HEAD', kind: 'clicked' }, 'machine'],
  ['a prefetch', { prefetch: true, kind: 'clicked' }, 'machine'],
  ['two links at once', { kind: 'clicked', otherLinkNearby: true }, 'machine'],
  ['before anybody can have read it', { sinceSent: 300 }, 'machine'],
  ['before it is known to be sent', { sinceSent: null }, 'human'],
  ['curl', { userAgent: 'curl/8.5.0' }, 'machine'],
  [
    'a crawler that says Mozilla',
    { userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
    'machine',
  ],
  [
    'a link preview',
    { kind: 'clicked', userAgent: 'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5' },
    'machine',
  ],
  ['a mail gateway', { kind: 'clicked', userAgent: 'Mozilla/5.0 (Windows NT 10.0) BarracudaCentral' }, 'machine'],
  [
    'headless Chrome',
    {
      kind: 'clicked',
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/140.0 Safari/537.36',
    },
    'machine',
  ],
];

describe('who is behind it', () => {
  it.each(CASES)('O41: %s', (_name, sighting, actor) => {
    expect(actorOf({ ...SIGHTING, ...sighting })).toBe(actor);
  });
});
