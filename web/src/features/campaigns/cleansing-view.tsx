import { IconEraser, IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { campaignHistory } from '../../../../contract/campaigns.ts';
import {
  type Cleansing,
  cleansingExportPath,
  cleansingFilePath,
  listCleansedCells,
  listCleansings,
} from '../../../../contract/cleansing.ts';
import type { Run } from '../../../../contract/runs.ts';
import { upload } from '../../api/call.ts';
import { Problem } from '../../api/problem.ts';
import { useRefresh } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { FileField } from '../../form/file-field.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useMay } from '../../session/session.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, Section } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Text } from '../../ui/text.tsx';
import { useHere } from './campaign-context.ts';
import { CleansedCells } from './cleansed-cells.tsx';
import { cleansingTexts } from './cleansing-texts/texts.ts';
import { useAddresses } from './use-addresses.ts';

/** A file made in another window of the browser is in the list a moment later. */
const LOOK_AGAIN_MS = 5_000;
const LARGEST = 200 * 1024 * 1024;
const eraser = <IconEraser size={28} stroke={1.5} />;

/** Q35: the assets of a list go out with their owners, come back put right, and are compared cell by cell. */
export function CleansingView() {
  const t = useTexts(cleansingTexts);
  const { prepared, last } = useHere();
  const run = prepared ?? last;
  return run ? <OfRun run={run} /> : <EmptyState icon={eraser} title={t('noListTitle')} text={t('noListText')} />;
}

function OfRun({ run }: { run: Run }) {
  const t = useTexts(cleansingTexts);
  const { stop } = useAddresses();
  const { data, problem } = useEndpoint(listCleansings, { id: run.id }, { every: LOOK_AGAIN_MS });
  const [chosen, choose] = useState<string | null>(null);
  const mayExport = useMay('ledger.export');
  const mayEdit = useMay('crm.edit');
  if (problem) return <Alert tone="bad">{problem.message}</Alert>;
  if (!data) return <Skeleton lines={6} />;
  if (data.assets === 0)
    return (
      <EmptyState
        icon={eraser}
        title={t('noAssetsTitle')}
        text={t('noAssetsText')}
        action={<Button href={stop('who')}>{t('goToWho')}</Button>}
      />
    );
  const cleansing = data.rows.find(({ id }) => id === chosen) ?? data.rows[0];
  return (
    <Stack gap="large">
      <Section title={t('title')} text={t('text')} actions={mayExport ? <ExportButtons run={run} /> : null}>
        {cleansing && mayEdit ? (
          <BringBack key={cleansing.id} all={data.rows} cleansing={cleansing} choose={choose} />
        ) : null}
      </Section>
      {cleansing?.receivedAt ? <Received key={cleansing.id} cleansing={cleansing} /> : null}
    </Stack>
  );
}

function ExportButtons({ run }: { run: Run }) {
  const t = useTexts(cleansingTexts);
  const { language } = useFormat();
  const take = (format: 'xlsx' | 'csv') =>
    window.location.assign(`${cleansingExportPath(run.id)}?${new URLSearchParams({ format, words: language })}`);
  const icon = <IconFileSpreadsheet size={16} stroke={1.75} />;
  return (
    <Row>
      <Button icon={icon} onClick={() => take('xlsx')}>
        {t('exportXlsx')}
      </Button>
      <Button icon={icon} onClick={() => take('csv')}>
        {t('exportCsv')}
      </Button>
    </Row>
  );
}

interface BringBackProps {
  all: readonly Cleansing[];
  cleansing: Cleansing;
  choose: (id: string | null) => void;
}

function BringBack({ all, cleansing, choose }: BringBackProps) {
  const t = useTexts(cleansingTexts);
  const format = useFormat();
  const refresh = useRefresh();
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const send = async () => {
    if (file === null) return;
    setBusy(true);
    setWrong(undefined);
    try {
      await upload<Cleansing>(cleansingFilePath(cleansing.id), { file });
      setFile(null);
      refresh(listCleansings, listCleansedCells, campaignHistory);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setWrong(error.errors[0]?.message ?? error.message);
    }
    setBusy(false);
  };
  return (
    <Card title={t('bringBack')}>
      <Stack>
        <SelectField
          label={t('which')}
          value={cleansing.id}
          onChange={choose}
          choices={all.map(({ id, exportedAt, assets }) => ({
            value: id,
            label: t('ofExport', { when: format.dateTime(exportedAt), count: assets }),
          }))}
        />
        <FileField
          label={t('file')}
          hint={t('fileHint')}
          kinds={['.csv', '.xlsx']}
          largest={LARGEST}
          value={file}
          error={wrong}
          onChange={setFile}
        />
        <Row>
          <Button look="primary" busy={busy} disabled={file === null} onClick={() => void send()}>
            {t('compare')}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}

function Received({ cleansing }: { cleansing: Cleansing }) {
  const t = useTexts(cleansingTexts);
  const format = useFormat();
  const { fileName, receivedAt, receivedBy, strangeLines, missing } = cleansing;
  return (
    <Section
      title={t('differences')}
      text={t('received', {
        file: fileName ?? '',
        when: receivedAt ? format.dateTime(receivedAt) : '',
        who: receivedBy ?? '–',
      })}
    >
      <Stack>
        {strangeLines.length > 0 ? (
          <Alert tone="warn">{t('strange', { lines: format.list(strangeLines.map(String)) })}</Alert>
        ) : null}
        {missing > 0 ? <Text tone="quiet">{t('missing', { count: missing })}</Text> : null}
        <CleansedCells cleansing={cleansing} />
      </Stack>
    </Section>
  );
}
