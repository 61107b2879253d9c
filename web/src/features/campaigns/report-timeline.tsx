import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Section } from '../../ui/card.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Text } from '../../ui/text.tsx';
import { TimeChart } from '../../ui/time-chart.tsx';
import { Count } from '../../ui/values.tsx';
import type { Report } from './report-waterfall.tsx';
import { runTexts } from './run-texts/texts.ts';

const TONES = { sent: 'neutral', opened: 'accent', clicked: 'good' } as const;
const KINDS = ['sent', 'opened', 'clicked'] as const;

/** When it went out, and when people opened and clicked: a chart with its table. */
export function ReportTimeline({ timeline, opens = true }: { timeline: Report['timeline']; opens?: boolean }) {
  const t = useTexts(runTexts);
  const format = useFormat();
  const { unit, points } = timeline;
  const name = { sent: t('line_sent'), opened: t('fact_opened'), clicked: t('fact_clicked') };
  const kinds = KINDS.filter((kind) => opens || kind !== 'opened');
  const said = (at: string) => (unit === 'hour' ? format.dateTime(at) : format.date(at));
  return (
    <Section title={t('timelineTitle')} text={t(`timelineText_${unit}`)}>
      {points.length === 0 ? (
        <Text tone="quiet">{t('timelineEmpty')}</Text>
      ) : (
        <Stack>
          <TimeChart
            unit={unit}
            times={points.map(({ at }) => at)}
            series={kinds.map((kind) => ({
              key: kind,
              label: name[kind],
              tone: TONES[kind],
              values: points.map((point) => point[kind]),
            }))}
            said={said}
            count={format.number}
          />
          <details className="time-table">
            <summary>{t('timelineTable')}</summary>
            <PlainTable
              label={t('timelineTitle')}
              rows={points}
              rowKey={(row) => row.at}
              rowName={(row) => said(row.at)}
              columns={[
                { key: 'at', header: t('time'), always: true, width: 12, cell: (row) => said(row.at) },
                ...kinds.map((kind) => ({
                  key: kind,
                  header: name[kind],
                  align: 'end' as const,
                  width: 7,
                  cell: (row: (typeof points)[number]) => <Count value={row[kind]} />,
                })),
              ]}
            />
          </details>
        </Stack>
      )}
    </Section>
  );
}
