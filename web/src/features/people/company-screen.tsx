import { IconEdit, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { type Company, deleteCompany, getCompany, listCompanies, listContacts } from '../../../../contract/crm.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { ConsentPanel } from '../../consent-panel/consent-panel.tsx';
import { useFieldLabel } from '../../crm-fields/field-label.ts';
import { DossierPanel } from '../../dossier/dossier-panel.tsx';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, Section } from '../../ui/card.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { Columns, Stack } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Facts } from '../../ui/stat.tsx';
import { useGo, useParam } from '../../url.ts';
import { CompanyForm } from './company-form.tsx';
import { CompanyPeople } from './company-people.tsx';
import { usePartyFacts } from './party-facts.tsx';
import { PartyTimeline } from './party-timeline.tsx';
import { texts } from './texts/texts.ts';

const useCrumbs = () => [{ label: useTexts(texts)('companies'), href: paths.companies() }];

export function NewCompanyScreen() {
  const t = useTexts(texts);
  const go = useGo();
  return (
    <Page title={t('newCompany')} crumbs={useCrumbs()} width="reading">
      <CompanyForm company={null} onSaved={({ id }) => go(paths.company(id))} onCancel={() => go(paths.companies())} />
    </Page>
  );
}

const webAddress = (website: string) => (/^https?:\/\//i.test(website) ? website : `https://${website}`);

function CompanyDetails({ company }: { company: Company }) {
  const label = useFieldLabel();
  const { website } = company;
  const facts = [
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
  ];
  return <Facts facts={facts} />;
}

/** One company: details, its people, and everything that happened. */
export function CompanyScreen() {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const id = useParam('id');
  const go = useGo();
  const crumbs = useCrumbs();
  const mayEdit = useMay('crm.edit');
  const [editing, setEditing] = useState(false);
  const { data: company, problem } = useEndpoint(getCompany, { id: id as never });
  const remove = useAction(deleteCompany, {
    invalidate: [listCompanies, listContacts],
    done: common('deleted'),
    onSuccess: () => go(paths.companies()),
  });
  if (!company)
    return (
      <Page title={t('companies')} crumbs={crumbs}>
        {problem ? <Alert tone="bad">{problem.message}</Alert> : <Skeleton lines={8} />}
      </Page>
    );
  const askAndRemove = async () => {
    const title = t('deleteCompanyTitle', { name: company.name });
    const text = t('deleteCompanyText', { count: company.contacts });
    if (await confirm({ title, text, action: t('deleteCompany'), danger: true })) remove.run({ id: company.id });
  };
  const actions = mayEdit ? (
    <>
      <Button icon={<IconTrash size={16} />} busy={remove.busy} onClick={() => void askAndRemove()}>
        {common('delete')}
      </Button>
      <Button icon={<IconEdit size={16} />} disabled={editing} onClick={() => setEditing(true)}>
        {common('edit')}
      </Button>
    </>
  ) : undefined;
  return (
    <Page title={company.name} crumbs={crumbs} actions={actions}>
      <Columns
        asideLabel={t('details')}
        side="left"
        aside={
          <Card title={t('details')}>
            <CompanyDetails company={company} />
          </Card>
        }
      >
        <Stack gap="none">
          {editing ? (
            <Section title={common('edit')}>
              <CompanyForm company={company} onSaved={() => setEditing(false)} onCancel={() => setEditing(false)} />
            </Section>
          ) : null}
          <CompanyPeople company={company} />
          <DossierPanel party={{ kind: 'company', id: company.id }} />
          <ConsentPanel party={{ kind: 'company', id: company.id }} />
          <PartyTimeline entity="company" id={company.id} />
        </Stack>
      </Columns>
    </Page>
  );
}
