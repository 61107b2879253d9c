import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { PROVIDERS, type ProviderPace, type WarmUp } from '../../../../contract/pace.ts';
import { wallTimeOf } from '../../../../contract/wall-time.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { DateField } from '../../form/date-field.tsx';
import { FieldGroup, FieldRow } from '../../form/form.tsx';
import { NumberField } from '../../form/number-field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { Switch } from '../../form/toggle-fields.tsx';
import type { Form } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useSession } from '../../session/session.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Text } from '../../ui/text.tsx';
import type { AccountValues } from './account-values.ts';
import { texts } from './texts/texts.ts';

/** How fast: the account's limits, those of the mailbox providers, and the warm-up of a new server. */
export function PaceFields({ form: { values, set } }: { form: Form<AccountValues> }) {
  const t = useTexts(texts);
  return (
    <>
      <FieldGroup title={t('limits')}>
        <Text tone="quiet" size="small">
          {t('limitsText')}
        </Text>
        <FieldRow>
          <NumberField name="perMinute" label={t('perMinute')} min={1} />
          <NumberField name="perHour" label={t('perHour')} min={1} />
          <NumberField name="perDay" label={t('perDay')} min={1} />
        </FieldRow>
        <NumberField name="perDomainMinute" label={t('perDomainMinute')} hint={t('perDomainMinuteHint')} min={1} />
        <NumberField
          name="maxConnections"
          label={t('maxConnections')}
          hint={t('maxConnectionsHint')}
          min={1}
          max={100}
        />
      </FieldGroup>
      <Providers providers={values.providers} set={(providers) => set('providers', providers)} />
      <WarmUpFields warmUp={values.warmUp} set={(warmUp) => set('warmUp', warmUp)} />
    </>
  );
}

interface ProvidersProps {
  providers: readonly ProviderPace[];
  set: (providers: ProviderPace[]) => void;
}

const OWN = 'own';

function Providers({ providers, set }: ProvidersProps) {
  const t = useTexts(texts);
  const taken = new Set(providers.map(({ name }) => name));
  const choices = PROVIDERS.filter(({ name }) => !taken.has(name)).map(({ name }) => ({ value: name, label: name }));
  const add = (chosen: string | null) => {
    if (chosen === null) return;
    const known = PROVIDERS.find(({ name }) => name === chosen);
    const limits = { perMinute: null, perHour: null, perDay: null };
    set([...providers, { name: known?.name ?? '', domains: [...(known?.domains ?? [])], ...limits }]);
  };
  return (
    <FieldGroup title={t('providers')}>
      <Text tone="quiet" size="small">
        {t('providersText')}
      </Text>
      {providers.map((provider, at) => (
        <Provider
          // biome-ignore lint/suspicious/noArrayIndexKey: while its name is typed a provider is known by its place alone
          key={`${at} of ${providers.length}`}
          at={at}
          provider={provider}
          remove={() => set(providers.filter((_, i) => i !== at))}
          setDomains={(domains) => set(providers.map((one, i) => (i === at ? { ...one, domains } : one)))}
        />
      ))}
      <SelectField
        label={t('addProvider')}
        choices={[...choices, { value: OWN, label: t('ownProvider') }]}
        value={null}
        onChange={add}
      />
    </FieldGroup>
  );
}

interface ProviderProps {
  at: number;
  provider: ProviderPace;
  setDomains: (domains: string[]) => void;
  remove: () => void;
}

function Provider({ at, provider: { name, domains }, setDomains, remove }: ProviderProps) {
  const t = useTexts(texts);
  const [written, write] = useState(domains.join(' '));
  const path = `providers.${at}`;
  const change = (text: string) => {
    write(text);
    setDomains(text.split(/[\s,;]+/).filter(Boolean));
  };
  return (
    <section className="provider" aria-label={name || t('ownProvider')}>
      <Stack gap="small">
        <div className="provider-head">
          <TextField name={`${path}.name`} label={t('providerName')} />
          <IconButton label={t('removeProvider', { name })} icon={<IconTrash size={16} />} onClick={remove} />
        </div>
        <TextField
          name={`${path}.domains`}
          label={t('providerDomains')}
          hint={t('providerDomainsHint')}
          value={written}
          onChange={change}
        />
        <FieldRow>
          <NumberField name={`${path}.perMinute`} label={t('perMinute')} min={1} />
          <NumberField name={`${path}.perHour`} label={t('perHour')} min={1} />
          <NumberField name={`${path}.perDay`} label={t('perDay')} min={1} />
        </FieldRow>
      </Stack>
    </section>
  );
}

/** From today, by the company’s clock. */
const newWarmUp = (timeZone: string): WarmUp => ({
  startsOn: wallTimeOf(new Date().toISOString(), timeZone).slice(0, 10),
  first: 200,
  growth: 30,
  full: 50_000,
});

function WarmUpFields({ warmUp, set }: { warmUp: WarmUp | null; set: (warmUp: WarmUp | null) => void }) {
  const t = useTexts(texts);
  const timeZone = useSession().installation?.timeZone ?? 'UTC';
  return (
    <FieldGroup title={t('warmUp')}>
      <Switch
        label={t('warmUpOn')}
        hint={t('warmUpHint')}
        value={warmUp !== null}
        onChange={(on) => set(on ? newWarmUp(timeZone) : null)}
      />
      {warmUp ? (
        <>
          <FieldRow>
            <DateField name="warmUp.startsOn" label={t('warmUpStartsOn')} />
            <NumberField name="warmUp.first" label={t('warmUpFirst')} min={1} />
          </FieldRow>
          <FieldRow>
            <NumberField name="warmUp.growth" label={t('warmUpGrowth')} unit="%" min={1} max={300} />
            <NumberField name="warmUp.full" label={t('warmUpFull')} min={1} />
          </FieldRow>
        </>
      ) : null}
    </FieldGroup>
  );
}
