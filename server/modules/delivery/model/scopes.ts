import type { PaceSettings } from '../../../../contract/pace.ts';
import type { Scope } from './draw.ts';
import type { Limits } from './pace.ts';
import { limitsOn } from './warm-up.ts';

export type PaceRules = PaceSettings & { perMinute: number | null };

export const ACCOUNT = 'account';
export const domainScope = (domain: string): string => `domain:${domain}`;
export const providerScope = (name: string): string => `provider:${name}`;

const isLimited = ({ perMinute, perHour, perDay }: Limits): boolean =>
  perMinute !== null || perHour !== null || perDay !== null;

/** What an account's rules say on a day: for each recipient domain the limits its message counts under, none without limits. */
export const scopesOn = (rules: PaceRules, date: string): ((domain: string) => Scope[]) => {
  const limits = limitsOn(rules, rules.warmUp, date);
  const whole: Scope[] = isLimited(limits) ? [{ name: ACCOUNT, limits }] : [];
  const providers = new Map(
    rules.providers.flatMap(({ name, domains, ...theirs }) =>
      domains.map((domain) => [
        domain,
        isLimited(theirs) ? [...whole, { name: providerScope(name), limits: theirs }] : whole,
      ]),
    ),
  );
  const { perDomainMinute } = rules;
  const single = { perMinute: perDomainMinute, perHour: null, perDay: null };
  return (domain) =>
    providers.get(domain) ??
    (perDomainMinute === null ? whole : [...whole, { name: domainScope(domain), limits: single }]);
};

/** Whether anything is counted at all: without limits nobody needs to be asked. */
export const isPaced = (rules: PaceRules): boolean =>
  isLimited(rules) || rules.warmUp !== null || rules.perDomainMinute !== null || rules.providers.some(isLimited);

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
