import { listCompanies, listContacts } from '../../../../contract/crm.ts';
import type { OutputOf } from '../../../../contract/endpoint.ts';
import {
  convertLead,
  getLead,
  getLeadTimeline,
  type Lead,
  listLeads,
  suggestConversion,
} from '../../../../contract/leads.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { RadioField } from '../../form/choice-fields.tsx';
import { Form, FormFoot } from '../../form/form.tsx';
import { useForm } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Modal } from '../../ui/modal.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Text } from '../../ui/text.tsx';
import { leadName } from './lead-name.ts';
import { leadTexts } from './lead-texts/texts.ts';

type Suggested = OutputOf<typeof suggestConversion>;
type Match = Suggested['contacts'][number] | Suggested['companies'][number];

/** Who is there already, the surest first, then a new one, then none. */
function useChoices() {
  const t = useTexts(leadTexts);
  return (found: readonly Match[], fresh: string | null, none: string) => [
    ...found.map(({ id, name, detail, by }) => ({
      value: id as string,
      label: detail ? `${name} (${detail})` : name,
      hint: `${t(`known_${by}`)}. ${t('keeps')}`,
    })),
    ...(fresh === null ? [] : [{ value: 'new', label: fresh }]),
    { value: 'none', label: none },
  ];
}

interface ConvertProps {
  lead: Lead;
  found: Suggested;
  onClose: () => void;
}

function ConvertForm({ lead, found, onClose }: ConvertProps) {
  const t = useTexts(leadTexts);
  const choices = useChoices();
  const isPerson = lead.firstName !== '' || lead.lastName !== '' || lead.companyName === null;
  const convert = useAction(convertLead, {
    invalidate: [listLeads, getLead, getLeadTimeline, listContacts, listCompanies],
    toast: false,
    onSuccess: onClose,
  });
  const form = useForm({
    schema: convertLead.input.omit({ id: true }),
    start: {
      contact: (found.contacts[0]?.id ?? (isPerson ? 'new' : 'none')) as string,
      company: (found.companies[0]?.id ?? (lead.companyName ? 'new' : 'none')) as string,
    },
    send: (values) => convert.runAsync({ ...values, id: lead.id }),
  });
  const fresh = lead.companyName === null ? null : t('newCompany', { name: lead.companyName });
  return (
    <Form form={form} guard={false}>
      <Text tone="quiet">{t('convertText')}</Text>
      <RadioField
        name="contact"
        label={t('person')}
        choices={choices(found.contacts, t('newContact', { name: leadName(lead) }), t('noContact'))}
      />
      <RadioField name="company" label={t('firm')} choices={choices(found.companies, fresh, t('noCompany'))} />
      <FormFoot action={t('convert')} onCancel={onClose} />
    </Form>
  );
}

/** Asks what the lead becomes: a customer who is there already, or a new one. */
export function ConvertLeadDialog({ lead, open, onClose }: { lead: Lead; open: boolean; onClose: () => void }) {
  const t = useTexts(leadTexts);
  const { data } = useEndpoint(suggestConversion, { id: lead.id }, { when: open });
  return (
    <Modal open={open} onClose={onClose} title={t('convertTitle', { name: leadName(lead) })}>
      {data ? <ConvertForm lead={lead} found={data} onClose={onClose} /> : <Skeleton lines={5} />}
    </Modal>
  );
}
