import { type ReactNode, useId } from 'react';
import { Heading, Text } from './text.tsx';
import './card.css';

interface SectionProps {
  title: string;
  /** One sentence on what this is for. */
  text?: ReactNode | undefined;
  actions?: ReactNode | undefined;
  children: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, text, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <header className="section-head">
        <div>
          <Heading level={2} id={id}>
            {title}
          </Heading>
          {text ? (
            <Text tone="quiet" as="div">
              {text}
            </Text>
          ) : null}
        </div>
        {actions ? <div className="section-actions">{actions}</div> : null}
      </header>
      {children}
    </section>
  );
}

interface CardProps {
  children: ReactNode;
  title?: string | undefined;
  actions?: ReactNode | undefined;
  /** `flush` lets lists and tables reach the edges. */
  padding?: 'normal' | 'flush' | undefined;
}

export function Card({ children, title, actions, padding = 'normal' }: CardProps) {
  return (
    <div className="card">
      {title ? (
        <header className="card-head">
          <Heading level={3}>{title}</Heading>
          {actions}
        </header>
      ) : null}
      <div className={`card-body card-${padding}`}>{children}</div>
    </div>
  );
}
