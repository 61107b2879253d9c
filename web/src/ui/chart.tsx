import { lazy, Suspense, useState } from 'react';
import { shared } from '../i18n/shared/texts.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from './button.tsx';
import type { ChartProps, DrawnChart } from './chart-props.ts';
import { Skeleton } from './skeleton.tsx';
import './chart.css';

const Picture = lazy(async () => ({ default: (await import('./chart-picture.tsx')).ChartPicture }));

function ChartTable({ label, points, series, xLabel, write }: DrawnChart) {
  return (
    <table className="chart-table">
      <caption className="visually-hidden">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{xLabel}</th>
          {series.map((one) => (
            <th key={one.key} scope="col" className="table-end">
              {one.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.x}>
            <th scope="row">{point.x}</th>
            {series.map((one) => (
              <td key={one.key} className="table-end">
                {write(point.values[one.key] ?? 0)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A picture of numbers, with the table behind it one button away. */
export function Chart(props: ChartProps) {
  const t = useTexts(shared);
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const all = { ...props, write: props.write ?? ((value: number) => format.number(value)) };
  return (
    <figure className="chart" aria-label={props.label}>
      {asTable ? (
        <ChartTable {...all} />
      ) : (
        <div className="chart-picture" role="img" aria-label={props.label}>
          <Suspense fallback={<Skeleton />}>
            <Picture {...all} />
          </Suspense>
        </div>
      )}
      <Button size="small" look="quiet" onClick={() => setAsTable(!asTable)}>
        {t(asTable ? 'showChart' : 'showTable')}
      </Button>
    </figure>
  );
}
