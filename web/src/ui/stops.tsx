import { IconAlertTriangleFilled, IconCircle, IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { RouterLink } from './router-link.tsx';
import './tabs.css';

export type StopState = 'done' | 'missing' | 'wrong' | 'empty';

interface StopsProps {
  label: string;
  stops: readonly { label: string; href: string; state: StopState; current?: boolean | undefined }[];
}

const MARKS = {
  done: { Icon: IconCircleCheckFilled, text: 'stopDone' },
  missing: { Icon: IconCircleDashed, text: 'stopMissing' },
  wrong: { Icon: IconAlertTriangleFilled, text: 'stopWrong' },
  empty: { Icon: IconCircle, text: 'stopEmpty' },
} as const;

/** A road with stops that can be visited in any order; each shows where it stands. */
export function Stops({ label, stops }: StopsProps) {
  const t = useTexts(shared);
  return (
    <nav aria-label={label}>
      <ol className="stops">
        {stops.map((stop) => {
          const { Icon, text } = MARKS[stop.state];
          return (
            <li key={stop.href}>
              <RouterLink
                href={stop.href}
                className={`stop stop-${stop.state}`}
                current={stop.current === undefined ? undefined : stop.current && 'step'}
              >
                <Icon size={16} aria-hidden="true" className="stop-mark" />
                {stop.label}
                <span className="visually-hidden">, {t(text)}</span>
              </RouterLink>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
