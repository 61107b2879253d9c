import type { OutputOf } from '../../../../contract/endpoint.ts';
import { listWorkers } from '../../../../contract/runs.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import type { Column } from '../../table/column.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Status } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Code } from '../../ui/text.tsx';
import { When } from '../../ui/values.tsx';
import { SendingHold } from './sending-hold.tsx';
import { texts } from './texts/texts.ts';

type Worker = OutputOf<typeof listWorkers>[number];

const AGAIN_MS = 5_000;
/** F28: from here on somebody should set the clock. */
const SKEW_MS = 30_000;
const isSkewed = ({ clockAheadMs }: Worker): boolean => Math.abs(clockAheadMs) > SKEW_MS;

function State({ worker: { sending, waitsFor } }: { worker: Worker }) {
  const t = useTexts(texts);
  if (waitsFor) return <Status tone="bad">{t(`waits_${waitsFor}`)}</Status>;
  return (
    <Status tone={sending > 0 ? 'accent' : 'good'} live={sending > 0}>
      {sending > 0 ? t('sending', { count: sending }) : t('idle')}
    </Status>
  );
}

/** The processes that send. Several share the work; one that dies is replaced by the others. */
export function WorkersScreen() {
  const t = useTexts(texts);
  const { data, loading, problem } = useEndpoint(listWorkers, {}, { every: AGAIN_MS });
  const format = useFormat();
  const off = ({ clockAheadMs }: Worker) =>
    t(clockAheadMs > 0 ? 'clockAhead' : 'clockBehind', { time: format.duration(Math.abs(clockAheadMs)) });
  const skewed = (data ?? []).filter(isSkewed);
  const columns: Column<Worker>[] = [
    { key: 'host', header: t('host'), cell: (worker) => worker.host, always: true, width: 10 },
    { key: 'pid', header: t('process'), cell: (worker) => String(worker.pid), align: 'end', width: 5 },
    {
      key: 'sending',
      header: t('state'),
      cell: (worker) => <State worker={worker} />,
      width: 12,
    },
    { key: 'startedAt', header: t('since'), cell: (worker) => <When at={worker.startedAt} />, width: 12 },
    {
      key: 'heartbeatAt',
      header: t('heardOf'),
      cell: (worker) => <When at={worker.heartbeatAt} show="relative" />,
      width: 8,
    },
    {
      key: 'clock',
      header: t('clock'),
      cell: (worker) =>
        isSkewed(worker) ? <Status tone="warn">{off(worker)}</Status> : <Status tone="good">{t('clockRight')}</Status>,
      width: 11,
    },
  ];
  return (
    <Page title={t('workers')} text={t('workersText')}>
      {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
      <SendingHold />
      {skewed.map((worker) => (
        <Alert key={worker.id} tone="warn" title={t('clockTitle', { host: worker.host, off: off(worker) })}>
          {t('clockText')}
        </Alert>
      ))}
      <PlainTable
        label={t('workers')}
        columns={columns}
        rows={data ?? []}
        loading={loading}
        rowKey={(worker) => worker.id}
        rowName={(worker) => `${worker.host} ${worker.pid}`}
        empty={
          <EmptyState
            title={t('noWorkers')}
            text={
              <>
                {t('noWorkersText')} <Code>npm start</Code>
              </>
            }
          />
        }
      />
    </Page>
  );
}
