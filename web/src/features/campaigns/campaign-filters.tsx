import {
  CAMPAIGN_KINDS,
  CAMPAIGN_STATES,
  CAMPAIGN_TYPES,
  type CampaignKind,
  type CampaignState,
  type CampaignType,
} from '../../../../contract/campaigns.ts';
import { UserField } from '../../crm-fields/user-field.tsx';
import { SelectField } from '../../form/choice-fields.tsx';
import { DateField } from '../../form/date-field.tsx';
import { Switch } from '../../form/toggle-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { MoreFilters } from '../../table/more-filters.tsx';
import { useSearchState } from '../../url.ts';
import { listTexts } from './list-texts/texts.ts';
import { texts } from './texts/texts.ts';

export type CampaignFilter = {
  state?: CampaignState | undefined;
  owner?: string | undefined;
  manager?: string | undefined;
  kind?: CampaignKind | undefined;
  type?: CampaignType | undefined;
  from?: string | undefined;
  until?: string | undefined;
  archived?: string | undefined;
};

/** What the address asks of a list of campaigns. */
export const filterOf = ({ state, owner, manager, kind, type, from, until, archived }: Partial<CampaignFilter>) => ({
  ...{ state, kind, type, from, until },
  ownerId: owner as never,
  accountManagerId: manager as never,
  ...(String(archived) === 'true' ? { archived: 'true' } : {}),
});

/** O01: state, owner and account manager at once; kind, type, period and what was put away one click further. */
export function CampaignFilters() {
  const t = useTexts(texts);
  const l = useTexts(listTexts);
  const [search, change] = useSearchState<CampaignFilter>();
  return (
    <>
      <SelectField
        label={t('state')}
        hideLabel
        clearable
        nothing={t('allStates')}
        choices={CAMPAIGN_STATES.map((state) => ({ value: state, label: t(`state_${state}`) }))}
        value={search.state ?? null}
        onChange={(state) => change({ state: state ?? undefined })}
      />
      <UserField
        label={t('owner')}
        hideLabel
        nothing={t('allOwners')}
        value={search.owner ?? null}
        onChange={(owner) => change({ owner: owner ?? undefined })}
      />
      <UserField
        label={l('accountManager')}
        hideLabel
        nothing={l('allManagers')}
        value={search.manager ?? null}
        onChange={(manager) => change({ manager: manager ?? undefined })}
      />
      <LessAsked search={search} change={change} />
    </>
  );
}

interface LessAskedProps {
  search: Partial<CampaignFilter>;
  change: (next: Partial<CampaignFilter>) => void;
}

function LessAsked({ search, change }: LessAskedProps) {
  const t = useTexts(texts);
  const l = useTexts(listTexts);
  const { kind, type, from, until } = search;
  const archived = String(search.archived) === 'true';
  const count = [kind, type, from, until, archived].filter(Boolean).length;
  const none = { kind: undefined, type: undefined, from: undefined, until: undefined, archived: undefined };
  return (
    <MoreFilters count={count} clear={() => change(none)}>
      <SelectField
        label={l('kind')}
        clearable
        nothing={l('allKinds')}
        choices={CAMPAIGN_KINDS.map((one) => ({ value: one, label: l(`kind_${one}`) }))}
        value={kind ?? null}
        onChange={(one) => change({ kind: one ?? undefined })}
      />
      <SelectField
        label={t('type')}
        clearable
        nothing={l('allTypes')}
        choices={CAMPAIGN_TYPES.map((one) => ({ value: one, label: t(`type_${one}`) }))}
        value={type ?? null}
        onChange={(one) => change({ type: one ?? undefined })}
      />
      <DateField
        label={l('from')}
        max={until}
        value={from ?? ''}
        onChange={(day) => change({ from: day || undefined })}
      />
      <DateField
        label={l('until')}
        min={from}
        value={until ?? ''}
        onChange={(day) => change({ until: day || undefined })}
      />
      <Switch
        label={t('archived')}
        value={archived}
        onChange={(yes) => change({ archived: yes ? 'true' : undefined })}
      />
    </MoreFilters>
  );
}
