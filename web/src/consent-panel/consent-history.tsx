import { IconCheck, IconX } from '@tabler/icons-react';
import { CONSENT_CHANNELS, type ConsentRecord } from '../../../contract/consent.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Stack } from '../ui/layout.tsx';
import { Heading, Text } from '../ui/text.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { useSourceName } from './proof.tsx';
import { texts } from './texts/texts.ts';

/** Every decision ever recorded, newest first. */
export function ConsentHistory({ records }: { records: readonly ConsentRecord[] }) {
  const t = useTexts(texts);
  const sourceName = useSourceName();
  const said = ({ decision, topicName, channel }: ConsentRecord) => {
    const known = CONSENT_CHANNELS.find((name) => name === channel);
    return t('said', { decision: t(decision), topic: topicName, channel: known ? t(known) : channel });
  };
  const detail = ({ source, recordedBy, wording }: ConsentRecord) =>
    [sourceName(source), recordedBy, wording && `“${wording}”`].filter(Boolean).join(' · ');
  return (
    <Stack gap="small">
      <Heading level={3}>{t('history')}</Heading>
      {records.length === 0 ? <Text tone="quiet">{t('nothingRecorded')}</Text> : null}
      <Timeline
        items={records.map((record, index) => ({
          key: `${record.at}.${index}`,
          at: record.at,
          title: said(record),
          text: detail(record),
          icon: record.decision === 'given' ? <IconCheck size={16} /> : <IconX size={16} />,
          tone: record.decision === 'given' ? 'good' : 'bad',
        }))}
      />
    </Stack>
  );
}
