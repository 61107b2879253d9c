import { WEEKDAYS } from '../../../../contract/track-pace.ts';
import { Checkbox } from '../../form/toggle-fields.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { Row } from '../../ui/layout.tsx';

interface WeekdaysFieldProps {
  label: string;
  /** Monday is 1, Sunday 7. */
  days: readonly number[];
  onChange: (days: number[]) => void;
  error: string | undefined;
}

export function WeekdaysField({ label, days, onChange, error }: WeekdaysFieldProps) {
  const { weekday } = useFormat();
  const toggle = (day: number, on: boolean) => onChange(on ? [...days, day].sort() : days.filter((one) => one !== day));
  return (
    <fieldset className="plain-fieldset" data-field-error={error}>
      <legend className="weekdays-legend">{label}</legend>
      <Row gap="normal">
        {WEEKDAYS.map((day) => (
          <Checkbox
            key={day}
            label={weekday(day, 'short')}
            value={days.includes(day)}
            onChange={(on) => toggle(day, on)}
          />
        ))}
      </Row>
      {error ? (
        <div role="alert" className="weekdays-problem">
          {error}
        </div>
      ) : null}
    </fieldset>
  );
}
