import type { ReactNode } from 'react';
import type { Tone } from './tone.ts';
import './tone.css';
import './badge.css';

/** A small word on a tinted ground: a kind, a count, a label. */
export function Badge({ children, tone = 'neutral' }: { children: ReactNode; tone?: Tone | undefined }) {
  return <span className={`badge tone-${tone}`}>{children}</span>;
}

interface StatusProps {
  children: ReactNode;
  tone?: Tone | undefined;
  /** Something is going on right now: the dot breathes. */
  live?: boolean | undefined;
}

/** The state something is in: a dot and a word. */
export function Status({ children, tone = 'neutral', live }: StatusProps) {
  return (
    <span className="status">
      <span className={`status-dot dot-${tone}${live ? ' status-live' : ''}`} aria-hidden="true" />
      {children}
    </span>
  );
}
