import {
  LINE_VERDICTS,
  listRevisionLines,
  type PriceRevision,
  REFUSAL_TEXTS,
  type RevisionLine,
} from '../../../../contract/catalogue-revisions.ts';
import { errorMessage } from '../../api/problem.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { Status } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { Percent } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { marginOf, Price } from './product-parts.tsx';
import { texts } from './texts/texts.ts';

const TONES = { change: 'good', same: 'neutral', refused: 'warn' } as const;

/** What becomes of the line, and why. */
function Result({ line }: { line: RevisionLine }) {
  const t = useTexts(texts);
  const format = useFormat();
  if (line.reversal === 'changed_since' || line.reversal === 'product_gone')
    return <Status tone="warn">{t(`reversal_${line.reversal}`)}</Status>;
  const said = (
    <Status tone={TONES[line.verdict]}>{t(line.reason ? `reason_${line.reason}` : `verdict_${line.verdict}`)}</Status>
  );
  if (line.reason)
    return (
      <Tooltip label={errorMessage(REFUSAL_TEXTS[line.reason])}>
        <span>{said}</span>
      </Tooltip>
    );
  return line.plannedFrom ? (
    <>
      {said} {t('untilPlanned', { day: format.date(line.plannedFrom) })}
    </>
  ) : (
    said
  );
}

function useColumns(revision: PriceRevision): Column<RevisionLine>[] {
  const t = useTexts(texts);
  const { currency } = revision.list;
  const money = (minor: number | null) => <Price minor={minor} currency={currency} />;
  const change = ({ oldAmount, newAmount }: RevisionLine) =>
    oldAmount && newAmount !== null ? (newAmount - oldAmount) / oldAmount : null;
  const uses: Column<RevisionLine>[] =
    revision.sums?.uses == null
      ? []
      : [{ key: 'uses', header: t('uses'), cell: (row) => row.uses, align: 'end', width: 6 }];
  return [
    { key: 'name', header: t('name'), cell: (row) => row.name, sort: true, always: true, width: 12 },
    { key: 'number', header: t('number'), cell: (row) => row.number, sort: true, width: 6.25 },
    { key: 'result', header: t('result'), cell: (row) => <Result line={row} />, width: 8 },
    {
      key: 'oldAmount',
      header: t('oldPrice'),
      cell: (row) => money(row.oldAmount),
      sort: true,
      align: 'end',
      width: 9,
    },
    {
      key: 'newAmount',
      header: t('newPrice'),
      cell: (row) => money(row.newAmount),
      sort: true,
      align: 'end',
      width: 9,
    },
    {
      key: 'change',
      header: t('change'),
      cell: (row) => <Percent ratio={change(row)} />,
      sort: true,
      align: 'end',
      width: 5.5,
    },
    {
      key: 'marginBefore',
      header: t('marginBefore'),
      cell: (row) => <Percent ratio={marginOf(row.oldAmount, row.cost)} />,
      align: 'end',
      width: 7,
    },
    {
      key: 'margin',
      header: t('marginAfter'),
      cell: (row) => <Percent ratio={marginOf(row.newAmount, row.cost)} />,
      sort: true,
      align: 'end',
      width: 7,
    },
    ...uses,
    { key: 'group', header: t('group'), cell: (row) => row.group ?? '–', width: 10, hidden: true },
  ];
}

/** Every line of a rehearsal: what it costs, what it would cost, and what is left as it is. */
export function RevisionLines({ revision }: { revision: PriceRevision }) {
  const t = useTexts(texts);
  const [search, change] = useSearchState<{ show: string | undefined }>();
  const { show } = search;
  const filter = show === 'blocked' ? { blocked: 'yes' } : { verdict: show };
  const shown = [
    ...LINE_VERDICTS.map((value) => ({ value: value as string, label: t(`verdict_${value}`) })),
    ...(revision.state === 'applied' ? [{ value: 'blocked', label: t('cannotReverse') }] : []),
  ];
  return (
    <DataTable
      label={t('lines')}
      source={listRevisionLines}
      input={{ id: revision.id, ...filter } as never}
      columns={useColumns(revision)}
      rowKey={(row) => row.productId}
      rowName={(row) => row.name}
      rowHref={(row) => paths.product(row.productId)}
      sorted={{ sort: 'number', direction: 'asc' }}
      searchHint={t('searchProducts')}
      filters={
        <SelectField
          label={t('result')}
          hideLabel
          clearable
          nothing={t('allLines')}
          choices={shown}
          value={show ?? null}
          onChange={(value) => change({ show: value ?? undefined })}
        />
      }
      exportAt="/api/price-revisions/:id/export"
      empty={<EmptyState title={t('noLines')} text={t('noLinesText')} />}
    />
  );
}
