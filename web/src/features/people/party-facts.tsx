import type { Company, Contact } from '../../../../contract/crm.ts';
import type { PartyEntity } from '../../../../contract/crm-fields.ts';
import type { Lead } from '../../../../contract/leads.ts';
import type { Language } from '../../../../contract/messages/index.ts';
import { useCountryName } from '../../crm-fields/country-field.tsx';
import { customKey, useCustomFields } from '../../crm-fields/custom-inputs.tsx';
import { CustomValueText } from '../../crm-fields/custom-value.tsx';
import { useFieldLabel } from '../../crm-fields/field-label.ts';
import { LANGUAGE_NAMES } from '../../i18n/languages.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Badge } from '../../ui/badge.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { Text } from '../../ui/text.tsx';
import { When } from '../../ui/values.tsx';
import { texts } from './texts/texts.ts';

type Party = Contact | Company | Lead;

/** An address as written, with a word when it can't be one. */
export function EmailText({ party }: { party: Pick<Party, 'email' | 'emailValid'> }) {
  const t = useTexts(texts);
  if (party.email === null) return '–';
  if (party.emailValid) return <Link href={`mailto:${party.email}`}>{party.email}</Link>;
  return (
    <>
      {party.email}{' '}
      <Text as="span" tone="warn" size="small">
        {t('emailWrong')}
      </Text>
    </>
  );
}

function PhoneText({ party }: { party: Pick<Party, 'phone' | 'phoneNumber'> }) {
  const t = useTexts(texts);
  if (party.phone === null) return '–';
  if (party.phoneNumber) return <Link href={`tel:${party.phoneNumber}`}>{party.phone}</Link>;
  return (
    <>
      {party.phone}{' '}
      <Text as="span" tone="warn" size="small">
        {t('phoneNotDialable')}
      </Text>
    </>
  );
}

/** The addresses and numbers beside the first one. */
function FurtherList({ further }: Pick<Party, 'further'>) {
  return (
    <Stack gap="none">
      {further.map(({ kind, label, address }) => (
        <span key={`${kind} ${address}`}>
          <Link href={`${kind === 'email' ? 'mailto' : 'tel'}:${address}`}>{address}</Link>
          {label ? <span className="text-quiet"> {label}</span> : null}
        </span>
      ))}
    </Stack>
  );
}

export function TagList({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return '–';
  return (
    <Row gap="small">
      {tags.map((tag) => (
        <Badge key={tag}>{tag}</Badge>
      ))}
    </Row>
  );
}

/** What contacts and companies have in common, as pairs of names and values. */
export function usePartyFacts(entity: PartyEntity, party: Party) {
  const t = useTexts(texts);
  const label = useFieldLabel();
  const countryName = useCountryName();
  const language = useFormat().language as Language;
  const custom = useCustomFields(entity);
  const town = [party.postalCode, party.city].filter(Boolean).join(' ');
  const country = party.country === null ? '' : countryName(party.country);
  return [
    { label: label(entity, 'email'), value: <EmailText party={party} /> },
    { label: label(entity, 'phone'), value: <PhoneText party={party} /> },
    ...(party.further.length > 0 ? [{ label: t('further'), value: <FurtherList further={party.further} /> }] : []),
    { label: t('address'), value: [party.street, town, country].filter(Boolean).join(', ') || '–' },
    { label: label(entity, 'language'), value: party.language === null ? '–' : LANGUAGE_NAMES[party.language] },
    { label: label(entity, 'account_manager'), value: party.accountManager?.name ?? '–' },
    { label: t('tags'), value: <TagList tags={party.tags} /> },
    ...custom.map((field) => ({
      label: field.label[language],
      value: <CustomValueText field={field} value={party.custom[customKey(field)]} />,
    })),
    { label: t('created'), value: <When at={party.createdAt} show="date" /> },
  ];
}
