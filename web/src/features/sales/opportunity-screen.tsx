import { useState } from 'react';
import { getOpportunity, type Opportunity } from '../../../../contract/sales.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { texts as lineTexts } from '../../sales-lines/texts/texts.ts';
import { WrittenLines } from '../../sales-lines/written-lines.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Card, Section } from '../../ui/card.tsx';
import { Columns, Stack } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Facts } from '../../ui/stat.tsx';
import { Text } from '../../ui/text.tsx';
import { Money, When } from '../../ui/values.tsx';
import { useGo, useParam, useSearchState } from '../../url.ts';
import { OpportunityActions } from './opportunity-actions.tsx';
import { OpportunityForm } from './opportunity-form.tsx';
import type { PartyChosen } from './party-fields.tsx';
import { texts } from './texts/texts.ts';
import { OpportunityStatus, PartyLink } from './words.tsx';

const useCrumbs = () => [{ label: useTexts(texts)('opportunities'), href: paths.opportunities() }];

export function NewOpportunityScreen() {
  const t = useTexts(texts);
  const go = useGo();
  const [{ contact, company, lead }] = useSearchState<Partial<Record<PartyChosen['kind'], string>>>();
  const named = { contact, company, lead };
  const kind = (['contact', 'company', 'lead'] as const).find((one) => named[one] !== undefined);
  return (
    <Page title={t('newOpportunity')} crumbs={useCrumbs()} width="reading">
      <OpportunityForm
        opportunity={null}
        party={kind ? { kind, id: named[kind] ?? '' } : null}
        onSaved={({ id }) => go(paths.opportunity(id))}
        onCancel={() => go(paths.opportunities())}
      />
    </Page>
  );
}

function Details({ opportunity }: { opportunity: Opportunity }) {
  const t = useTexts(texts);
  const { party, company, stage, state, valueMinor, currency, closesOn, closedOn, lostReason, owner, campaign } =
    opportunity;
  const facts = [
    { label: t('customer'), value: <PartyLink party={party} /> },
    ...(company ? [{ label: t('company'), value: <Link href={paths.company(company.id)}>{company.name}</Link> }] : []),
    { label: t('value'), value: <Money minor={valueMinor} currency={currency} /> },
    { label: t('stage'), value: stage.name },
    { label: t('state'), value: <OpportunityStatus state={state} /> },
    { label: t('closesOn'), value: <When at={closesOn} show="date" /> },
    ...(closedOn ? [{ label: t('closedOn'), value: <When at={closedOn} show="date" /> }] : []),
    ...(lostReason ? [{ label: t('lostReason'), value: lostReason }] : []),
    { label: t('owner'), value: owner.name },
    {
      label: t('campaign'),
      value: campaign ? <Link href={paths.campaign(campaign.id)}>{campaign.name}</Link> : '–',
    },
    { label: t('created'), value: <When at={opportunity.createdAt} show="date" /> },
  ];
  return <Facts facts={facts} />;
}

/** One deal: what it is worth, whose it is, and the products in it. */
export function OpportunityScreen() {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const lines = useTexts(lineTexts);
  const crumbs = useCrumbs();
  const [editing, setEditing] = useState(false);
  const { data: opportunity, problem } = useEndpoint(getOpportunity, { id: useParam('id') as never });
  if (!opportunity)
    return (
      <Page title={t('opportunities')} crumbs={crumbs}>
        {problem ? <Alert tone="bad">{problem.message}</Alert> : <Skeleton lines={8} />}
      </Page>
    );
  const stop = () => setEditing(false);
  return (
    <Page
      title={opportunity.title}
      crumbs={crumbs}
      mark={opportunity.test ? <Badge>{t('test')}</Badge> : null}
      actions={editing ? undefined : <OpportunityActions opportunity={opportunity} edit={() => setEditing(true)} />}
    >
      <Columns
        asideLabel={t('details')}
        side="left"
        aside={
          <Card title={t('details')}>
            <Details opportunity={opportunity} />
          </Card>
        }
      >
        <Stack gap="none">
          {opportunity.test ? <Alert tone="accent">{t('testText')}</Alert> : null}
          {editing ? (
            <Section title={common('edit')}>
              <OpportunityForm opportunity={opportunity} party={null} onSaved={stop} onCancel={stop} />
            </Section>
          ) : (
            <>
              <Section title={lines('products')}>
                <WrittenLines lines={opportunity.lines} currency={opportunity.currency} sum={opportunity.linesMinor} />
              </Section>
              {opportunity.note ? (
                <Section title={t('note')}>
                  <Text>{opportunity.note}</Text>
                </Section>
              ) : null}
            </>
          )}
        </Stack>
      </Columns>
    </Page>
  );
}
