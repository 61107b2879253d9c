import type { Rhythm } from '../../../../contract/recurrence.ts';
import { WEEKDAYS } from '../../../../contract/track-pace.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { FieldRow } from '../../form/form.tsx';
import { NumberField } from '../../form/number-field.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { recurrenceTexts } from './recurrence-texts/texts.ts';
import { nthKey } from './use-recurrence-sentence.ts';
import { WeekdaysField } from './weekdays-field.tsx';

interface RhythmFieldsProps {
  rhythm: Rhythm;
  onChange: (rhythm: Rhythm) => void;
  error: (field: string) => string | undefined;
}

const NTH = [1, 2, 3, 4, -1] as const;

/** Every so many days, weeks or months, and on which of their days. */
export function RhythmFields({ rhythm, onChange, error }: RhythmFieldsProps) {
  const t = useTexts(recurrenceTexts);
  const { weekday } = useFormat();
  return (
    <>
      <FieldRow>
        <NumberField
          label={t('every')}
          unit={t(`every_${rhythm.unit === 'nth' ? 'month' : rhythm.unit}`, { count: rhythm.every })}
          min={0}
          max={99}
          value={rhythm.every}
          onChange={(every) => onChange({ ...rhythm, every: every ?? 0 })}
          error={error('rhythm.every')}
        />
        {rhythm.unit === 'month' ? (
          <NumberField
            label={t('dayOfMonth')}
            hint={t('dayOfMonthHint')}
            min={1}
            max={31}
            value={rhythm.day}
            onChange={(day) => day !== null && onChange({ ...rhythm, day })}
            error={error('rhythm.day')}
          />
        ) : null}
        {rhythm.unit === 'nth' ? (
          <>
            <SelectField
              label={t('which')}
              value={String(rhythm.nth)}
              choices={NTH.map((nth) => ({ value: String(nth), label: t(nthKey(nth)) }))}
              onChange={(nth) => onChange({ ...rhythm, nth: Number(nth) as (typeof NTH)[number] })}
            />
            <SelectField
              label={t('weekday')}
              value={String(rhythm.weekday)}
              choices={WEEKDAYS.map((day) => ({ value: String(day), label: weekday(day) }))}
              onChange={(day) => onChange({ ...rhythm, weekday: Number(day) })}
            />
          </>
        ) : null}
      </FieldRow>
      {rhythm.unit === 'week' ? (
        <WeekdaysField
          label={t('weekdays')}
          days={rhythm.weekdays}
          onChange={(weekdays) => onChange({ ...rhythm, weekdays })}
          error={error('rhythm.weekdays')}
        />
      ) : null}
    </>
  );
}
