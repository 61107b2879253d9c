import type { Permission } from '../../../../contract/permissions.ts';
import { paths } from '../../paths.ts';
import type { en } from './texts/en.ts';

export interface SettingsPlace {
  text: keyof typeof en;
  href: string;
  needs?: Permission;
}

/** Every page of the settings, in groups. One is shown once routes.tsx has its screen and the user may see it. */
export const groups: readonly { text: keyof typeof en; places: readonly SettingsPlace[] }[] = [
  { text: 'personal', places: [{ text: 'profile', href: paths.profile() }] },
  {
    text: 'installation',
    places: [
      { text: 'company', href: paths.installation(), needs: 'settings.edit' },
      { text: 'users', href: paths.users(), needs: 'user.manage' },
      { text: 'numberSeries', href: paths.numberSeries(), needs: 'settings.edit' },
      { text: 'salesStages', href: paths.salesStages(), needs: 'settings.edit' },
      { text: 'api', href: paths.api() },
      { text: 'apiKeys', href: paths.apiKeys(), needs: 'settings.edit' },
      { text: 'webhooks', href: paths.webhooks(), needs: 'settings.edit' },
      { text: 'workers', href: paths.workers(), needs: 'campaign.see' },
      { text: 'auditTrail', href: paths.auditTrail(), needs: 'user.manage' },
    ],
  },
  {
    text: 'sending',
    places: [
      { text: 'sendingAccounts', href: paths.sendingAccounts(), needs: 'account.manage' },
      { text: 'smsAccounts', href: paths.smsAccounts(), needs: 'account.manage' },
      { text: 'smsUsage', href: paths.smsUsage(), needs: 'campaign.see' },
      { text: 'outbox', href: paths.outbox(), needs: 'campaign.see' },
      { text: 'pressure', href: paths.pressure(), needs: 'settings.edit' },
    ],
  },
  {
    text: 'consent',
    places: [
      { text: 'topics', href: paths.topics(), needs: 'consent.see' },
      { text: 'consentPurposes', href: paths.consentPurposes(), needs: 'consent.see' },
      { text: 'suppressions', href: paths.suppressions(), needs: 'consent.see' },
      { text: 'signUpForms', href: paths.signUpForms(), needs: 'consent.see' },
    ],
  },
  {
    text: 'people',
    places: [
      { text: 'customFields', href: paths.customFields(), needs: 'settings.edit' },
      { text: 'interactionTypes', href: paths.interactionTypes(), needs: 'settings.edit' },
      { text: 'assetTypes', href: paths.assetTypes(), needs: 'settings.edit' },
    ],
  },
];
