import type { Tone } from './tone.ts';
import './progress.css';

interface ProgressProps {
  label: string;
  /** 0…1; leave out while nothing is known. */
  ratio?: number | undefined;
  tone?: Tone | undefined;
  /** Said instead of the percentage: "812 of 1,204". */
  said?: string | undefined;
}

export function Progress({ label, ratio, tone = 'accent', said }: ProgressProps) {
  const known = ratio === undefined ? {} : { 'aria-valuenow': Math.round(ratio * 100) };
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...known}
      {...(said ? { 'aria-valuetext': said } : {})}
    >
      <div
        className={`progress-bar fill-${tone}${ratio === undefined ? ' progress-unknown' : ''}`}
        style={ratio === undefined ? undefined : { width: `${Math.min(1, Math.max(0, ratio)) * 100}%` }}
      />
    </div>
  );
}
