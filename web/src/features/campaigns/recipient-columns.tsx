import type { Line } from '../../../../contract/runs.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import type { Column } from '../../table/column.ts';
import { Text } from '../../ui/text.tsx';
import { When } from '../../ui/values.tsx';
import { useReason } from './reason.ts';
import { runTexts } from './run-texts/texts.ts';
import { LineStatus } from './words.tsx';

function Reason({ line }: { line: Line }) {
  const reason = useReason();
  if (line.reason === null) return <span className="text-quiet">–</span>;
  return (
    <span title={line.seen ?? undefined}>
      {reason(line.reason)}
      {line.seen ? (
        <Text as="span" size="small" tone="quiet">
          {' '}
          ({line.seen})
        </Text>
      ) : null}
    </span>
  );
}

const useCommon = (): Record<'name' | 'company' | 'address' | 'state' | 'reason' | 'origin', Column<Line>> => {
  const t = useTexts(runTexts);
  return {
    name: { key: 'name', header: t('name'), always: true, width: 14, cell: (line) => line.name || '–' },
    company: { key: 'company', header: t('company'), width: 13, cell: (line) => line.companyName ?? '–' },
    address: { key: 'address', header: t('address'), width: 16, cell: (line) => line.address ?? '–' },
    state: { key: 'state', header: t('status'), width: 9, cell: (line) => <LineStatus state={line.state} /> },
    reason: { key: 'reason', header: t('reason'), width: 15, cell: (line) => <Reason line={line} /> },
    origin: { key: 'origin', header: t('origin'), width: 8, cell: (line) => t(`origin_${line.origin}`) },
  };
};

/** Before it goes: who, where to, and for those left out why. */
export function useRecipientColumns(): Column<Line>[] {
  const t = useTexts(runTexts);
  const { name, company, address, reason, origin } = useCommon();
  const verdict: Column<Line> = {
    key: 'verdict',
    header: t('status'),
    width: 8,
    cell: (line) => (line.state === 'excluded' ? t('verdict_excluded') : t('verdict_planned')),
  };
  return [name, company, address, verdict, reason, origin];
}

/** Q28: a status for each single recipient, with what came back. */
export function useLogColumns(): Column<Line>[] {
  const t = useTexts(runTexts);
  const { name, company, address, state, reason, origin } = useCommon();
  return [
    name,
    address,
    state,
    reason,
    {
      key: 'facts',
      header: t('cameBack'),
      width: 11,
      cell: (line) => line.facts.map((fact) => t(`fact_${fact}`)).join(', ') || '–',
    },
    { key: 'at', header: t('time'), width: 12, cell: (line) => <When at={line.at} /> },
    { ...company, hidden: true },
    { key: 'reply', header: t('reply'), width: 18, hidden: true, cell: (line) => line.reply ?? '–' },
    { key: 'attempts', header: t('attempts'), width: 6, align: 'end', hidden: true, cell: (line) => line.attempts },
    { ...origin, hidden: true },
  ];
}
