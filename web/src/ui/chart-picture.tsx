import '@mantine/charts/styles.layer.css';
import { BarChart, LineChart } from '@mantine/charts';
import type { DrawnChart } from './chart-props.ts';

const COLOURS = {
  neutral: 'var(--control-line)',
  accent: 'var(--accent)',
  good: 'var(--good-fill)',
  warn: 'var(--warn-fill)',
  bad: 'var(--bad-fill)',
} as const;

/** The drawn part of a chart; loaded only where there is one. */
export function ChartPicture({ kind, points, series, write }: DrawnChart) {
  const common = {
    h: 240,

    data: points.map((point) => ({ x: point.x, ...point.values })),
    dataKey: 'x',
    series: series.map((one) => ({ name: one.key, label: one.label, color: COLOURS[one.tone] })),
    valueFormatter: write,
    withLegend: series.length > 1,
    gridAxis: 'x' as const,
    tickLine: 'none' as const,
  };
  return kind === 'bars' ? (
    <BarChart {...common} maxBarWidth={36} />
  ) : (
    <LineChart {...common} curveType="monotone" withDots={points.length < 40} />
  );
}
