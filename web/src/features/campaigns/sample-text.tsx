import type { ContentVersion } from '../../../../contract/content.ts';
import type { PartyId } from '../../../../contract/ids.ts';
import { previewSms } from '../../../../contract/sms.ts';
import { countSms } from '../../../../contract/sms-text.ts';
import { errorMessage } from '../../api/problem.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Text } from '../../ui/text.tsx';
import { useHere } from './campaign-context.ts';
import { smsTexts } from './sms-texts/texts.ts';

interface SampleTextProps {
  version: ContentVersion;
  party: { kind: 'contact' | 'company'; id: PartyId };
}

/** An SMS as one real person would get it, with its parts. */
export function SampleText({ version: { defaultLanguage, variants }, party }: SampleTextProps) {
  const t = useTexts(smsTexts);
  const { campaign } = useHere();
  const asked = { defaultLanguage, variants, language: defaultLanguage, party };
  const said = { senderName: campaign.owner.name, campaignName: campaign.name };
  const { data, problem } = useEndpoint(previewSms, { ...asked, ...said }, { keep: true });
  if (problem) return <Alert tone="bad">{problem.message}</Alert>;
  if (!data) return <Skeleton lines={4} />;
  return (
    <div className="sample-message">
      {data.remarks.map(({ code, params, level }) => (
        <Alert key={code} tone={level === 'error' ? 'bad' : 'warn'}>
          {errorMessage(code, params)}
        </Alert>
      ))}
      <pre className="plain-message">{data.text}</pre>
      <Text size="small" tone="quiet">
        {t('inParts', { count: countSms(data.text).parts.length })}
      </Text>
    </div>
  );
}
