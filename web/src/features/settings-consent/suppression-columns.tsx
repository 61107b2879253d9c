import type { Suppression } from '../../../../contract/consent.ts';
import { shared } from '../../i18n/shared/texts.ts';
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
  const common = useTexts(shared);
  return [
    { key: 'value', header: t('value'), cell: (row) => <Value row={row} />, sort: true, always: true, width: 14.5 },
    { key: 'kind', header: t('kind'), cell: (row) => t(row.kind), width: 9, hidden: true },
    { key: 'scope', header: t('forWhat'), cell: (row) => <Scope row={row} />, width: 8.5 },
    { key: 'reason', header: t('reason'), cell: (row) => <Reason row={row} />, width: 11 },
    { key: 'by', header: t('by'), cell: (row) => row.recordedBy ?? '–', width: 9, hidden: true },
    { key: 'at', header: t('since'), cell: (row) => <When at={row.at} show="date" />, sort: true, width: 7 },
    ...(mayEdit
      ? [
          {
            key: 'actions',
            header: common('actions'),
            cell: (row: Suppression) => <LiftSuppression suppression={row} />,
            width: 5.5,
            align: 'end' as const,
          },
        ]
      : []),
  ];
}

function Value({ row }: { row: Suppression }) {
  return (
    <>
      <Text as="div" oneLine>
        {row.value}
      </Text>
      {row.note ? (
        <Text as="div" size="small" tone="quiet" oneLine>
          {row.note}
        </Text>
      ) : null}
    </>
  );
}

function Scope({ row }: { row: Suppression }) {
  const t = useTexts(texts);
  return (
    <>
      <Text as="div">{t(row.purposeClass === 'all' ? 'everything' : 'marketing')}</Text>
      <Text as="div" size="small" tone="quiet">
        {t(row.channel)}
      </Text>
    </>
  );
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
