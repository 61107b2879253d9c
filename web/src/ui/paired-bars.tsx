import type { ReactNode } from 'react';
import type { Tone } from './tone.ts';
import './progress.css';
import './waterfall.css';

export interface PairedBar {
  key: string;
  label: ReactNode;
  /** One bar for each of the series, in their order. */
  values: readonly { amount: number; said: ReactNode }[];
}

interface PairedBarsProps {
  /** Names the table. */
  label: string;
  /** What stands above the labels: "Action". */
  of: string;
  series: readonly { label: string; tone: Tone }[];
  rows: readonly PairedBar[];
}

/** Amounts side by side, each as a number and as a bar of the same scale: the chart is its own table. */
export function PairedBars({ label, of, series, rows }: PairedBarsProps) {
  const most = Math.max(Number.EPSILON, ...rows.flatMap(({ values }) => values.map(({ amount }) => amount)));
  return (
    <table className="waterfall">
      <caption className="visually-hidden">{label}</caption>
      <thead>
        <tr className="waterfall-row">
          <th scope="col">{of}</th>
          {series.map((one) => (
            <th key={one.label} scope="col">
              {one.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className="waterfall-row">
            <th scope="row">{row.label}</th>
            {row.values.map(({ amount, said }, index) => (
              <td key={series[index]?.label}>
                <div className="paired-bar">
                  <span>{said}</span>
                  <div className="waterfall-bar" aria-hidden="true">
                    <div
                      className={`fill-${series[index]?.tone ?? 'accent'}`}
                      style={{ width: `${(Math.max(0, amount) / most) * 100}%` }}
                    />
                  </div>
                </div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
