import { type Company, deleteCompany, getCompany, listCompanies, listContacts } from '../../../../contract/crm.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { ConsentPanel } from '../../consent-panel/consent-panel.tsx';
import { useCountryName } from '../../crm-fields/country-field.tsx';
import { useFieldLabel } from '../../crm-fields/field-label.ts';
import { DossierPanel } from '../../dossier/dossier-panel.tsx';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { MergeWith } from '../../merging/merge-with.tsx';
import { paths } from '../../paths.ts';
import { QuickMenu } from '../../quick/quick-menu.tsx';
import { PartyTimeline } from '../../timeline/party-timeline.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { useGo, useParam } from '../../url.ts';
import { CompanyForm } from './company-form.tsx';
import { CompanyPeople } from './company-people.tsx';
import { OwnedAssets } from './owned-assets.tsx';
import { usePartyFacts } from './party-facts.tsx';
import { PartyPage, PartyWaiting } from './party-page.tsx';
import { texts } from './texts/texts.ts';

const useCrumb = () => ({ label: useTexts(texts)('companies'), href: paths.companies() });

export function NewCompanyScreen() {
  const t = useTexts(texts);
  const go = useGo();
  return (
    <Page title={t('newCompany')} crumbs={[useCrumb()]} width="reading">
      <CompanyForm company={null} onSaved={({ id }) => go(paths.company(id))} onCancel={() => go(paths.companies())} />
    </Page>
  );
}

const webAddress = (website: string) => (/^https?:\/\//i.test(website) ? website : `https://${website}`);

function useCompanyFacts(company: Company) {
  const t = useTexts(texts);
  const label = useFieldLabel();
  const countryName = useCountryName();
  const { website, billing } = company;
  const town = [billing.postalCode, billing.city].filter(Boolean).join(' ');
  const country = billing.country === null ? '' : countryName(billing.country);
  const billed = [billing.name, billing.street, town, country].filter(Boolean).join(', ');
  return [
    { label: label('company', 'organisation_number'), value: company.organisationNumber ?? '–' },
    ...(company.vatId ? [{ label: label('company', 'vat_id'), value: company.vatId }] : []),
    ...(website
      ? [
          {
            label: label('company', 'website'),
            value: (
              <Link newTab href={webAddress(website)}>
                {website}
              </Link>
            ),
          },
        ]
      : []),
    ...usePartyFacts('company', company),
    ...(billed ? [{ label: t('billing'), value: billed }] : []),
    ...(billing.email ? [{ label: t('billingEmail'), value: billing.email }] : []),
    ...(billing.paymentDays === null
      ? []
      : [{ label: t('paymentDays'), value: `${billing.paymentDays} ${t('days')}` }]),
  ];
}

/** One company: details, its people, and everything that happened. */
export function CompanyScreen() {
  const crumb = useCrumb();
  const { data, problem } = useEndpoint(getCompany, { id: useParam('id') as never });
  return data ? <CompanyPage company={data} /> : <PartyWaiting crumb={crumb} problem={problem} />;
}

function CompanyPage({ company }: { company: Company }) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const go = useGo();
  const remove = useAction(deleteCompany, {
    invalidate: [listCompanies, listContacts],
    done: common('deleted'),
    onSuccess: () => go(paths.companies()),
  });
  return (
    <PartyPage
      name={company.name}
      actions={
        <>
          <QuickMenu from={{ company: [company.id] }} />
          <MergeWith kind="company" id={company.id} onMerged={(id) => go(paths.company(id))} />
        </>
      }
      crumb={useCrumb()}
      facts={useCompanyFacts(company)}
      form={(done) => <CompanyForm company={company} onSaved={done} onCancel={done} />}
      remove={{
        title: t('deleteCompanyTitle', { name: company.name }),
        text: t('deleteCompanyText', { count: company.contacts }),
        action: t('deleteCompany'),
        busy: remove.busy,
        run: () => remove.run({ id: company.id }),
      }}
    >
      <CompanyPeople company={company} />
      <OwnedAssets owner={{ companyId: company.id }} />
      <DossierPanel party={{ kind: 'company', id: company.id }} />
      <ConsentPanel party={{ kind: 'company', id: company.id }} />
      <PartyTimeline entity="company" id={company.id} />
    </PartyPage>
  );
}
