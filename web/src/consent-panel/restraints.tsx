import { CONSENT_CHANNELS, type OptOut, type PartyConsent, type Suppression } from '../../../contract/consent.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { paths } from '../paths.ts';
import { useMay } from '../session/session.ts';
import { Stack } from '../ui/layout.tsx';
import { Link } from '../ui/link.tsx';
import { Heading, Text } from '../ui/text.tsx';
import { When } from '../ui/values.tsx';
import { texts } from './texts/texts.ts';
import './consent-panel.css';

/** Opt-outs and suppressions in force. */
export function Restraints({ optOuts, suppressions }: Pick<PartyConsent, 'optOuts' | 'suppressions'>) {
  const t = useTexts(texts);
  const inForce = optOuts.filter((optOut) => optOut.liftedAt === null);
  return (
    <Stack gap="small">
      <Heading level={3}>{t('applies')}</Heading>
      {inForce.length + suppressions.length === 0 ? <Text tone="quiet">{t('nothingApplies')}</Text> : null}
      <ul className="consent-list">
        {suppressions.map((suppression) => (
          <SuppressionLine key={suppression.id} suppression={suppression} />
        ))}
        {inForce.map((optOut) => (
          <OptOutLine key={`${optOut.topicId}${optOut.campaignId}${optOut.channel}${optOut.at}`} optOut={optOut} />
        ))}
      </ul>
    </Stack>
  );
}

/** A channel in words; what a later version wrote is shown as it is. */
function useChannelName() {
  const t = useTexts(texts);
  return (channel: string): string => {
    const known = [...CONSENT_CHANNELS, 'all' as const].find((name) => name === channel);
    return known ? t(known) : channel;
  };
}

function SuppressionLine({ suppression }: { suppression: Suppression }) {
  const t = useTexts(texts);
  const channelName = useChannelName();
  const maySee = useMay('consent.see');
  const { value, purposeClass, channel, at } = suppression;
  const text = purposeClass === 'all' ? 'suppressedAll' : 'suppressedMarketing';
  return (
    <li>
      <span>{t(text, { value, channel: channelName(channel) })}</span>
      <Text as="span" tone="quiet" size="small">
        <When at={at} show="date" />{' '}
        {maySee ? <Link href={paths.suppressions({ search: value })}>{t('toSuppressions')}</Link> : null}
      </Text>
    </li>
  );
}

function OptOutLine({ optOut }: { optOut: OptOut }) {
  const t = useTexts(texts);
  const channelName = useChannelName();
  const { topicName, campaignId, channel, at, byAddress } = optOut;
  return (
    <li>
      <span>
        {topicName === null ? t('leftCampaign') : t('leftTopic', { topic: topicName, channel: channelName(channel) })}
        {byAddress ? ` (${t('byAddress')})` : ''}
      </span>
      <Text as="span" tone="quiet" size="small">
        <When at={at} show="date" />{' '}
        {campaignId ? <Link href={paths.campaign(campaignId)}>{t('openCampaign')}</Link> : null}
      </Text>
    </li>
  );
}
