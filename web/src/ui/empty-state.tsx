import type { ReactNode } from 'react';
import { Heading, Text } from './text.tsx';
import './empty-state.css';

interface EmptyStateProps {
  icon?: ReactNode | undefined;
  /** What would stand here. */
  title: string;
  /** What it's good for and how to get it. */
  text?: ReactNode | undefined;
  action?: ReactNode | undefined;
}

/** An empty place that teaches. */
export function EmptyState({ icon, title, text, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      {icon ? (
        <div className="empty-state-icon" aria-hidden="true">
          {icon}
        </div>
      ) : null}
      <Heading level={3}>{title}</Heading>
      {text ? (
        <Text tone="quiet" as="div">
          {text}
        </Text>
      ) : null}
      {action ? <div className="empty-state-action">{action}</div> : null}
    </div>
  );
}
