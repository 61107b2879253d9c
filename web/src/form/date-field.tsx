import { TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { nearestLanguage } from '../i18n/languages.ts';
import { shared } from '../i18n/shared/texts.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { given } from '../ui/given.ts';
import { type Binding, type FieldProps, useBinding } from './binding.ts';
import { dayIn } from './day-in.ts';
import { lookOf } from './field-look.tsx';
import { timeIn } from './time-in.ts';

interface DateFieldProps extends FieldProps<string> {
  /** Days, `YYYY-MM-DD`. */
  min?: string | undefined;
  max?: string | undefined;
}

const EXAMPLE = '2027-03-05';

/** What is wrong with a typed day: it is none, or not within the bounds. */
function useDayError({ min, max }: Pick<DateFieldProps, 'min' | 'max'>) {
  const t = useTexts(shared);
  const { date } = useFormat();
  return (typed: string, day: string | null): string | undefined => {
    if (day === null) return t('notADay', { typed, example: date(EXAMPLE) });
    if (min && day < min) return t('dayTooEarly', { day: date(min) });
    return max && day > max ? t('dayTooLate', { day: date(max) }) : undefined;
  };
}

/** Half a date is a date, too: what is typed counts only once the field is left; what is picked counts at once. */
function useTypedDay(props: DateFieldProps, bound: Binding<string>) {
  const language = nearestLanguage([useFormat().language]);
  const errorOf = useDayError(props);
  const typed = useRef<string>(undefined);
  const [error, setError] = useState<string>();
  const put = (day: string) => {
    typed.current = undefined;
    setError(undefined);
    bound.set(day);
  };
  /** False when what was typed is no day: the field keeps its former one. */
  const settle = (): boolean => {
    const text = typed.current?.trim();
    typed.current = undefined;
    if (text === undefined) return true;
    const day = dayIn(text, language);
    const wrong = text === '' ? undefined : errorOf(text, day);
    setError(wrong);
    if (!wrong) put(day ?? '');
    return !wrong;
  };
  return {
    error,
    settle,
    type: (text: string) => {
      typed.current = text;
      setError(undefined);
    },
    pick: (day: string | null) => {
      // An emptied field is reported like a cleared one, while something else is about to be typed.
      if (day !== null || typed.current !== '') put(day ?? '');
    },
  };
}

/** A calendar day, `YYYY-MM-DD` ('' for none); typed or picked. */
export function DateField(props: DateFieldProps) {
  const t = useTexts(shared);
  const bound = useBinding(props, '');
  const { error, settle, type, pick } = useTypedDay(props, bound);
  const { name: _, ...look } = lookOf(props, { ...bound, error: error ?? bound.error });
  return (
    <DateInput
      value={bound.value || null}
      dateParser={() => null}
      onInput={(event) => type(event.currentTarget.value)}
      onChange={pick}
      valueFormat="D MMM YYYY"
      clearable
      allowDeselect={false}
      clearButtonProps={{ 'aria-label': t('clear') }}
      popoverProps={{ shadow: 'md' }}
      leftSection={<IconCalendar size={16} stroke={1.75} />}
      {...look}
      onBlur={() => {
        settle();
        bound.leave();
      }}
      onKeyDown={(event) => {
        // A form is sent by Enter without the field being left.
        if (event.key === 'Enter' && !settle()) event.preventDefault();
      }}
      {...given({ minDate: props.min, maxDate: props.max })}
    />
  );
}

interface DateTimeFieldProps extends DateFieldProps {
  /** Named under the field: the zone the time is meant in. */
  timeZone: string;
}

interface TimeBoxProps {
  value: string;
  onChange: (time: string) => void;
  disabled: boolean | undefined;
}

/** A time of day by the 24-hour clock, however the browser would write it. What is no time is told, and the former one kept. */
function TimeBox({ value, onChange, disabled }: TimeBoxProps) {
  const t = useTexts(shared);
  const [typed, setTyped] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const settle = (): boolean => {
    const time = typed === undefined ? value : timeIn(typed);
    setWrong(time === null ? typed : undefined);
    setTyped(undefined);
    if (time !== null && time !== value) onChange(time);
    return time !== null;
  };
  return (
    <TextInput
      label={t('time')}
      value={typed ?? value}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setWrong(undefined);
      }}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !settle()) event.preventDefault();
      }}
      error={wrong === undefined ? undefined : t('notATime', { typed: wrong })}
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
