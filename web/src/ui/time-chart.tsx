import { Text } from './text.tsx';
import './time-chart.css';

export type TimeUnit = 'hour' | 'day' | 'month';

interface Series {
  key: string;
  label: string;
  tone: 'neutral' | 'accent' | 'good';
  values: readonly number[];
}

interface TimeChartProps {
  unit: TimeUnit;
  /** When each bar begins, ascending; times without anything may be left out. */
  times: readonly string[];
  series: readonly Series[];
  /** A time, in words. */
  said: (at: string) => string;
  count: (value: number) => string;
}

const HOUR_MS = 3_600_000;

/** Which place on the axis a time has, counted in units from the first. */
const placeOf = (unit: TimeUnit, first: string, at: string): number => {
  const [from, to] = [new Date(first), new Date(at)];
  // Half a month is added, so that the first of a month in any time zone falls into it.
  const months = (date: Date) => {
    const middle = new Date(date.getTime() + 15 * 24 * HOUR_MS);
    return middle.getUTCFullYear() * 12 + middle.getUTCMonth();
  };
  if (unit === 'month') return months(to) - months(from);
  return Math.round((to.getTime() - from.getTime()) / (unit === 'day' ? 24 * HOUR_MS : HOUR_MS));
};

/** How often something happened over time: a row of bars each, on one axis, each to its own height. Its numbers belong in a table beside it. */
export function TimeChart({ unit, times, series, said, count }: TimeChartProps) {
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return null;
  const places = times.map((at) => placeOf(unit, first, at));
  // A lone bar stands in the middle of a day or so, not as wide as the page.
  const span = Math.max((places.at(-1) ?? 0) + 1, 24);
  return (
    <div className="time-chart" aria-hidden="true">
      {series.map(({ key, label, tone, values }) => {
        const highest = Math.max(1, ...values);
        const sum = values.reduce((all, value) => all + value, 0);
        return (
          <div key={key} className="time-chart-row">
            <div className="time-chart-name">
              {label}
              <strong>{count(sum)}</strong>
            </div>
            <svg className={`time-chart-bars time-chart-${tone}`} role="presentation">
              {values.map((value, index) => {
                const height = (value / highest) * 100;
                return value === 0 ? null : (
                  <rect
                    key={times[index]}
                    x={`${((places[index] ?? 0) / span) * 100}%`}
                    width={`${(0.85 / span) * 100}%`}
                    y={`${100 - Math.max(height, 4)}%`}
                    height={`${Math.max(height, 4)}%`}
                  >
                    <title>{`${said(times[index] ?? '')}: ${count(value)}`}</title>
                  </rect>
                );
              })}
            </svg>
          </div>
        );
      })}
      <div className="time-chart-axis">
        <Text as="span" size="small" tone="quiet">
          {said(first)}
        </Text>
        {times.length > 1 ? (
          <Text as="span" size="small" tone="quiet">
            {said(last)}
          </Text>
        ) : null}
      </div>
    </div>
  );
}
