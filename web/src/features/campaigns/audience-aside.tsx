import { countAction, previewAction } from '../../../../contract/runs.ts';
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

/** The count as it is now; once it is there, the waterfall that leads to it and some of the people. */
export function AudienceAside({ saving }: { saving: Saving['state'] }) {
  const t = useTexts(texts);
  const { action, problems } = useHere();
  const empty = problems.some(({ code }) => code === 'audience_empty');
  const count = useEndpoint(countAction, { id: action.id }, { when: !empty, keep: true });
  const counted = !empty && count.data !== undefined && !count.refreshing;
  const preview = useEndpoint(previewAction, { id: action.id }, { when: counted, after: count.at, keep: true });
  const { data } = preview;
  if (empty) return <Alert tone="accent">{t('audienceEmpty')}</Alert>;
  return (
    <Stack>
      <Card>
        <div role="status" aria-busy={saving === 'saving' || count.refreshing}>
          {count.data ? (
            <p className="audience-count">
              <strong>{t('number', { number: count.data.planned })}</strong>{' '}
              <span>{t('wouldGet', { count: count.data.planned })}</span>
            </p>
          ) : null}
        </div>
        {(count.problem ?? preview.problem) ? (
          <Alert tone="bad">{(count.problem ?? preview.problem)?.message}</Alert>
        ) : null}
        <div aria-busy={!counted || preview.refreshing}>
          {data ? <PreviewWaterfall preview={data} /> : <Skeleton lines={4} />}
        </div>
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
