import { occurrencesAfter, recurrenceProblem } from '../../../../contract/occurrences.ts';
import type { Recurrence, Rhythm } from '../../../../contract/recurrence.ts';
import { RadioField } from '../../form/choice-fields.tsx';
import { DateField, DateTimeField } from '../../form/date-field.tsx';
import { NumberField } from '../../form/number-field.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Stack } from '../../ui/layout.tsx';
import { Text } from '../../ui/text.tsx';
import { recurrenceTexts } from './recurrence-texts/texts.ts';
import { RhythmFields } from './rhythm-fields.tsx';
import { useRecurrenceSentence } from './use-recurrence-sentence.ts';

interface RecurrenceFieldsProps {
  rule: Recurrence;
  onChange: (rule: Recurrence) => void;
  /** What the server refuses at a field of the rule. */
  error: (field: string) => string | undefined;
}

const UNITS = ['day', 'week', 'month', 'nth'] as const;
const ENDS = ['never', 'until', 'count'] as const;
const MISSED = ['pass_over', 'catch_up'] as const;
const A_YEAR = 12;

const endOf = ({ until, count }: Recurrence): (typeof ENDS)[number] =>
  until !== null ? 'until' : count !== null ? 'count' : 'never';

/** 1 January 1970 was a Thursday. */
const weekdayOf = (day: string): number => ((Date.parse(day) / 86_400_000 + 3) % 7) + 1;

/** What most would mean, beginning on this day. */
const rhythmOf = (unit: Rhythm['unit'], from: string): Rhythm => {
  if (unit === 'day') return { unit, every: 1 };
  if (unit === 'week') return { unit, every: 1, weekdays: [weekdayOf(from)] };
  if (unit === 'month') return { unit, every: 1, day: Number(from.slice(8)) };
  return { unit, every: 1, nth: -1, weekday: weekdayOf(from) };
};

const nextYear = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

/** From tomorrow at nine, every week. */
export const usualRecurrence = (tomorrow: string, zone: string): Recurrence => ({
  rhythm: rhythmOf('week', tomorrow),
  time: '09:00',
  zone,
  from: tomorrow,
  until: null,
  count: null,
  whenMissed: 'pass_over',
});

/** O31: every so often, or on which days of the calendar, from when and until when; the next dates in words. */
export function RecurrenceFields({ rule, onChange, error }: RecurrenceFieldsProps) {
  const t = useTexts(recurrenceTexts);
  const set = (part: Partial<Recurrence>) => onChange({ ...rule, ...part });
  const setEnd = (end: (typeof ENDS)[number]) =>
    set({ until: end === 'until' ? nextYear(rule.from) : null, count: end === 'count' ? A_YEAR : null });
  const start = (wall: string) => {
    const [from = rule.from, time = rule.time] = wall.split('T');
    if (wall !== '') set({ from, time: time.slice(0, 5) });
  };
  return (
    <Stack>
      <RadioField
        label={t('howOften')}
        value={rule.rhythm.unit}
        onChange={(unit) => set({ rhythm: rhythmOf(unit, rule.from) })}
        choices={UNITS.map((unit) => ({ value: unit, label: t(`unit_${unit}`) }))}
      />
      <RhythmFields rhythm={rule.rhythm} onChange={(rhythm) => set({ rhythm })} error={error} />
      <DateTimeField
        label={t('firstFrom')}
        timeZone={rule.zone}
        value={`${rule.from}T${rule.time}`}
        onChange={start}
        error={error('from') ?? error('time')}
      />
      <RadioField
        label={t('ends')}
        value={endOf(rule)}
        onChange={setEnd}
        error={rule.until === null ? error('until') : undefined}
        choices={ENDS.map((end) => ({ value: end, label: t(`ends_${end}`) }))}
      />
      {rule.until !== null ? (
        <DateField
          label={t('until')}
          value={rule.until}
          onChange={(until) => until && set({ until })}
          error={error('until')}
        />
      ) : null}
      {rule.count !== null ? (
        <NumberField
          label={t('count')}
          hint={t('countHint')}
          min={1}
          max={9999}
          value={rule.count}
          onChange={(count) => count !== null && set({ count })}
          error={error('count')}
        />
      ) : null}
      <NextDates rule={rule} />
      <RadioField
        label={t('whenMissed')}
        value={rule.whenMissed}
        onChange={(whenMissed) => set({ whenMissed })}
        choices={MISSED.map((one) => ({ value: one, label: t(`missed_${one}`), hint: t(`missedHint_${one}`) }))}
      />
    </Stack>
  );
}

const SHOWN = 4;

/** What the rule comes to: as a sentence, and the dates that are next. */
function NextDates({ rule }: { rule: Recurrence }) {
  const t = useTexts(recurrenceTexts);
  const format = useFormat();
  const sentence = useRecurrenceSentence();
  const now = new Date();
  if (recurrenceProblem(rule, now) !== null) return null;
  const dates = occurrencesAfter(rule, now, SHOWN + 1);
  return (
    <div className="next-dates" role="status">
      <Text strong>{sentence(rule)}</Text>
      <Text tone="quiet" size="small">
        {t('nextDates')}
      </Text>
      <ul>
        {dates.slice(0, SHOWN).map((at) => (
          <li key={at.toISOString()}>{format.dateTime(at)}</li>
        ))}
        {dates.length > SHOWN ? <li>{t('andSoOn')}</li> : null}
      </ul>
    </div>
  );
}
