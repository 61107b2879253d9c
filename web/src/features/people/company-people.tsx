import { IconPlus } from '@tabler/icons-react';
import { type Company, type Contact, getCompany, listContacts, updateCompany } from '../../../../contract/crm.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useFieldLabel } from '../../crm-fields/field-label.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Row } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { personName } from './person-name.ts';
import { texts } from './texts/texts.ts';

const SHOWN = 100;

/** The contacts of a company, and which of them is the main one. */
export function CompanyPeople({ company }: { company: Company }) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const label = useFieldLabel();
  const mayEdit = useMay('crm.edit');
  const people = useEndpoint(listContacts, { companyId: company.id, limit: SHOWN, sort: 'name' });
  const choose = useAction(updateCompany, { invalidate: [getCompany, listContacts], done: common('saved') });
  const rows = people.data?.rows ?? [];
  const add = mayEdit ? (
    <Button size="small" icon={<IconPlus size={14} />} href={paths.newContact({ company: company.id })}>
      {t('addPerson')}
    </Button>
  ) : null;
  const name = (row: Contact) => (
    <Row gap="small">
      {personName(row)}
      {row.main ? <Badge tone="accent">{t('mainContact')}</Badge> : null}
    </Row>
  );
  return (
    <Section title={t('people')} actions={add}>
      {rows.length > 0 && mayEdit ? (
        <SelectField
          label={t('mainContact')}
          hint={t('mainContactHint')}
          clearable
          nothing={t('noMainContact')}
          choices={rows.map((row) => ({ value: row.id as string, label: personName(row) }))}
          value={company.mainContact?.id ?? null}
          onChange={(id) => choose.run({ id: company.id, mainContactId: id as never })}
        />
      ) : null}
      <PlainTable
        label={t('people')}
        rows={rows}
        loading={people.loading}
        rowKey={(row) => row.id}
        rowName={personName}
        rowHref={(row) => paths.contact(row.id)}
        columns={[
          { key: 'name', header: t('name'), cell: name, width: 14, always: true },
          { key: 'title', header: label('contact', 'title'), cell: (row) => row.title ?? '–', width: 10 },
          { key: 'email', header: label('contact', 'email'), cell: (row) => row.email ?? '–', width: 14 },
          { key: 'phone', header: label('contact', 'phone'), cell: (row) => row.phone ?? '–', width: 10 },
        ]}
        empty={<EmptyState title={t('noPeople')} text={t('noPeopleText')} action={add} />}
      />
      {company.contacts > SHOWN ? <Link href={paths.contacts({ companyId: company.id })}>{common('all')}</Link> : null}
    </Section>
  );
}
