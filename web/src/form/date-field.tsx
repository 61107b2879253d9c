import { TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { given } from '../ui/given.ts';
import { type FieldProps, useBinding } from './binding.ts';
import { lookOf } from './field-look.tsx';

interface DateFieldProps extends FieldProps<string> {
  /** Days, `YYYY-MM-DD`. */
  min?: string | undefined;
  max?: string | undefined;
}

/** A calendar day, `YYYY-MM-DD` ('' for none); typed or picked. */
export function DateField(props: DateFieldProps) {
  const t = useTexts(shared);
  const bound = useBinding(props, '');
  const { name: _, ...look } = lookOf(props, bound);
  return (
    <DateInput
      value={bound.value || null}
      onChange={(value) => bound.set(value ?? '')}
      valueFormat="D MMM YYYY"
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      popoverProps={{ shadow: 'md' }}
      leftSection={<IconCalendar size={16} stroke={1.75} />}
      {...look}
      {...given({ minDate: props.min, maxDate: props.max })}
    />
  );
}

interface DateTimeFieldProps extends DateFieldProps {
  /** Named under the field: the zone the time is meant in. */
  timeZone: string;
}

/** 9 → 09:00, 930 → 09:30, 9.30 → 09:30; null when it's no time of day. */
function timeIn(typed: string): string | null {
  const digits = typed.replace(/\D/g, '');
  const [, hours = '', minutes = '00'] = /^(\d{1,2}?)(\d{2})?$/.exec(digits) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

interface TimeBoxProps {
  value: string;
  onChange: (time: string) => void;
  disabled: boolean | undefined;
}

/** A time of day by the 24-hour clock, however the browser would write it. */
function TimeBox({ value, onChange, disabled }: TimeBoxProps) {
  const t = useTexts(shared);
  const [typed, setTyped] = useState<string>();
  const settle = () => {
    if (typed !== undefined) onChange(timeIn(typed) ?? value);
    setTyped(undefined);
  };
  return (
    <TextInput
      label={t('time')}
      value={typed ?? value}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={settle}
      inputMode="numeric"
      autoComplete="off"
      {...given({ disabled })}
    />
  );
}

/** A day and a time on the wall of `timeZone`: `YYYY-MM-DDTHH:mm` ('' for none). */
export function DateTimeField(props: DateTimeFieldProps) {
  const bound = useBinding(props, '');
  const [day = '', time = ''] = bound.value.split('T');
  const put = (nextDay: string, nextTime: string) => bound.set(nextDay ? `${nextDay}T${nextTime || '09:00'}` : '');
  return (
    <div data-field-error={bound.error}>
      <div className="date-time">
        <DateField
          {...props}
          name={undefined}
          value={day}
          onChange={(next) => put(next, time)}
          error={bound.error}
          required={bound.required}
        />
        <TimeBox value={time.slice(0, 5)} onChange={(next) => put(day, next)} disabled={props.disabled} />
      </div>
      <div className="date-time-zone">{props.timeZone.replaceAll('_', ' ')}</div>
    </div>
  );
}
