import { IconAlertTriangle, IconCircleCheck, IconExclamationCircle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Tone } from './tone.ts';
import './tone.css';
import './alert.css';

const ICONS = {
  neutral: IconInfoCircle,
  accent: IconInfoCircle,
  good: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconExclamationCircle,
};

interface AlertProps {
  tone?: Tone | undefined;
  title?: string | undefined;
  /** What is so, and what to do next. */
  children?: ReactNode | undefined;
  action?: ReactNode | undefined;
}

export function Alert({ tone = 'accent', title, children, action }: AlertProps) {
  const Icon = ICONS[tone];
  return (
    <div className={`alert tone-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon size={18} stroke={1.75} aria-hidden="true" className="alert-icon" />
      <div className="alert-words">
        {title ? <strong className="alert-title">{title}</strong> : null}
        {children ? <div>{children}</div> : null}
      </div>
      {action ? <div className="alert-action">{action}</div> : null}
    </div>
  );
}
