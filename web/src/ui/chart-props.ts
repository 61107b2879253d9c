import type { Tone } from './tone.ts';

export interface ChartSeries {
  key: string;
  label: string;
  tone: Tone;
}

export interface ChartProps {
  /** Says what is seen: "Opens by hour". */
  label: string;
  kind: 'bars' | 'line';
  /** One a point: `x` is its name, the rest its values by series key. */
  points: readonly { x: string; values: Readonly<Record<string, number>> }[];
  series: readonly ChartSeries[];
  /** What `x` is: "Hour". */
  xLabel: string;
  /** How a value is written; a number when left out. */
  write?: ((value: number) => string) | undefined;
}

export interface DrawnChart extends ChartProps {
  write: (value: number) => string;
}
