import type { OutputOf } from '../../../../contract/endpoint.ts';
import type { previewAction, Run } from '../../../../contract/runs.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useReason } from '../../reasons/use-reason.ts';
import { Waterfall, type WaterfallRow } from '../../ui/waterfall.tsx';
import { useDeed } from './deed.ts';
import { runTexts } from './run-texts/texts.ts';
import { useAddresses } from './use-addresses.ts';

type Preview = Pick<OutputOf<typeof previewAction>, 'matched' | 'planned' | 'excluded'>;

/** matched − each reason = to send, as it would be now. */
export function PreviewWaterfall({ preview }: { preview: Preview }) {
  const t = useTexts(runTexts);
  const reason = useReason();
  const { todo: toSend } = useDeed();
  const rows: WaterfallRow[] = [
    { key: 'matched', label: t('matched'), count: preview.matched, kind: 'total' },
    ...preview.excluded.map(({ reason: code, lines }) => ({
      key: code,
      label: reason(code),
      count: lines,
      kind: 'less' as const,
    })),
    { key: 'planned', label: toSend, count: preview.planned, kind: 'total', tone: 'good' },
  ];
  return <Waterfall label={t('waterfall')} rows={rows} />;
}

/** The same of a list that is generated: every number opens its people. */
export function RunWaterfall({ run }: { run: Run }) {
  const t = useTexts(runTexts);
  const reason = useReason();
  const { todo: toSend } = useDeed();
  const { log, recipients } = useAddresses();
  const open = run.sealedAt ? log : recipients;
  const href = (search: Record<string, string>) => open({ run: run.id, ...search });
  const rows: WaterfallRow[] = [
    { key: 'matched', label: t('matched'), count: run.sums.matched, kind: 'total', href: href({ show: 'all' }) },
    ...run.excludedBy.map(({ reason: code, lines }) => ({
      key: code,
      label: reason(code),
      count: lines,
      kind: 'less' as const,
      href: href({ show: 'excluded', reason: code }),
    })),
    {
      key: 'planned',
      label: toSend,
      count: run.sums.planned,
      kind: 'total',
      tone: 'good',
      href: href({ show: 'planned' }),
    },
  ];
  return <Waterfall label={t('waterfall')} rows={rows} />;
}
