import { type SendWindow, WINDOW_HOLIDAYS, WINDOW_ZONES } from '../../../contract/send-window.ts';
import { RadioField, SelectField } from '../form/choice-fields.tsx';
import { Checkbox } from '../form/toggle-fields.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Stack } from '../ui/layout.tsx';
import { Text } from '../ui/text.tsx';
import './send-window.css';
import { texts } from './texts/texts.ts';

const WORKDAY = { from: '08:00', until: '20:00' };

/** What most would choose: weekdays from eight to eight. */
export const USUAL_WINDOW: SendWindow = {
  week: [WORKDAY, WORKDAY, WORKDAY, WORKDAY, WORKDAY, null, null],
  zone: 'company',
  holidays: 'none',
};

const HALF_HOURS = Array.from({ length: 49 }, (_, half) => {
  const time = `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`;
  return { value: time, label: time };
});
/** A time that a program set stays among the choices. */
const timesWith = (time: string) =>
  HALF_HOURS.some(({ value }) => value === time) ? HALF_HOURS : [{ value: time, label: time }, ...HALF_HOURS];

interface Props {
  value: SendWindow;
  onChange: (window: SendWindow) => void;
}

/** When messages may leave: hours of each weekday, by whose clock, and what holds on public holidays. */
export function SendWindowField({ value, onChange }: Props) {
  const t = useTexts(texts);
  const setDay = (day: number, hours: SendWindow['week'][number]) =>
    onChange({ ...value, week: value.week.map((old, index) => (index === day ? hours : old)) });
  return (
    <Stack>
      <fieldset className="plain-fieldset">
        <legend className="send-window-title">{t('hours')}</legend>
        <Text tone="quiet" size="small">
          {t('hoursHint')}
        </Text>
        <div className="send-window">
          {value.week.map((hours, day) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the weekday
            <DayRow key={day} day={day + 1} hours={hours} onChange={(changed) => setDay(day, changed)} />
          ))}
        </div>
      </fieldset>
      <RadioField
        label={t('zone')}
        value={value.zone}
        onChange={(zone) => onChange({ ...value, zone })}
        choices={WINDOW_ZONES.map((zone) => ({ value: zone, label: t(`zone_${zone}`), hint: t(`zoneHint_${zone}`) }))}
      />
      <SelectField
        label={t('holidays')}
        value={value.holidays}
        onChange={(holidays) => onChange({ ...value, holidays: holidays ?? 'none' })}
        choices={WINDOW_HOLIDAYS.map((one) => ({ value: one, label: t(`holidays_${one}`) }))}
      />
    </Stack>
  );
}

interface DayRowProps {
  /** Monday is 1. */
  day: number;
  hours: SendWindow['week'][number];
  onChange: (hours: SendWindow['week'][number]) => void;
}

function DayRow({ day, hours, onChange }: DayRowProps) {
  const t = useTexts(texts);
  const name = useFormat().weekday(day);
  return (
    <div className="send-window-day">
      <Checkbox label={name} value={hours !== null} onChange={(open) => onChange(open ? WORKDAY : null)} />
      {hours === null ? (
        <Text tone="quiet">{t('closed')}</Text>
      ) : (
        <div className="send-window-hours">
          {(['from', 'until'] as const).map((end) => (
            <SelectField
              key={end}
              label={t(end, { day: name })}
              hideLabel
              value={hours[end]}
              onChange={(time) => time && onChange(ordered({ ...hours, [end]: time }, end))}
              choices={timesWith(hours[end]).slice(end === 'from' ? 0 : 1, end === 'from' ? -1 : undefined)}
            />
          ))}
        </div>
      )}
    </div>
  );
}

/** The other end gives way, so that the hours never end before they begin. */
const ordered = (hours: { from: string; until: string }, moved: 'from' | 'until') => {
  if (hours.from < hours.until) return hours;
  return moved === 'from' ? { ...hours, until: '24:00' } : { ...hours, from: '00:00' };
};
