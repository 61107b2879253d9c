import {
  IconAddressBook,
  IconBriefcase,
  IconCalendar,
  IconChartBar,
  IconFilter,
  IconLayoutDashboard,
  IconPhoneCall,
  IconSend,
  IconSettings,
  IconTemplate,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Permission } from '../../../contract/permissions.ts';
import type { SimpleKeys } from '../i18n/define-texts.ts';
import { paths } from '../paths.ts';
import type { en } from './texts/en.ts';

export interface Place {
  text: SimpleKeys<typeof en>;
  href: string;
  icon?: ComponentType<{ size?: number; stroke?: number }>;
  needs?: Permission;
  places?: readonly Place[];
}

/** The left panel. A place shows when routes.tsx has its screen and the user may see it, so nothing is to be done here for a new screen. */
export const places: readonly Place[] = [
  { text: 'today', href: paths.today(), icon: IconLayoutDashboard },
  { text: 'campaigns', href: paths.campaigns(), icon: IconSend, needs: 'campaign.see' },
  { text: 'calendar', href: paths.calendar(), icon: IconCalendar, needs: 'campaign.see' },
  {
    text: 'people',
    href: paths.contacts(),
    icon: IconAddressBook,
    needs: 'crm.see',
    places: [
      { text: 'contacts', href: paths.contacts() },
      { text: 'companies', href: paths.companies() },
      { text: 'leads', href: paths.leads() },
      { text: 'assets', href: paths.assets() },
      { text: 'duplicates', href: paths.duplicates() },
      { text: 'imports', href: paths.imports(), needs: 'crm.import' },
    ],
  },
  { text: 'segments', href: paths.segments(), icon: IconFilter, needs: 'segment.see' },
  {
    text: 'content',
    href: paths.templates(),
    icon: IconTemplate,
    needs: 'campaign.see',
    places: [
      { text: 'templates', href: paths.templates() },
      { text: 'articles', href: paths.articles() },
      { text: 'pictures', href: paths.media() },
      { text: 'layouts', href: paths.layouts() },
    ],
  },
  {
    text: 'sales',
    href: paths.opportunities(),
    icon: IconBriefcase,
    needs: 'catalogue.see',
    places: [
      { text: 'opportunities', href: paths.opportunities() },
      { text: 'offers', href: paths.offers() },
      { text: 'invoices', href: paths.invoices() },
      { text: 'products', href: paths.products() },
      { text: 'productGroups', href: paths.productGroups() },
      { text: 'priceLists', href: paths.priceLists() },
      { text: 'priceRevisions', href: paths.priceRevisions() },
    ],
  },
  { text: 'tasks', href: paths.tasks(), icon: IconPhoneCall, needs: 'campaign.see' },
  { text: 'reports', href: paths.reports(), icon: IconChartBar, needs: 'campaign.see' },
  { text: 'settings', href: paths.settings(), icon: IconSettings },
];

/** What the palette can begin, besides the places it goes to. */
export const deeds: readonly Place[] = [
  { text: 'newCampaign', href: paths.newCampaign(), needs: 'campaign.create' },
  { text: 'newContact', href: paths.newContact(), needs: 'crm.edit' },
  { text: 'importPeople', href: paths.newImport(), needs: 'crm.import' },
  { text: 'newOpportunity', href: paths.newOpportunity(), needs: 'sales.edit' },
  { text: 'newProduct', href: paths.newProduct(), needs: 'catalogue.edit' },
  { text: 'newPriceRevision', href: paths.newPriceRevision(), needs: 'catalogue.edit' },
  { text: 'newSegment', href: paths.newSegment(), needs: 'segment.edit' },
];
