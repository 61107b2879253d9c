import type { ReactNode } from 'react';
import { shared } from '../i18n/shared/texts.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { RouterLink } from './router-link.tsx';
import type { Tone } from './tone.ts';
import './progress.css';
import './waterfall.css';

export interface WaterfallRow {
  key: string;
  label: string;
  count: number;
  /** Where these people are listed; every number opens. */
  href?: string | undefined;
  tone?: Tone | undefined;
  /** `total` is a sum (matched, planned, sent); `less` is taken away from it; `part` lies inside the row above. */
  kind?: 'total' | 'less' | 'part' | undefined;
  /** Help or a formula, beside the label. */
  hint?: ReactNode | undefined;
}

interface WaterfallProps {
  /** Names the table: "From matched to sent". */
  label: string;
  rows: readonly WaterfallRow[];
  /** What 100 % is; the first row when left out. */
  whole?: number | undefined;
}

function Bar({ from, length, tone }: { from: number; length: number; tone: Tone }) {
  return (
    <div className="waterfall-bar" aria-hidden="true">
      <div
        className={`fill-${tone}`}
        style={{ marginLeft: `${from * 100}%`, width: `max(${length > 0 ? 2 : 0}px, ${length * 100}%)` }}
      />
    </div>
  );
}

/** Where each row's bar begins: totals at the left; what is taken away hangs at the end of what was left. */
function starts(rows: readonly WaterfallRow[]): number[] {
  let left = 0;
  return rows.map((row) => {
    if (row.kind === 'less') {
      left -= row.count;
      return Math.max(0, left);
    }
    if (row.kind !== 'part') left = row.count;
    return 0;
  });
}

/** The ledger that adds up: every row a label, a count that opens its people, a share and a bar. */
export function Waterfall({ label, rows, whole }: WaterfallProps) {
  const t = useTexts(shared);
  const format = useFormat();
  const hundred = whole ?? rows[0]?.count ?? 0;
  const from = starts(rows);
  return (
    <table className="waterfall">
      <caption className="visually-hidden">{label}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('step')}</th>
          <th scope="col">{t('countLabel')}</th>
          <th scope="col">{t('shareLabel')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const share = hundred > 0 ? row.count / hundred : 0;
          const count = `${row.kind === 'less' ? '−' : ''}${format.number(row.count)}`;
          return (
            <tr key={row.key} className={`waterfall-row waterfall-${row.kind ?? 'total'}`}>
              <th scope="row">
                {row.label}
                {row.hint}
              </th>
              <td className="waterfall-count">
                {row.href ? (
                  <RouterLink href={row.href} className="link" aria-label={`${row.label}: ${count}`}>
                    {count}
                  </RouterLink>
                ) : (
                  count
                )}
              </td>
              <td>
                <div className="waterfall-share">
                  <Bar
                    from={hundred > 0 ? (from[index] ?? 0) / hundred : 0}
                    length={share}
                    tone={row.tone ?? (row.kind === 'less' ? 'neutral' : 'accent')}
                  />
                  <span>{hundred > 0 ? format.percent(share) : '–'}</span>
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
