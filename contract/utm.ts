import { z } from 'zod';

const Said = z.string().trim().max(100).default('');

/** What web statistics are told of whoever follows a link; empty: what `utmFor` says by itself. */
export const Utm = z.object({ source: Said, medium: Said, campaign: Said });
export type Utm = z.output<typeof Utm>;

/** In the order in which they are written. */
export const UTM_PARTS = ['source', 'medium', 'campaign'] as const;

/** What an action’s links carry when nobody wrote anything else. */
export const utmDefaults = ({ channel, code }: { channel: string; code: string }): Utm => ({
  source: 'fanfare',
  medium: channel,
  campaign: code.toLowerCase(),
});

/** With the defaults in the place of what was left empty. */
export const utmFor = (utm: Utm | null, of: { channel: string; code: string }): Utm | null => {
  if (utm === null) return null;
  const otherwise = utmDefaults(of);
  return {
    source: utm.source || otherwise.source,
    medium: utm.medium || otherwise.medium,
    campaign: utm.campaign || otherwise.campaign,
  };
};

/** The address with the parameters; those of its own win, and the rest of it stays letter by letter. */
export const withUtm = (url: string, utm: Utm | null): string => {
  if (utm === null) return url;
  const [, address = '', query, fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(url) ?? [];
  const own = new Set(Array.from((query ?? '').matchAll(/[?&;](utm_\w+)/gi), ([, name = '']) => name.toLowerCase()));
  const added = UTM_PARTS.filter((part) => !own.has(`utm_${part}`)).map(
    (part) => `utm_${part}=${encodeURIComponent(utm[part])}`,
  );
  if (added.length === 0) return url;
  const joint = query === undefined ? '?' : query.length === 1 || query.endsWith('&') ? query : `${query}&`;
  return `${address}${joint}${added.join('&')}${fragment}`;
};
