import type { ReactNode } from 'react';
import type { Tone } from './tone.ts';
import { When } from './values.tsx';
import './tone.css';
import './timeline.css';

export interface TimelineItem {
  key: string;
  at: string;
  title: ReactNode;
  text?: ReactNode | undefined;
  icon?: ReactNode | undefined;
  tone?: Tone | undefined;
}

/** What happened, newest first. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map((item) => (
        <li key={item.key} className="timeline-item">
          <span className={`timeline-mark tone-${item.tone ?? 'neutral'}`} aria-hidden="true">
            {item.icon}
          </span>
          <div className="timeline-words">
            <div className="timeline-line">
              <span className="timeline-title">{item.title}</span>
              <span className="timeline-when">
                <When at={item.at} />
              </span>
            </div>
            {item.text ? <div className="timeline-text">{item.text}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
