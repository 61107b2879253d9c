import type { PartyEntity } from '../../../../contract/crm-fields.ts';
import { LEAD_STATES, type LeadState } from '../../../../contract/leads.ts';
import { listTags } from '../../../../contract/party-selection.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { CompanyField } from '../../crm-fields/company-field.tsx';
import { CountryField } from '../../crm-fields/country-field.tsx';
import { useFieldLabel } from '../../crm-fields/field-label.ts';
import { UserField } from '../../crm-fields/user-field.tsx';
import { SelectField } from '../../form/choice-fields.tsx';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { texts } from './texts/texts.ts';

export interface PartyFilter extends Record<string, string | undefined> {
  tag?: string | undefined;
  country?: string | undefined;
  language?: Language | undefined;
  accountManagerId?: string | undefined;
  companyId?: string | undefined;
  state?: LeadState | undefined;
}

/** Which filters are in force, without what else the address holds. */
export const filterOf = ({
  tag,
  country,
  language,
  accountManagerId,
  companyId,
  state,
}: Partial<PartyFilter>): PartyFilter => ({
  tag,
  country,
  language,
  accountManagerId,
  companyId,
  state,
});

interface PartyFiltersProps {
  entity: PartyEntity;
  filter: PartyFilter;
  change: (next: Partial<PartyFilter>) => void;
}

/** What a list of people or companies can be narrowed by. */
export function PartyFilters({ entity, filter, change }: PartyFiltersProps) {
  const t = useTexts(texts);
  const label = useFieldLabel();
  const tags = useEndpoint(listTags, { entity });
  return (
    <>
      {entity === 'contact' ? (
        <CompanyField
          label={t('company')}
          hideLabel
          nothing={t('anyCompany')}
          value={filter.companyId ?? null}
          onChange={(id) => change({ companyId: id ?? undefined })}
        />
      ) : null}
      {entity === 'lead' ? (
        <SelectField<LeadState>
          label={label('lead', 'state')}
          hideLabel
          clearable
          nothing={t('anyState')}
          choices={LEAD_STATES.map((value) => ({ value, label: t(`lead_${value}`) }))}
          value={filter.state ?? null}
          onChange={(state) => change({ state: state ?? undefined })}
        />
      ) : null}
      <SelectField
        label={t('tag')}
        hideLabel
        clearable
        nothing={t('anyTag')}
        choices={(tags.data?.tags ?? []).map(({ tag, count }) => ({ value: tag, label: `${tag} (${count})` }))}
        value={filter.tag ?? null}
        onChange={(tag) => change({ tag: tag ?? undefined })}
      />
      <CountryField
        label={label(entity, 'country')}
        hideLabel
        nothing={t('anyCountry')}
        value={filter.country ?? null}
        onChange={(country) => change({ country: country ?? undefined })}
      />
      <SelectField<Language>
        label={label(entity, 'language')}
        hideLabel
        clearable
        nothing={t('anyLanguage')}
        choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={filter.language ?? null}
        onChange={(language) => change({ language: language ?? undefined })}
      />
      <UserField
        label={label(entity, 'account_manager')}
        hideLabel
        nothing={t('anyManager')}
        value={filter.accountManagerId ?? null}
        onChange={(id) => change({ accountManagerId: id ?? undefined })}
      />
    </>
  );
}
