import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { paths } from './paths.ts';

export interface Screen {
  /** Absolute, parameters as `$id`. */
  path: string;
  component: unknown;
  screens?: readonly Screen[];
}

/** A screen at a path. With screens inside, it's their layout and shows them in its `<Outlet />`. */
function at(path: string, component: unknown, screens?: readonly Screen[]): Screen {
  return screens ? { path, component, screens } : { path, component };
}

/** Loads a feature's screen when it's first visited. */
function lazy<M extends Record<K, ComponentType>, K extends string>(load: () => Promise<M>, name: K): unknown {
  return lazyRouteComponent(load, name);
}

/** For those who are not signed in. */
export const outside: readonly Screen[] = [
  at(
    paths.setup(),
    lazy(() => import('./features/access/set-up-screen.tsx'), 'SetUpScreen'),
  ),
  at(
    paths.signIn(),
    lazy(() => import('./features/access/sign-in-screen.tsx'), 'SignInScreen'),
  ),
  at(
    paths.invitation('$token'),
    lazy(() => import('./features/access/invitation-screen.tsx'), 'InvitationScreen'),
  ),
];

/** Behind the sign-in, inside the shell. One line a screen, in the order of the left panel. */
export const inside: readonly Screen[] = [
  at(
    paths.today(),
    lazy(() => import('./features/today/today-screen.tsx'), 'TodayScreen'),
  ),
  at(
    paths.campaigns(),
    lazy(() => import('./features/campaigns/campaigns-screen.tsx'), 'CampaignsScreen'),
  ),
  at(
    paths.newCampaign(),
    lazy(() => import('./features/campaigns/new-campaign-screen.tsx'), 'NewCampaignScreen'),
  ),
  at(
    paths.quickCampaign('$channel'),
    lazy(() => import('./features/campaigns/quick-campaign-screen.tsx'), 'QuickCampaignScreen'),
  ),
  at(
    paths.campaignsWithPeople(),
    lazy(() => import('./features/campaigns/people-screen.tsx'), 'CampaignPeopleScreen'),
  ),
  at(
    paths.compareCampaigns(),
    lazy(() => import('./features/campaigns/comparison-screen.tsx'), 'ComparisonScreen'),
  ),
  at(
    paths.campaign('$id'),
    lazy(() => import('./features/campaigns/campaign-frame.tsx'), 'CampaignFrame'),
    [
      at(
        paths.campaign('$id'),
        lazy(() => import('./features/campaigns/campaign-entry.tsx'), 'CampaignEntry'),
      ),
      at(
        paths.campaignWhy('$id'),
        lazy(() => import('./features/campaigns/why-stop.tsx'), 'WhyStop'),
      ),
      at(
        paths.campaignWho('$id'),
        lazy(() => import('./features/campaigns/who-stop.tsx'), 'WhoStop'),
      ),
      at(
        paths.campaignWhat('$id'),
        lazy(() => import('./features/campaigns/what-stop.tsx'), 'WhatStop'),
      ),
      at(
        paths.campaignWhen('$id'),
        lazy(() => import('./features/campaigns/when-stop.tsx'), 'WhenStop'),
      ),
      at(
        paths.campaignCheck('$id'),
        lazy(() => import('./features/campaigns/check-stop.tsx'), 'CheckStop'),
      ),
      at(
        paths.campaignResults('$id'),
        lazy(() => import('./features/campaigns/results-stop.tsx'), 'ResultsStop'),
      ),
      at(
        paths.campaignRecipients('$id'),
        lazy(() => import('./features/campaigns/recipients-view.tsx'), 'RecipientsView'),
      ),
      at(
        paths.campaignLog('$id'),
        lazy(() => import('./features/campaigns/log-view.tsx'), 'LogView'),
      ),
      at(
        paths.campaignCleansing('$id'),
        lazy(() => import('./features/campaigns/cleansing-view.tsx'), 'CleansingView'),
      ),
      at(
        paths.campaignAnswers('$id'),
        lazy(() => import('./features/campaigns/answers-view.tsx'), 'AnswersView'),
      ),
      at(
        paths.campaignMoney('$id'),
        lazy(() => import('./features/campaigns/money-view.tsx'), 'MoneyView'),
      ),
      at(
        paths.campaignActions('$id'),
        lazy(() => import('./features/campaigns/actions-view.tsx'), 'ActionsView'),
      ),
      at(
        paths.campaignProgress('$id'),
        lazy(() => import('./features/campaigns/progress-view.tsx'), 'ProgressView'),
      ),
      at(
        paths.campaignTracks('$id'),
        lazy(() => import('./features/campaigns/tracks/tracks-stop.tsx'), 'TracksStop'),
      ),
      at(
        paths.campaignJoining('$id'),
        lazy(() => import('./features/campaigns/tracks/joining-stop.tsx'), 'JoiningStop'),
      ),
      at(
        paths.campaignRehearsal('$id'),
        lazy(() => import('./features/campaigns/tracks/rehearsal-stop.tsx'), 'RehearsalStop'),
      ),
      at(
        paths.campaignPeople('$id'),
        lazy(() => import('./features/campaigns/tracks/enrolments-stop.tsx'), 'EnrolmentsStop'),
      ),
      at(
        paths.duplicateCampaign('$id'),
        lazy(() => import('./features/campaigns/duplicate-view.tsx'), 'DuplicateView'),
      ),
      at(
        paths.campaignPlan('$id'),
        lazy(() => import('./features/campaigns/plan-view.tsx'), 'PlanView'),
      ),
      at(
        paths.campaignHistory('$id'),
        lazy(() => import('./features/campaigns/history-view.tsx'), 'HistoryView'),
      ),
    ],
  ),
  at(
    paths.calendar(),
    lazy(() => import('./features/calendar/calendar-screen.tsx'), 'CalendarScreen'),
  ),
  at(
    paths.contacts(),
    lazy(() => import('./features/people/contacts-screen.tsx'), 'ContactsScreen'),
  ),
  at(
    paths.newContact(),
    lazy(() => import('./features/people/contact-screen.tsx'), 'NewContactScreen'),
  ),
  at(
    paths.contact('$id'),
    lazy(() => import('./features/people/contact-screen.tsx'), 'ContactScreen'),
  ),
  at(
    paths.companies(),
    lazy(() => import('./features/people/companies-screen.tsx'), 'CompaniesScreen'),
  ),
  at(
    paths.newCompany(),
    lazy(() => import('./features/people/company-screen.tsx'), 'NewCompanyScreen'),
  ),
  at(
    paths.company('$id'),
    lazy(() => import('./features/people/company-screen.tsx'), 'CompanyScreen'),
  ),
  at(
    paths.leads(),
    lazy(() => import('./features/people/leads-screen.tsx'), 'LeadsScreen'),
  ),
  at(
    paths.newLead(),
    lazy(() => import('./features/people/lead-screen.tsx'), 'NewLeadScreen'),
  ),
  at(
    paths.lead('$id'),
    lazy(() => import('./features/people/lead-screen.tsx'), 'LeadScreen'),
  ),
  at(
    paths.assets(),
    lazy(() => import('./features/people/assets-screen.tsx'), 'AssetsScreen'),
  ),
  at(
    paths.newAsset(),
    lazy(() => import('./features/people/asset-screen.tsx'), 'NewAssetScreen'),
  ),
  at(
    paths.asset('$id'),
    lazy(() => import('./features/people/asset-screen.tsx'), 'AssetScreen'),
  ),
  at(
    paths.duplicates(),
    lazy(() => import('./features/duplicates/duplicates-screen.tsx'), 'DuplicatesScreen'),
  ),
  at(
    paths.imports(),
    lazy(() => import('./features/imports/imports-screen.tsx'), 'ImportsScreen'),
  ),
  at(
    paths.newImport(),
    lazy(() => import('./features/imports/new-import-screen.tsx'), 'NewImportScreen'),
  ),
  at(
    paths.import('$id'),
    lazy(() => import('./features/imports/import-screen.tsx'), 'ImportScreen'),
  ),
  at(
    paths.tasks(),
    lazy(() => import('./features/tasks/tasks-screen.tsx'), 'TasksScreen'),
  ),
  at(
    paths.desk(),
    lazy(() => import('./features/desk/desk-screen.tsx'), 'DeskScreen'),
  ),
  at(
    paths.segments(),
    lazy(() => import('./features/segments/segments-screen.tsx'), 'SegmentsScreen'),
  ),
  at(
    paths.newSegment(),
    lazy(() => import('./features/segments/segment-screen.tsx'), 'NewSegmentScreen'),
  ),
  at(
    paths.segment('$id'),
    lazy(() => import('./features/segments/segment-screen.tsx'), 'SegmentScreen'),
  ),
  at(
    paths.content(),
    lazy(() => import('./features/content/templates-screen.tsx'), 'TemplatesScreen'),
  ),
  at(
    paths.templates(),
    lazy(() => import('./features/content/templates-screen.tsx'), 'TemplatesScreen'),
  ),
  at(
    paths.newTemplate(),
    lazy(() => import('./features/content/template-screen.tsx'), 'NewTemplateScreen'),
  ),
  at(
    paths.template('$id'),
    lazy(() => import('./features/content/template-screen.tsx'), 'TemplateScreen'),
  ),
  at(
    paths.media(),
    lazy(() => import('./features/content/pictures-screen.tsx'), 'PicturesScreen'),
  ),
  at(
    paths.articles(),
    lazy(() => import('./features/content/articles-screen.tsx'), 'ArticlesScreen'),
  ),
  at(
    paths.newArticle(),
    lazy(() => import('./features/content/article-screen.tsx'), 'NewArticleScreen'),
  ),
  at(
    paths.article('$id'),
    lazy(() => import('./features/content/article-screen.tsx'), 'ArticleScreen'),
  ),
  at(
    paths.layouts(),
    lazy(() => import('./features/content/layouts-screen.tsx'), 'LayoutsScreen'),
  ),
  at(
    paths.newLayout(),
    lazy(() => import('./features/content/layout-screen.tsx'), 'NewLayoutScreen'),
  ),
  at(
    paths.layout('$id'),
    lazy(() => import('./features/content/layout-screen.tsx'), 'LayoutScreen'),
  ),
  at(
    paths.opportunities(),
    lazy(() => import('./features/sales/opportunities-screen.tsx'), 'OpportunitiesScreen'),
  ),
  at(
    paths.newOpportunity(),
    lazy(() => import('./features/sales/opportunity-screen.tsx'), 'NewOpportunityScreen'),
  ),
  at(
    paths.opportunity('$id'),
    lazy(() => import('./features/sales/opportunity-screen.tsx'), 'OpportunityScreen'),
  ),
  at(
    paths.offers(),
    lazy(() => import('./features/sales/offers-screen.tsx'), 'OffersScreen'),
  ),
  at(
    paths.offer('$id'),
    lazy(() => import('./features/sales/offer-screen.tsx'), 'OfferScreen'),
  ),
  at(
    paths.invoices(),
    lazy(() => import('./features/sales/invoices-screen.tsx'), 'InvoicesScreen'),
  ),
  at(
    paths.invoice('$id'),
    lazy(() => import('./features/sales/invoice-screen.tsx'), 'InvoiceScreen'),
  ),
  at(
    paths.products(),
    lazy(() => import('./features/catalogue/products-screen.tsx'), 'ProductsScreen'),
  ),
  at(
    paths.newProduct(),
    lazy(() => import('./features/catalogue/product-screen.tsx'), 'NewProductScreen'),
  ),
  at(
    paths.product('$id'),
    lazy(() => import('./features/catalogue/product-screen.tsx'), 'ProductScreen'),
  ),
  at(
    paths.productGroups(),
    lazy(() => import('./features/catalogue/product-groups-screen.tsx'), 'ProductGroupsScreen'),
  ),
  at(
    paths.priceLists(),
    lazy(() => import('./features/catalogue/price-lists-screen.tsx'), 'PriceListsScreen'),
  ),
  at(
    paths.priceRevisions(),
    lazy(() => import('./features/catalogue/price-revisions-screen.tsx'), 'PriceRevisionsScreen'),
  ),
  at(
    paths.newPriceRevision(),
    lazy(() => import('./features/catalogue/price-revision-screen.tsx'), 'NewPriceRevisionScreen'),
  ),
  at(
    paths.priceRevision('$id'),
    lazy(() => import('./features/catalogue/price-revision-screen.tsx'), 'PriceRevisionScreen'),
  ),
  at(
    paths.settings(),
    lazy(() => import('./shell/settings/settings-frame.tsx'), 'SettingsFrame'),
    [
      at(
        paths.settings(),
        lazy(() => import('./shell/settings/settings-frame.tsx'), 'SettingsStart'),
      ),
      at(
        paths.profile(),
        lazy(() => import('./features/access/profile-screen.tsx'), 'ProfileScreen'),
      ),
      at(
        paths.installation(),
        lazy(() => import('./features/settings-company/company-screen.tsx'), 'CompanyScreen'),
      ),
      at(
        paths.customFields(),
        lazy(() => import('./features/settings-fields/custom-fields-screen.tsx'), 'CustomFieldsScreen'),
      ),
      at(
        paths.interactionTypes(),
        lazy(() => import('./features/settings-interactions/types-screen.tsx'), 'TypesScreen'),
      ),
      at(
        paths.assetTypes(),
        lazy(() => import('./features/settings-fields/asset-types-screen.tsx'), 'AssetTypesScreen'),
      ),
      at(
        paths.numberSeries(),
        lazy(() => import('./features/settings-sales/terms-screen.tsx'), 'TermsScreen'),
      ),
      at(
        paths.salesStages(),
        lazy(() => import('./features/settings-sales/stages-screen.tsx'), 'StagesScreen'),
      ),
      at(
        paths.users(),
        lazy(() => import('./features/settings-users/users-screen.tsx'), 'UsersScreen'),
      ),
      at(
        paths.api(),
        lazy(() => import('./features/settings-system/api-screen.tsx'), 'ApiScreen'),
      ),
      at(
        paths.workers(),
        lazy(() => import('./features/settings-system/workers-screen.tsx'), 'WorkersScreen'),
      ),
      at(
        paths.topics(),
        lazy(() => import('./features/settings-consent/topics-screen.tsx'), 'TopicsScreen'),
      ),
      at(
        paths.pressure(),
        lazy(() => import('./features/settings-pressure/pressure-screen.tsx'), 'PressureScreen'),
      ),
      at(
        paths.suppressions(),
        lazy(() => import('./features/settings-consent/suppressions-screen.tsx'), 'SuppressionsScreen'),
      ),
      at(
        paths.sendingAccounts(),
        lazy(() => import('./features/settings-accounts/accounts-screen.tsx'), 'AccountsScreen'),
      ),
      at(
        paths.newSendingAccount(),
        lazy(() => import('./features/settings-accounts/account-screen.tsx'), 'NewAccountScreen'),
      ),
      at(
        paths.sendingAccount('$id'),
        lazy(() => import('./features/settings-accounts/account-screen.tsx'), 'AccountScreen'),
      ),
      at(
        paths.smsAccounts(),
        lazy(() => import('./features/settings-accounts/sms-accounts-screen.tsx'), 'SmsAccountsScreen'),
      ),
      at(
        paths.newSmsAccount(),
        lazy(() => import('./features/settings-accounts/sms-account-screen.tsx'), 'NewSmsAccountScreen'),
      ),
      at(
        paths.smsAccount('$id'),
        lazy(() => import('./features/settings-accounts/sms-account-screen.tsx'), 'SmsAccountScreen'),
      ),
      at(
        paths.smsUsage(),
        lazy(() => import('./features/settings-accounts/sms-usage-screen.tsx'), 'SmsUsageScreen'),
      ),
      at(
        paths.outbox(),
        lazy(() => import('./features/outbox/outbox-screen.tsx'), 'OutboxScreen'),
      ),
    ],
  ),
];
