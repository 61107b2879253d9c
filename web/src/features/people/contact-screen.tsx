import { IconEdit, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { type Contact, deleteContact, getCompany, getContact, listContacts } from '../../../../contract/crm.ts';
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
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, Section } from '../../ui/card.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { Columns, Stack } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Facts } from '../../ui/stat.tsx';
import { When } from '../../ui/values.tsx';
import { useGo, useParam, useSearchState } from '../../url.ts';
import { ContactForm } from './contact-form.tsx';
import { usePartyFacts } from './party-facts.tsx';
import { PartyTimeline } from './party-timeline.tsx';
import { personName } from './person-name.ts';
import { texts } from './texts/texts.ts';

const useCrumbs = () => [{ label: useTexts(texts)('contacts'), href: paths.contacts() }];

/** A new person; `?company=` when it begins on a company's page. */
export function NewContactScreen() {
  const t = useTexts(texts);
  const go = useGo();
  const [search] = useSearchState<{ company?: string }>();
  const company = useEndpoint(getCompany, { id: (search.company ?? '') as never }, { when: !!search.company });
  const ready = !search.company || company.data || company.problem;
  return (
    <Page title={t('newContact')} crumbs={useCrumbs()} width="reading">
      {ready ? (
        <ContactForm
          contact={null}
          company={company.data ?? null}
          onSaved={({ id }) => go(paths.contact(id))}
          onCancel={() => go(paths.contacts())}
        />
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  );
}

function ContactDetails({ contact }: { contact: Contact }) {
  const t = useTexts(texts);
  const label = useFieldLabel();
  const facts = [
    ...(contact.title ? [{ label: label('contact', 'title'), value: contact.title }] : []),
    ...(contact.company
      ? [{ label: t('company'), value: <Link href={paths.company(contact.company.id)}>{contact.company.name}</Link> }]
      : []),
    ...usePartyFacts('contact', contact),
    ...(contact.birthday
      ? [{ label: label('contact', 'birthday'), value: <When at={contact.birthday} show="date" /> }]
      : []),
  ];
  return <Facts facts={facts} />;
}

/** One person: details to be edited in place, and everything that happened. */
export function ContactScreen() {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const id = useParam('id');
  const go = useGo();
  const crumbs = useCrumbs();
  const mayEdit = useMay('crm.edit');
  const [editing, setEditing] = useState(false);
  const { data: contact, problem } = useEndpoint(getContact, { id: id as never });
  const remove = useAction(deleteContact, {
    invalidate: [listContacts],
    done: common('deleted'),
    onSuccess: () => go(paths.contacts()),
  });
  if (!contact)
    return (
      <Page title={t('contacts')} crumbs={crumbs}>
        {problem ? <Alert tone="bad">{problem.message}</Alert> : <Skeleton lines={8} />}
      </Page>
    );
  const name = personName(contact);
  const askAndRemove = async () => {
    const question = {
      title: t('deleteContactTitle', { name }),
      text: t('deleteContactText'),
      action: t('deleteContact'),
      danger: true,
    };
    if (await confirm(question)) remove.run({ id: contact.id });
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
    <Page
      title={name}
      crumbs={crumbs}
      actions={actions}
      mark={contact.main ? <Badge tone="accent">{t('mainContact')}</Badge> : undefined}
    >
      <Columns
        asideLabel={t('details')}
        side="left"
        aside={
          <Card title={t('details')}>
            <ContactDetails contact={contact} />
          </Card>
        }
      >
        <Stack gap="none">
          {editing ? (
            <Section title={common('edit')}>
              <ContactForm contact={contact} onSaved={() => setEditing(false)} onCancel={() => setEditing(false)} />
            </Section>
          ) : null}
          <DossierPanel party={{ kind: 'contact', id: contact.id }} />
          <ConsentPanel party={{ kind: 'contact', id: contact.id }} />
          <PartyTimeline entity="contact" id={contact.id} />
        </Stack>
      </Columns>
    </Page>
  );
}
