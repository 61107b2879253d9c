import type { OutputOf } from '../../../../contract/endpoint.ts';
import type { campaignReport } from '../../../../contract/runs.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useReason } from '../../reasons/use-reason.ts';
import type { Tone } from '../../ui/tone.ts';
import { Waterfall, type WaterfallRow } from '../../ui/waterfall.tsx';
import { useDeed } from './deed.ts';
import { byReason } from './report-now.ts';
import { runTexts } from './run-texts/texts.ts';
import { useAddresses } from './use-addresses.ts';

export type Report = OutputOf<typeof campaignReport>;
/** Whose numbers they are: all runs of the action shown, or the whole campaign’s. */
export type Of = 'all' | 'campaign';

const FACT_TONES: Partial<Record<Report['facts'][number]['fact'], Tone>> = {
  bounced: 'bad',
  complained: 'bad',
  unsubscribed: 'warn',
  not_reached: 'neutral',
  call_back: 'accent',
};

/** matched − excluded = planned; planned − failed − dropped − unknown − open = sent; then what came back. Every number opens its people. */
export function ReportWaterfall({ report, of = 'all' }: { report: Report; of?: Of }) {
  const t = useTexts(runTexts);
  const reason = useReason();
  const deed = useDeed();
  const { log } = useAddresses();
  const href = (search: Record<string, string | undefined>) => log({ run: of, ...search });
  const { sums } = report;
  const excluded = report.excludedBy.map(
    ({ reason: code, lines }): WaterfallRow => ({
      key: `excluded ${code}`,
      label: reason(code),
      count: lines,
      kind: 'less',
      tone: 'neutral',
      href: href({ show: 'excluded', reason: code }),
    }),
  );
  const ended = (show: 'failed' | 'dropped', tallies: Report['failedBy'], tone: Tone): WaterfallRow[] =>
    byReason(tallies, sums[show]).map(({ reason: code, lines }) => ({
      key: `${show} ${code}`,
      label: code === null ? t(`line_${show}`) : `${t(`line_${show}`)}: ${reason(code)}`,
      count: lines,
      kind: 'less',
      tone,
      href: href({ show, reason: code ?? undefined }),
    }));
  const one = (state: 'unknown' | 'open', tone: Tone): WaterfallRow[] =>
    sums[state] > 0
      ? [{ key: state, label: t(`line_${state}`), count: sums[state], kind: 'less', tone, href: href({ show: state }) }]
      : [];
  const rows: WaterfallRow[] = [
    { key: 'matched', label: t('matched'), count: sums.matched, kind: 'total', href: href({ show: 'all' }) },
    ...excluded,
    { key: 'planned', label: t('planned'), count: sums.planned, kind: 'total', href: href({ show: 'planned' }) },
    ...ended('failed', report.failedBy, 'bad'),
    ...ended('dropped', report.droppedBy, 'neutral'),
    ...one('unknown', 'warn'),
    ...one('open', 'accent'),
    {
      key: 'sent',
      label: deed.done,
      count: sums.sent,
      kind: 'total',
      tone: 'good',
      href: href({ show: 'sent' }),
    },
    ...report.facts
      .filter(({ lines }) => lines > 0)
      .map(
        ({ fact, lines }): WaterfallRow => ({
          key: fact,
          label: t(`fact_${fact}`),
          count: lines,
          kind: 'part',
          tone: FACT_TONES[fact] ?? 'good',
          href: href({ fact }),
        }),
      ),
  ];
  return <Waterfall label={t('ledgerTitle')} rows={rows} whole={sums.matched} />;
}
