import { useEffect } from 'react';
import { type Import, type ImportRow, listImportRows, VERDICTS, type Verdict } from '../../../../contract/import.ts';
import { errorMessage } from '../../api/problem.ts';
import { useRefresh } from '../../api/use-action.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { DataTable } from '../../table/data-table.tsx';
import { Status } from '../../ui/badge.tsx';
import { Section } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import type { Tone } from '../../ui/tone.ts';
import { Count } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { recordPath } from './record-paths.ts';
import { texts } from './texts/texts.ts';

const TONES: Record<Verdict, Tone> = {
  created: 'good',
  updated: 'accent',
  unchanged: 'neutral',
  skipped: 'warn',
  refused: 'bad',
};

const reasonOf = ({ reason, value, firstLine }: ImportRow): string =>
  reason === null ? '' : errorMessage(reason, { value: value ?? '', line: firstLine ?? 0 });

/** What became of each row; narrowed by what became of it, downloaded as a file. */
export function ImportReport({ found }: { found: Import }) {
  const t = useTexts(texts);
  const refresh = useRefresh();
  // Every check and the run write the report anew: the rows of the one before must not stay.
  useEffect(() => refresh(listImportRows), [refresh]);
  const [search, change] = useSearchState<{ verdict?: Verdict | undefined }>();
  return (
    <Section title={t('report')}>
      <DataTable
        label={t('report')}
        source={listImportRows}
        input={{ id: found.id, verdict: search.verdict }}
        searchable={false}
        rowKey={(row) => row.id}
        rowName={(row) => `${t('line')} ${row.line}`}
        columns={[
          {
            key: 'line',
            header: t('line'),
            cell: (row) => <Count value={row.line} />,
            width: 4.5,
            align: 'end',
            always: true,
          },
          {
            key: 'verdict',
            header: t('verdict'),
            cell: (row) => <Status tone={TONES[row.verdict]}>{t(row.verdict)}</Status>,
            width: 8,
            always: true,
          },
          { key: 'column', header: t('column'), cell: (row) => row.column ?? '', width: 8 },
          { key: 'value', header: t('value'), cell: (row) => row.value ?? '', width: 9 },
          { key: 'reason', header: t('reason'), cell: reasonOf, width: 23 },
          {
            key: 'party',
            header: t(found.entity),
            cell: (row) =>
              row.partyId ? <Link href={recordPath[found.entity](row.partyId)}>{t('openRecord')}</Link> : '',
            width: 5.5,
          },
        ]}
        filters={
          <SelectField<Verdict>
            label={t('verdict')}
            hideLabel
            clearable
            nothing={t('allRows')}
            choices={VERDICTS.map((value) => ({ value, label: t(value) }))}
            value={search.verdict ?? null}
            onChange={(verdict) => change({ verdict: verdict ?? undefined })}
          />
        }
        exportAt="/api/imports/:id/report"
        empty={<EmptyState title={t('noRows')} />}
      />
    </Section>
  );
}
