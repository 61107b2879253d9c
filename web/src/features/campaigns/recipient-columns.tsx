import type { ReactNode } from 'react';
import type { Line } from '../../../../contract/runs.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useReason } from '../../reasons/use-reason.ts';
import type { Column } from '../../table/column.ts';
import { Status } from '../../ui/badge.tsx';
import { Text } from '../../ui/text.tsx';
import { When } from '../../ui/values.tsx';
import { useHere } from './campaign-context.ts';
import { runTexts } from './run-texts/texts.ts';
import { LineStatus } from './words.tsx';

/** One cell for what it is and why: the reason means nothing without the status. */
function StatusAndReason({ line, status }: { line: Line; status: ReactNode }) {
  const reason = useReason();
  return (
    <span className="status-reason" title={line.seen ?? undefined}>
      {status}
      {line.reason === null ? null : (
        <Text as="span" size="small" tone="quiet" oneLine>
          {reason(line.reason)}
        </Text>
      )}
    </span>
  );
}

const useCommon = (): Record<'name' | 'company' | 'assets' | 'address' | 'origin' | 'seen', Column<Line>> => {
  const t = useTexts(runTexts);
  const { campaign, action } = useHere();
  const aboutAssets = campaign.type === 'asset' || action.audience.perAsset;
  return {
    name: { key: 'name', header: t('name'), always: true, width: 10, cell: (line) => line.name || '–' },
    company: { key: 'company', header: t('company'), width: 11, cell: (line) => line.companyName ?? '–' },
    assets: {
      key: 'assets',
      header: t('assets'),
      width: 13,
      hidden: !aboutAssets,
      cell: (line) => line.assets.join(', ') || '–',
    },
    address: { key: 'address', header: t('address'), width: 13, cell: (line) => line.address ?? '–' },
    origin: { key: 'origin', header: t('origin'), width: 8, hidden: true, cell: (line) => t(`origin_${line.origin}`) },
    seen: { key: 'seen', header: t('seenValue'), width: 12, hidden: true, cell: (line) => line.seen ?? '–' },
  };
};

/** Before it goes: who, where to, and for those left out why. */
export function useRecipientColumns(): Column<Line>[] {
  const t = useTexts(runTexts);
  const { name, company, assets, address, origin, seen } = useCommon();
  const inList = useHere().action.channel === 'list';
  const verdict = (line: Line) => (
    <Status tone={line.state === 'excluded' ? 'neutral' : 'good'}>
      {line.state === 'excluded' ? t('verdict_excluded') : inList ? t('inTheList') : t('verdict_planned')}
    </Status>
  );
  const status: Column<Line> = {
    key: 'status',
    header: t('status'),
    width: 14,
    cell: (line) => <StatusAndReason line={line} status={verdict(line)} />,
  };
  return [name, company, assets, address, status, seen, origin];
}

/** Q28: a status for each single recipient, with what came back. */
export function useLogColumns(): Column<Line>[] {
  const t = useTexts(runTexts);
  const { name, company, assets, address, origin, seen } = useCommon();
  const facts = (line: Line) => line.facts.map((fact) => t(`fact_${fact}`)).join(', ') || '–';
  return [
    name,
    // Before the address, so that a narrow screen shows it without scrolling.
    {
      key: 'status',
      header: t('status'),
      width: 12,
      cell: (line) => <StatusAndReason line={line} status={<LineStatus state={line.state} />} />,
    },
    assets,
    address,
    { key: 'facts', header: t('cameBack'), width: 8, cell: facts },
    { key: 'at', header: t('time'), width: 8, cell: (line) => <When at={line.at} show="relative" /> },
    { ...company, hidden: true },
    { key: 'reply', header: t('reply'), width: 18, hidden: true, cell: (line) => line.reply ?? '–' },
    {
      key: 'attempts',
      header: t('attempts'),
      width: 6,
      align: 'end',
      hidden: true,
      cell: (line) => line.attempts,
    },
    seen,
    origin,
  ];
}
