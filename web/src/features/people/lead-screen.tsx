import { useState } from 'react';
import { deleteLead, getLead, type Lead, listLeads, updateLead } from '../../../../contract/leads.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { ConsentPanel } from '../../consent-panel/consent-panel.tsx';
import { useFieldLabel } from '../../crm-fields/field-label.ts';
import { DossierPanel } from '../../dossier/dossier-panel.tsx';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { MergeWith } from '../../merging/merge-with.tsx';
import { paths } from '../../paths.ts';
import { QuickMenu } from '../../quick/quick-menu.tsx';
import { PartyTimeline } from '../../timeline/party-timeline.tsx';
import { Button } from '../../ui/button.tsx';
import { Row } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { useGo, useParam } from '../../url.ts';
import { ConvertLeadDialog } from './convert-lead.tsx';
import { LeadForm } from './lead-form.tsx';
import { leadName } from './lead-name.ts';
import { LeadStatus } from './lead-status.tsx';
import { leadTexts } from './lead-texts/texts.ts';
import { usePartyFacts } from './party-facts.tsx';
import { PartyPage, PartyWaiting } from './party-page.tsx';

const useCrumb = () => ({ label: useTexts(leadTexts)('leads'), href: paths.leads() });

export function NewLeadScreen() {
  const t = useTexts(leadTexts);
  const go = useGo();
  return (
    <Page title={t('newLead')} crumbs={[useCrumb()]} width="reading">
      <LeadForm lead={null} onSaved={({ id }) => go(paths.lead(id))} onCancel={() => go(paths.leads())} />
    </Page>
  );
}

/** What the lead became, each a link. */
function Became({ lead }: { lead: Lead }) {
  return (
    <Row gap="small">
      {lead.contact ? <Link href={paths.contact(lead.contact.id)}>{lead.contact.name}</Link> : null}
      {lead.company ? <Link href={paths.company(lead.company.id)}>{lead.company.name}</Link> : null}
      {lead.contact || lead.company ? null : '–'}
    </Row>
  );
}

function useLeadFacts(lead: Lead) {
  const t = useTexts(leadTexts);
  const label = useFieldLabel();
  const office = [lead.companyEmail, lead.companyPhone].filter(Boolean).join(' · ');
  return [
    ...(lead.state === 'converted' ? [{ label: t('converted'), value: <Became lead={lead} /> }] : []),
    ...(lead.title ? [{ label: label('lead', 'title'), value: lead.title }] : []),
    { label: t('company'), value: lead.companyName ?? '–' },
    ...(office ? [{ label: t('office'), value: office }] : []),
    { label: t('source'), value: lead.source ?? '–' },
    ...usePartyFacts('lead', lead),
  ];
}

/** One lead: details to be edited in place, everything that happened, and the way to a customer. */
export function LeadScreen() {
  const crumb = useCrumb();
  const { data, problem } = useEndpoint(getLead, { id: useParam('id') as never });
  return data ? <LeadPage lead={data} /> : <PartyWaiting crumb={crumb} problem={problem} />;
}

function LeadPage({ lead }: { lead: Lead }) {
  const t = useTexts(leadTexts);
  const common = useTexts(shared);
  const go = useGo();
  const [converting, setConverting] = useState(false);
  const name = leadName(lead);
  const invalidate = [listLeads, getLead];
  const update = useAction(updateLead, { invalidate, done: common('saved') });
  const remove = useAction(deleteLead, {
    invalidate: [listLeads],
    done: common('deleted'),
    onSuccess: () => go(paths.leads()),
  });
  const turn = lead.state === 'lost' ? 'open' : 'lost';
  const actions =
    lead.state === 'converted' ? null : (
      <>
        <Button busy={update.busy} onClick={() => update.run({ id: lead.id, state: turn })}>
          {t(turn === 'open' ? 'reopen' : 'markLost')}
        </Button>
        {lead.state === 'open' ? (
          <Button look="primary" onClick={() => setConverting(true)}>
            {t('becomeCustomer')}
          </Button>
        ) : null}
      </>
    );
  return (
    <PartyPage
      name={name}
      crumb={useCrumb()}
      mark={<LeadStatus state={lead.state} />}
      facts={useLeadFacts(lead)}
      form={(done) => <LeadForm lead={lead} onSaved={done} onCancel={done} />}
      remove={{
        title: t('deleteTitle', { name }),
        text: t('deleteText'),
        action: t('deleteLead'),
        busy: remove.busy,
        run: () => remove.run({ id: lead.id }),
      }}
      actions={
        <>
          <QuickMenu from={{ lead: [lead.id] }} />
          <MergeWith kind="lead" id={lead.id} onMerged={(id) => go(paths.lead(id))} />
          {actions}
        </>
      }
    >
      <DossierPanel party={{ kind: 'lead', id: lead.id }} />
      <ConsentPanel party={{ kind: 'lead', id: lead.id }} />
      <PartyTimeline entity="lead" id={lead.id} />
      <ConvertLeadDialog lead={lead} open={converting} onClose={() => setConverting(false)} />
    </PartyPage>
  );
}
