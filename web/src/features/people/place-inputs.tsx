import type { PartyEntity } from '../../../../contract/crm-fields.ts';
import { CountryField } from '../../crm-fields/country-field.tsx';
import { useFieldLabel } from '../../crm-fields/field-label.ts';
import { PartyTagsField } from '../../crm-fields/party-tags-field.tsx';
import { UserField } from '../../crm-fields/user-field.tsx';
import { FieldGroup, FieldRow } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { LanguageField } from '../../locale-fields/language-field.tsx';
import { TimeZoneField } from '../../locale-fields/time-zone-field.tsx';
import { texts } from './texts/texts.ts';

/** Where somebody is, and who looks after them: the same for contacts, companies and leads. */
export function PlaceInputs({ entity, timeZone = false }: { entity: PartyEntity; timeZone?: boolean }) {
  const t = useTexts(texts);
  const label = useFieldLabel();
  return (
    <>
      <FieldGroup title={t('address')}>
        <TextField name="street" label={label(entity, 'street')} />
        <FieldRow>
          <TextField name="postalCode" label={label(entity, 'postal_code')} />
          <TextField name="city" label={label(entity, 'city')} />
          <CountryField name="country" label={label(entity, 'country')} />
        </FieldRow>
      </FieldGroup>
      <FieldGroup title={t('belongs')}>
        <FieldRow>
          <LanguageField name="language" label={label(entity, 'language')} />
          {timeZone ? <TimeZoneField name="timeZone" label={label('contact', 'time_zone')} clearable /> : null}
          <UserField name="accountManagerId" label={label(entity, 'account_manager')} />
        </FieldRow>
        <PartyTagsField entity={entity} name="tags" label={t('tags')} />
      </FieldGroup>
    </>
  );
}
