import { useState } from 'react';
import type { Pace } from '../../../../../contract/track-pace.ts';
import { RadioField } from '../../../form/choice-fields.tsx';
import { NumberField } from '../../../form/number-field.tsx';
import { TextField } from '../../../form/text-field.tsx';
import { useTexts } from '../../../i18n/use-texts.ts';
import { Section } from '../../../ui/card.tsx';
import { Row } from '../../../ui/layout.tsx';
import { Text } from '../../../ui/text.tsx';
import { trackTexts } from '../track-texts/texts.ts';
import { WeekdaysField } from '../weekdays-field.tsx';

interface PaceFieldsProps {
  pace: Pace;
  /** The company’s. */
  timeZone: string;
  error: (field: string) => string | undefined;
  onChange: (pace: Pace) => void;
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Days from one message to the next, on which days, at what hours, by whose clock. */
export function PaceFields({ pace, timeZone, error, onChange }: PaceFieldsProps) {
  const t = useTexts(trackTexts);
  const set = (part: Partial<Pace>) => onChange({ ...pace, ...part });
  return (
    <Section title={t('pace')} text={t('paceText')}>
      <NumberField
        label={t('everyDays')}
        unit={t('days')}
        min={0}
        max={366}
        value={pace.everyDays}
        onChange={(days) => set({ everyDays: days ?? 0 })}
        error={error('pace.everyDays')}
      />
      <WeekdaysField
        label={t('weekdays')}
        days={pace.weekdays}
        onChange={(weekdays) => set({ weekdays })}
        error={error('pace.weekdays')}
      />
      <Row gap="normal" align="start">
        <Hour label={t('opens')} value={pace.opens} onChange={(opens) => set({ opens })} error={error('pace.opens')} />
        <Hour
          label={t('closes')}
          value={pace.closes}
          onChange={(closes) => set({ closes })}
          error={error('pace.closes')}
        />
      </Row>
      <RadioField
        label={t('zone')}
        value={pace.zone}
        onChange={(zone) => set({ zone })}
        choices={[
          { value: 'person', label: t('zone_person'), hint: t('zoneHint_person', { zone: timeZone }) },
          { value: 'company', label: t('zone_company', { zone: timeZone }) },
        ]}
      />
      <Text size="small" tone="quiet">
        {t('paceExample')}
      </Text>
    </Section>
  );
}

interface HourProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}

/** An hour of the day, passed on once it is one. */
function Hour({ label, value, onChange, error }: HourProps) {
  const t = useTexts(trackTexts);
  const [typed, setTyped] = useState(value);
  return (
    <TextField
      label={label}
      example="09:00"
      value={typed}
      onChange={(text) => {
        setTyped(text);
        if (CLOCK.test(text)) onChange(text);
      }}
      error={error ?? (CLOCK.test(typed) ? undefined : t('hourForm'))}
    />
  );
}
