import { useState } from 'react';
import { type LetterBatch, listLetterBatches } from '../../../../contract/letters.ts';
import { addressOf } from '../../api/request.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useMay } from '../../session/session.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Section } from '../../ui/card.tsx';
import { Text } from '../../ui/text.tsx';
import { Money, When } from '../../ui/values.tsx';
import { useHere } from './campaign-context.ts';
import { letterTexts } from './letter-texts/texts.ts';
import { ReprintForm } from './reprint-form.tsx';
import { ReturnedLetter } from './returned-letter.tsx';

/** What was printed for the campaign: sealed batches, and letters that came back. */
export function LetterBatches() {
  const t = useTexts(letterTexts);
  const { campaign } = useHere();
  const printed = campaign.actions.some(({ channel }) => channel === 'letter');
  const { data, problem, again } = useEndpoint(
    listLetterBatches,
    { campaignId: campaign.id, limit: 100 },
    { when: printed },
  );
  const mayRun = useMay('campaign.run');
  const [reprinting, setReprinting] = useState<LetterBatch>();
  const columns = useColumns();
  if (!printed || !data || data.rows.length === 0) return problem ? <Alert tone="bad">{problem.message}</Alert> : null;
  const take = (batch: LetterBatch) => {
    const address = { method: 'GET' as const, path: `/api/letter-batches/${batch.id}/pdf` as const };
    window.location.assign(addressOf(address, batch.takenAt ? { again: 'yes' } : {}));
    // The file is on its way; who took it is known a moment later.
    setTimeout(() => void again(), 1000);
  };
  return (
    <Section title={t('batches')} text={t('batchesText')}>
      <PlainTable
        label={t('batches')}
        rows={data.rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        columns={columns}
        menu={(row) => [
          { label: t(row.takenAt ? 'downloadAgain' : 'download'), onClick: () => take(row) },
          mayRun && { label: t('reprint'), onClick: () => setReprinting(row) },
        ]}
      />
      <ReturnedLetter onRecorded={() => void again()} />
      {reprinting ? <ReprintForm batch={reprinting} onClose={() => setReprinting(undefined)} /> : null}
    </Section>
  );
}

function useColumns() {
  const t = useTexts(letterTexts);
  const format = useFormat();
  const name = (row: LetterBatch) => (
    <>
      {row.name}
      <Text size="small" tone="quiet">
        {row.takenAt ? t('taken', { name: row.takenBy ?? '' }) : t('notTaken')} · SHA-256 {row.sha256.slice(0, 12)}…
      </Text>
    </>
  );
  const kilos = (row: LetterBatch) => `${format.number(row.grams / 1000, 2)} kg`;
  return [
    { key: 'name', header: t('batch'), cell: name, always: true },
    {
      key: 'letters',
      header: t('letters'),
      cell: (row: LetterBatch) => format.number(row.letters),
      align: 'end',
      width: 4.5,
    },
    {
      key: 'pages',
      header: t('pages'),
      cell: (row: LetterBatch) => format.number(row.pages),
      align: 'end',
      width: 4.5,
    },
    { key: 'weight', header: t('weight'), cell: kilos, align: 'end', width: 5.5 },
    {
      key: 'cost',
      header: t('cost'),
      cell: (row: LetterBatch) => <Money minor={row.costMinor} currency={row.currency} />,
      align: 'end',
      width: 7.5,
    },
    {
      key: 'returned',
      header: t('returned'),
      cell: (row: LetterBatch) => format.number(row.returned),
      align: 'end',
      width: 6,
    },
    { key: 'sealedAt', header: t('sealed'), cell: (row: LetterBatch) => <When at={row.sealedAt} />, width: 12 },
  ] as const;
}
