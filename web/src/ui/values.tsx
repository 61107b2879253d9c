import { useFormat } from '../i18n/use-format.ts';
import { Tooltip } from './tooltip.tsx';

export function Money({ minor, currency }: { minor: number; currency: string }) {
  return <span className="value">{useFormat().money(minor, currency)}</span>;
}

export function Count({ value, digits = 0 }: { value: number; digits?: number | undefined }) {
  return (
    <data className="value" value={value}>
      {useFormat().number(value, digits)}
    </data>
  );
}

/** A ratio (0.25) as a percentage. A ratio that doesn't exist (nothing to divide by) is a dash. */
export function Percent({ ratio, digits = 1 }: { ratio: number | null; digits?: number | undefined }) {
  const format = useFormat();
  if (ratio === null) return <span className="value">–</span>;
  return (
    <data className="value" value={ratio}>
      {format.percent(ratio, digits)}
    </data>
  );
}

interface WhenProps {
  /** An instant (ISO 8601), a day (`YYYY-MM-DD`), or nothing yet. */
  at: string | Date | null | undefined;
  /** `relative` says "2 hours ago" with the exact time in a tooltip. */
  show?: 'dateTime' | 'date' | 'time' | 'relative' | undefined;
}

export function When({ at, show = 'dateTime' }: WhenProps) {
  const format = useFormat();
  if (!at) return <span className="value">–</span>;
  const machine = at instanceof Date ? at.toISOString() : at;
  if (show !== 'relative') return <time dateTime={machine}>{format[show](at)}</time>;
  return (
    <Tooltip label={format.dateTime(at)}>
      <time dateTime={machine}>{format.relative(at)}</time>
    </Tooltip>
  );
}
