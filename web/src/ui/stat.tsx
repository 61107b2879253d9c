import type { ReactNode } from 'react';
import { RouterLink } from './router-link.tsx';
import './stat.css';

interface StatProps {
  label: string;
  value: ReactNode;
  /** What it's made of or how it changed. */
  note?: ReactNode | undefined;
  /** Opens what is behind the number. */
  href?: string | undefined;
  /** Help, beside the label. */
  hint?: ReactNode | undefined;
}

/** One number with its name. Put several in a `Stats`. */
export function Stat({ label, value, note, href, hint }: StatProps) {
  return (
    <div className="stat">
      <dt className="stat-label">
        {label}
        {hint}
      </dt>
      <dd className="stat-value">
        {href ? (
          <RouterLink href={href} className="link link-quiet">
            {value}
          </RouterLink>
        ) : (
          value
        )}
      </dd>
      {note ? <dd className="stat-note">{note}</dd> : null}
    </div>
  );
}

export function Stats({ children }: { children: ReactNode }) {
  return <dl className="stats">{children}</dl>;
}

/** Names and values of one thing, as a list of pairs. */
export function Facts({ facts }: { facts: readonly { label: string; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.label} className="fact">
          <dt>{fact.label}</dt>
          <dd>{fact.value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
