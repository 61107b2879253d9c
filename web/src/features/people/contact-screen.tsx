import { type Contact, deleteContact, getCompany, getContact, listContacts } from '../../../../contract/crm.ts';
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
import { Badge } from '../../ui/badge.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { When } from '../../ui/values.tsx';
import { useGo, useParam, useSearchState } from '../../url.ts';
import { ContactForm } from './contact-form.tsx';
import { OwnedAssets } from './owned-assets.tsx';
import { usePartyFacts } from './party-facts.tsx';
import { PartyPage, PartyWaiting } from './party-page.tsx';
import { personName } from './person-name.ts';
import { texts } from './texts/texts.ts';

const useCrumb = () => ({ label: useTexts(texts)('contacts'), href: paths.contacts() });

/** A new person; `?company=` when it begins on a company's page. */
export function NewContactScreen() {
  const t = useTexts(texts);
  const go = useGo();
  const [search] = useSearchState<{ company?: string }>();
  const company = useEndpoint(getCompany, { id: (search.company ?? '') as never }, { when: !!search.company });
  const ready = !search.company || company.data || company.problem;
  return (
    <Page title={t('newContact')} crumbs={[useCrumb()]} width="reading">
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

function useContactFacts(contact: Contact) {
  const t = useTexts(texts);
  const label = useFieldLabel();
  return [
    ...(contact.title ? [{ label: label('contact', 'title'), value: contact.title }] : []),
    ...(contact.company
      ? [{ label: t('company'), value: <Link href={paths.company(contact.company.id)}>{contact.company.name}</Link> }]
      : []),
    ...usePartyFacts('contact', contact),
    ...(contact.timeZone
      ? [{ label: label('contact', 'time_zone'), value: contact.timeZone.replaceAll('_', ' ') }]
      : []),
    ...(contact.birthday
      ? [{ label: label('contact', 'birthday'), value: <When at={contact.birthday} show="date" /> }]
      : []),
  ];
}

/** One person: details to be edited in place, and everything that happened. */
export function ContactScreen() {
  const crumb = useCrumb();
  const { data, problem } = useEndpoint(getContact, { id: useParam('id') as never });
  return data ? <ContactPage contact={data} /> : <PartyWaiting crumb={crumb} problem={problem} />;
}

function ContactPage({ contact }: { contact: Contact }) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const go = useGo();
  const name = personName(contact);
  const remove = useAction(deleteContact, {
    invalidate: [listContacts],
    done: common('deleted'),
    onSuccess: () => go(paths.contacts()),
  });
  return (
    <PartyPage
      name={name}
      actions={
        <>
          <QuickMenu from={{ contact: [contact.id] }} />
          <MergeWith kind="contact" id={contact.id} onMerged={(id) => go(paths.contact(id))} />
        </>
      }
      crumb={useCrumb()}
      mark={contact.main ? <Badge tone="accent">{t('mainContact')}</Badge> : undefined}
      facts={useContactFacts(contact)}
      form={(done) => <ContactForm contact={contact} onSaved={done} onCancel={done} />}
      remove={{
        title: t('deleteContactTitle', { name }),
        text: t('deleteContactText'),
        action: t('deleteContact'),
        busy: remove.busy,
        run: () => remove.run({ id: contact.id }),
      }}
    >
      <OwnedAssets owner={{ contactId: contact.id }} />
      <DossierPanel party={{ kind: 'contact', id: contact.id }} />
      <ConsentPanel party={{ kind: 'contact', id: contact.id }} />
      <PartyTimeline entity="contact" id={contact.id} />
    </PartyPage>
  );
}
