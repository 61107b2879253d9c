import { previewAction } from '../../../../contract/runs.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Card } from '../../ui/card.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Text } from '../../ui/text.tsx';
import { useHere } from './campaign-context.ts';
import { PreviewWaterfall } from './preview-waterfall.tsx';
import { texts } from './texts/texts.ts';
import type { Saving } from './use-save-action.ts';
import { WhyPerson } from './why-person.tsx';

/** Enough to recognise them by. */
const SHOWN = 8;

/** The count as it is now, the waterfall that leads to it, and some of the people. */
export function AudienceAside({ saving }: { saving: Saving['state'] }) {
  const t = useTexts(texts);
  const { action, problems } = useHere();
  const empty = problems.some(({ code }) => code === 'audience_empty');
  const preview = useEndpoint(previewAction, { id: action.id }, { when: !empty, keep: true });
  const { data } = preview;
  if (empty) return <Alert tone="accent">{t('audienceEmpty')}</Alert>;
  return (
    <Stack>
      <Card>
        <div role="status" aria-busy={saving === 'saving' || preview.refreshing}>
          {data ? (
            <p className="audience-count">
              <strong>{t('number', { number: data.planned })}</strong>{' '}
              <span>{t('wouldGet', { count: data.planned })}</span>
            </p>
          ) : null}
        </div>
        {preview.problem ? <Alert tone="bad">{preview.problem.message}</Alert> : null}
        {data ? <PreviewWaterfall preview={data} /> : <Skeleton lines={4} />}
      </Card>
      {data && data.sample.length > 0 ? (
        <Card title={t('someOfThem')}>
          <ul className="plain-list people-list">
            {data.sample.slice(0, SHOWN).map((person) => (
              <li key={`${person.partyKind}.${person.partyId}`}>
                <WhyPerson party={{ kind: person.partyKind, id: person.partyId }} name={person.name} />
                <Text size="small" tone="quiet" as="span">
                  {person.address ?? ''}
                </Text>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </Stack>
  );
}
