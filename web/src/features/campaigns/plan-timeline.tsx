import type { campaignPlan, PlannedAction } from '../../../../contract/calendar.ts';
import type { OutputOf } from '../../../../contract/endpoint.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { type PlanScale, scaleOf } from './plan-scale.ts';
import { planTexts } from './plan-texts/texts.ts';
import { useActionName } from './words.tsx';
import './plan.css';

export type Plan = OutputOf<typeof campaignPlan>;

/** A row of the picture; `links` are the rows that it comes after. */
interface PlanRow {
  key: string;
  label: string;
  look: string;
  at: string | null;
  until: string | null;
  links: readonly number[];
}

/** The actions in their order, then what people are invited to, then what they do. */
function useRows({ actions, occasion, activities }: Plan): PlanRow[] {
  const t = useTexts(planTexts);
  const nameOf = useActionName();
  const lookOf = ({ expected, runState }: PlannedAction) =>
    runState === 'finished' ? 'done' : expected ? 'expected' : 'action';
  return [
    ...actions.map((action) => ({
      key: action.id,
      label: nameOf(action),
      look: lookOf(action),
      at: action.at,
      until: action.endedAt,
      links: [...new Set(action.after.map(({ actionId }) => actions.findIndex(({ id }) => id === actionId)))],
    })),
    ...(occasion
      ? [
          {
            key: 'occasion',
            label: `${t('occasion')}: ${occasion.title}`,
            look: 'occasion',
            at: occasion.startsAt,
            until: occasion.endsAt,
            links: [],
          },
        ]
      : []),
    ...activities.map(({ id, title, dueAt, doneAt }) => ({
      key: id,
      label: title,
      look: doneAt ? 'activity-done' : 'activity',
      at: dueAt,
      until: null,
      links: [],
    })),
  ];
}

/** Lines from each action to those that come after it; a row is ten units high. */
function Links({ rows, scale }: { rows: readonly PlanRow[]; scale: PlanScale }) {
  const lines = rows.flatMap(({ key, at, links }, row) =>
    links.flatMap((from) => {
      const before = rows[from]?.at;
      if (!at || !before) return [];
      const [x1, x2] = [scale.placeOf(before), scale.placeOf(at)];
      return [{ key: `${key} ${from}`, d: `M ${x1} ${from * 10 + 5} V ${row * 10 + 5} H ${x2}` }];
    }),
  );
  return (
    <svg className="plan-links" viewBox={`0 0 100 ${rows.length * 10}`} preserveAspectRatio="none" aria-hidden="true">
      {lines.map(({ key, d }) => (
        <path key={key} d={d} vectorEffect="non-scaling-stroke" />
      ))}
    </svg>
  );
}

function Mark({ row, scale }: { row: PlanRow; scale: PlanScale }) {
  if (row.at === null) return null;
  const left = scale.placeOf(row.at);
  const width = row.until ? scale.placeOf(row.until) - left : 0;
  return (
    <span className={`plan-mark plan-${row.look}`} style={{ left: `${left}%`, width: `max(0.75rem, ${width}%)` }} />
  );
}

/** The plan of one campaign as a picture; the table below it says the same in words. */
export function PlanTimeline({ plan }: { plan: Plan }) {
  const t = useTexts(planTexts);
  const format = useFormat();
  const rows = useRows(plan);
  const scale = scaleOf(rows.flatMap(({ at, until }) => [at, until].filter((moment) => moment !== null)));
  if (scale === null) return null;
  return (
    <div className="plan" role="img" aria-label={t('picture')}>
      <div className="plan-labels">
        {rows.map(({ key, label }) => (
          <span key={key} className="plan-label">
            {label}
          </span>
        ))}
      </div>
      <div className="plan-field">
        {scale.marks.map((mark) => (
          <span key={mark} className="plan-day" style={{ left: `${scale.placeOf(mark)}%` }}>
            <span>{format.date(mark)}</span>
          </span>
        ))}
        <Links rows={rows} scale={scale} />
        {rows.map((row) => (
          <div key={row.key} className="plan-row">
            <Mark row={row} scale={scale} />
          </div>
        ))}
      </div>
    </div>
  );
}
