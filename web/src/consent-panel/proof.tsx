import { CONSENT_SOURCES, type ConsentRecord } from '../../../contract/consent.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Alert } from '../ui/alert.tsx';
import { Stack } from '../ui/layout.tsx';
import { Facts } from '../ui/stat.tsx';
import { Text } from '../ui/text.tsx';
import { When } from '../ui/values.tsx';
import type { ChannelConsent } from './party-consent.ts';
import { texts } from './texts/texts.ts';

type Source = (typeof CONSENT_SOURCES)[number];
const isSource = (source: string): source is Source => (CONSENT_SOURCES as readonly string[]).includes(source);

/** A source in words; an import's own is shown as it was written. */
export function useSourceName(): (source: string) => string {
  const t = useTexts(texts);
  return (source) => (isSource(source) ? t(source) : source);
}

/** The record behind a decision, and the unsubscription that overruled it. */
export function Proof({ state }: { state: ChannelConsent }) {
  const t = useTexts(texts);
  const format = useFormat();
  const overruled = state.state === 'left' && state.record?.decision === 'given' && state.since;
  return (
    <Stack>
      {overruled ? <Alert tone="warn">{t('overruled', { when: format.dateTime(overruled) })}</Alert> : null}
      {state.record ? <RecordFacts record={state.record} /> : <Text tone="quiet">{t('noProof')}</Text>}
    </Stack>
  );
}

export function RecordFacts({ record }: { record: ConsentRecord }) {
  const t = useTexts(texts);
  const sourceName = useSourceName();
  const facts = [
    { label: t('decision'), value: t(record.decision) },
    { label: t('when'), value: <When at={record.at} /> },
    { label: t('wordingLabel'), value: record.wording },
    { label: t('source'), value: sourceName(record.source) },
    { label: t('evidence'), value: record.evidence },
    { label: t('recordedBy'), value: record.recordedBy ?? '' },
  ];
  return (
    <Stack>
      {record.address ? <Text tone="quiet">{t('forAddress', { address: record.address })}</Text> : null}
      <Facts facts={facts.filter(({ value }) => value !== '')} />
    </Stack>
  );
}
