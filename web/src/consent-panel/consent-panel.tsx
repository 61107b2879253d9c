import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { getPartyConsent, type PartyConsent } from '../../../contract/consent.ts';
import type { PartyId } from '../../../contract/ids.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { paths } from '../paths.ts';
import { useMay } from '../session/session.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { Stack } from '../ui/layout.tsx';
import { Link } from '../ui/link.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Text } from '../ui/text.tsx';
import { ConsentGrid } from './consent-grid.tsx';
import { ConsentHistory } from './consent-history.tsx';
import type { ConsentParty } from './party-consent.ts';
import { RecordConsentDialog } from './record-consent-dialog.tsx';
import { Restraints } from './restraints.tsx';
import { texts } from './texts/texts.ts';
import { TrackingConsent } from './tracking-consent.tsx';

/** What a person or company agreed to and left, with the proof: for their page. */
export function ConsentPanel({ party }: { party: ConsentParty }) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const mayEdit = useMay('consent.edit');
  const [recording, setRecording] = useState(false);
  const { data, problem, again } = useEndpoint(getPartyConsent, { kind: party.kind, id: party.id as PartyId });
  const record =
    mayEdit && data?.topics.some((topic) => !topic.archived) ? (
      <Button size="small" icon={<IconPlus size={14} />} onClick={() => setRecording(true)}>
        {t('record')}
      </Button>
    ) : null;
  return (
    <Section title={t('consent')} text={t('consentText')} actions={record}>
      {problem ? (
        <Alert
          tone="bad"
          action={
            <Button size="small" onClick={again}>
              {common('tryAgain')}
            </Button>
          }
        >
          {problem.message}
        </Alert>
      ) : null}
      {data ? <Told party={party} consent={data} /> : problem ? null : <Skeleton />}
      {data ? (
        <RecordConsentDialog open={recording} party={party} topics={data.topics} onClose={() => setRecording(false)} />
      ) : null}
    </Section>
  );
}

function Told({ party, consent }: { party: ConsentParty; consent: PartyConsent }) {
  const t = useTexts(texts);
  if (consent.topics.length === 0) {
    return (
      <Stack gap="large">
        <Text tone="quiet">
          {t('noTopics')} <Link href={paths.topics()}>{t('toTopics')}</Link>
        </Text>
        <TrackingConsent party={party} tracking={consent.tracking} />
      </Stack>
    );
  }
  return (
    <Stack gap="large">
      <ConsentGrid topics={consent.topics} />
      <TrackingConsent party={party} tracking={consent.tracking} />
      <Restraints optOuts={consent.optOuts} suppressions={consent.suppressions} />
      <ConsentHistory records={consent.records} />
    </Stack>
  );
}
