import { campaignProgress, type ProgressRow } from '../../../../contract/interactions.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { texts as dossierTexts } from '../../dossier/texts/texts.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import type { Column } from '../../table/column.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Section } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Count } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { useHere } from './campaign-context.ts';
import { itemTexts } from './item-texts/texts.ts';
import { texts } from './texts/texts.ts';

type By = 'type' | 'outcome' | 'responsible' | { field: string };
type State = 'open' | 'done' | 'cancelled';

/** How the tasks are asked for the items behind a number. */
const filterOf = (by: By, key: string | null) => {
  if (by === 'type') return { typeId: key ?? undefined };
  if (by === 'outcome') return { outcome: key ?? 'none' };
  if (by === 'responsible') return key === null ? { whose: 'nobody' } : { responsibleId: key };
  return { field: by.field, value: key ?? '' };
};

/** A number that opens its items; lines that are items themselves are opened as the recipients of the campaign. */
function ItemCount({ row, by, state, overdue }: { row: ProgressRow; by: By; state: State; overdue?: boolean }) {
  const { campaign } = useHere();
  const count = overdue ? row.overdue : row[state];
  if (count === 0) return <Count value={0} />;
  const ofLines = !overdue && row.lines[state] > 0;
  const lineState = { open: 'open', done: 'sent', cancelled: 'dropped' }[state];
  const items = {
    ...filterOf(by, row.key),
    campaignId: campaign.id,
    state,
    overdue: overdue ? 'true' : undefined,
    whose: undefined,
  };
  const href = ofLines
    ? paths.campaignLog(campaign.id, { run: 'campaign', show: lineState })
    : paths.tasks({ all: true, ...items, ...filterOf(by, row.key) });
  return (
    <Link look="quiet" href={href}>
      <Count value={count} />
    </Link>
  );
}

/** A11: how far the campaign is, by type, responsible person or a field of its types. */
export function ProgressView() {
  const t = useTexts(itemTexts);
  const c = useTexts(texts);
  const d = useTexts(dossierTexts);
  const { campaign } = useHere();
  const [search, change] = useSearchState<{ by?: string | undefined }>();
  const chosen = search.by ?? 'type';
  const by: By = chosen === 'type' || chosen === 'outcome' || chosen === 'responsible' ? chosen : { field: chosen };
  const asked = typeof by === 'string' ? { by } : { by: 'field' as const, field: by.field };
  const { data, loading, problem } = useEndpoint(campaignProgress, { id: campaign.id, ...asked }, { keep: true });
  const choices = [
    { value: 'type', label: t('progress_type') },
    ...(campaign.actions.some(({ channel }) => channel === 'call')
      ? [{ value: 'outcome', label: t('progress_outcome') }]
      : []),
    { value: 'responsible', label: t('progress_responsible') },
    ...(data?.fields ?? []).map(({ key, label }) => ({ value: key, label })),
  ];
  const nameless =
    by === 'outcome' ? t('noOutcome') : by === 'responsible' ? t('nobodyResponsible') : t('withoutValue');
  const nameOf = (row: ProgressRow) =>
    by === 'outcome' && row.key ? d(`outcome_${row.key}` as 'outcome_reached') : (row.name ?? nameless);
  const header = choices.find(({ value }) => value === chosen)?.label ?? t('progress_type');
  const number = (key: string, label: string, state: State, overdue = false): Column<ProgressRow> => ({
    key,
    header: label,
    cell: (row) => <ItemCount row={row} by={by} state={state} overdue={overdue} />,
    align: 'end',
    width: 7,
  });
  const columns: Column<ProgressRow>[] = [
    { key: 'name', header, cell: nameOf, always: true, width: 16 },
    number('open', t('itemsOpen'), 'open'),
    number('overdue', t('itemsOverdue'), 'open', true),
    number('done', t('itemsDone'), 'done'),
    number('cancelled', t('itemsCancelled'), 'cancelled'),
  ];
  return (
    <Section
      title={c('viewProgress')}
      text={t('progressText')}
      actions={
        <SelectField
          label={t('progressBy')}
          hideLabel
          choices={choices}
          value={chosen}
          onChange={(value) => change({ by: value === 'type' || value === null ? undefined : value })}
        />
      }
    >
      {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
      <PlainTable
        label={c('viewProgress')}
        columns={columns}
        rows={data?.rows ?? []}
        loading={loading}
        rowKey={(row) => row.key ?? ''}
        rowName={nameOf}
        empty={<EmptyState title={t('noProgress')} text={t('noProgressText')} />}
      />
    </Section>
  );
}
