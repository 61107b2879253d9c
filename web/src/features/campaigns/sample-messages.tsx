import { useState } from 'react';
import { type ContentVersion, getContentVersion, previewContent } from '../../../../contract/content.ts';
import type { OutputOf } from '../../../../contract/endpoint.ts';
import type { previewAction } from '../../../../contract/runs.ts';
import { errorMessage } from '../../api/problem.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Section } from '../../ui/card.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Text } from '../../ui/text.tsx';
import { useHere } from './campaign-context.ts';
import { SampleText } from './sample-text.tsx';
import { texts } from './texts/texts.ts';

type Person = OutputOf<typeof previewAction>['sample'][number];

/** The message as five real recipients would get it. */
export function SampleMessages({ sample }: { sample: readonly Person[] }) {
  const t = useTexts(texts);
  const { action } = useHere();
  const people = sample.filter((person) => person.partyKind !== 'lead').slice(0, 5);
  const version = useEndpoint(
    getContentVersion,
    { id: action.contentVersionId! },
    { when: action.contentVersionId !== null },
  );
  const [chosen, setChosen] = useState(0);
  const person = people[chosen] ?? people[0];
  if (person === undefined || !version.data) return null;
  return (
    <Section title={t('samplesTitle')} text={t('samplesText')}>
      <div className="samples">
        <ul className="sample-people" aria-label={t('samplesTitle')}>
          {people.map((one, index) => (
            <li key={one.partyId}>
              <button
                type="button"
                className="sample-person"
                aria-pressed={one === person}
                onClick={() => setChosen(index)}
              >
                <span>{one.name}</span>
                <Text size="small" tone="quiet" as="span">
                  {one.address}
                </Text>
              </button>
            </li>
          ))}
        </ul>
        {action.channel === 'sms' ? (
          <SampleText version={version.data} party={partyOf(person)} />
        ) : (
          <Rendered version={version.data} person={person} />
        )}
      </div>
    </Section>
  );
}

const partyOf = ({ partyKind, partyId }: Person) => ({
  kind: partyKind === 'company' ? ('company' as const) : ('contact' as const),
  id: partyId,
});

function Rendered({ version, person }: { version: ContentVersion; person: Person }) {
  const t = useTexts(texts);
  const { campaign } = useHere();
  const { defaultLanguage, variants } = version;
  const rendered = useEndpoint(
    previewContent,
    {
      defaultLanguage,
      variants,
      language: defaultLanguage,
      party: partyOf(person),
      senderName: campaign.owner.name,
      campaignName: campaign.name,
    },
    { keep: true },
  );
  if (rendered.problem) return <Alert tone="bad">{rendered.problem.message}</Alert>;
  if (!rendered.data) return <Skeleton lines={8} />;
  const { subject, html, text, remarks } = rendered.data;
  return (
    <div className="sample-message">
      {remarks.map((remark) => (
        <Alert key={`${remark.field} ${remark.code}`} tone={remark.level === 'error' ? 'bad' : 'warn'}>
          {errorMessage(remark.code, remark.params)}
        </Alert>
      ))}
      <p className="sample-subject">
        <span className="visually-hidden">{t('subject')}: </span>
        {subject}
      </p>
      {html ? (
        <Frame title={t('asGotBy', { name: person.name })} html={html} height={460} />
      ) : (
        <pre className="plain-message">{text}</pre>
      )}
    </div>
  );
}
