import type { Suppression } from '../../../../contract/consent.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import type { Column } from '../../table/column.ts';
import { Status } from '../../ui/badge.tsx';
import { Text } from '../../ui/text.tsx';
import { When } from '../../ui/values.tsx';
import { LiftSuppression } from './lift-suppression.tsx';
import { texts } from './texts/texts.ts';

export function useSuppressionColumns(mayEdit: boolean): Column<Suppression>[] {
  const t = useTexts(texts);
  return [
    { key: 'value', header: t('value'), cell: (row) => row.value, sort: true, always: true, width: 17 },
    { key: 'kind', header: t('kind'), cell: (row) => t(row.kind), width: 9, hidden: true },
    { key: 'channel', header: t('channel'), cell: (row) => t(row.channel), width: 9 },
    {
      key: 'purposeClass',
      header: t('forWhat'),
      cell: (row) => t(row.purposeClass === 'all' ? 'everything' : 'marketing'),
      width: 9,
    },
    { key: 'reason', header: t('reason'), cell: (row) => <Reason row={row} />, width: 14 },
    { key: 'note', header: t('note'), cell: (row) => row.note, width: 14 },
    { key: 'by', header: t('by'), cell: (row) => row.recordedBy ?? '–', width: 9, hidden: true },
    { key: 'at', header: t('since'), cell: (row) => <When at={row.at} show="date" />, sort: true, width: 8 },
    ...(mayEdit
      ? [{ key: 'actions', header: '', cell: (row: Suppression) => <LiftSuppression suppression={row} />, width: 6 }]
      : []),
  ];
}

const TONES = { complaint: 'bad', hard_bounce: 'warn', unsubscribed: 'accent' } as const;

function Reason({ row }: { row: Suppression }) {
  const t = useTexts(texts);
  const format = useFormat();
  if (row.liftedAt) {
    const lifted = { when: format.date(row.liftedAt), who: row.liftedBy ?? t('itself') };
    return (
      <Text as="span" tone="quiet">
        {t('liftedBy', lifted)}
      </Text>
    );
  }
  return <Status tone={TONES[row.reason as keyof typeof TONES] ?? 'neutral'}>{t(row.reason)}</Status>;
}
