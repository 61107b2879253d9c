import { TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
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
  const bound = useBinding(props, '');
  const { name: _, ...look } = lookOf(props, bound);
  return (
    <DateInput
      value={bound.value || null}
      onChange={(value) => bound.set(value ?? '')}
      valueFormat="D MMM YYYY"
      clearable
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

/** A day and a time on the wall of `timeZone`: `YYYY-MM-DDTHH:mm` ('' for none). */
export function DateTimeField(props: DateTimeFieldProps) {
  const t = useTexts(shared);
  const bound = useBinding(props, '');
  const [day = '', time = ''] = bound.value.split('T');
  const put = (nextDay: string, nextTime: string) => bound.set(nextDay ? `${nextDay}T${nextTime || '09:00'}` : '');
  return (
    <div className="date-time" data-field-error={bound.error}>
      <DateField
        {...props}
        name={undefined}
        value={day}
        onChange={(next) => put(next, time)}
        error={bound.error}
        hint={props.hint ?? props.timeZone.replaceAll('_', ' ')}
      />
      <TextInput
        type="time"
        label={t('time')}
        value={time.slice(0, 5)}
        onChange={(event) => put(day, event.currentTarget.value)}
        {...given({ disabled: props.disabled })}
      />
    </div>
  );
}
