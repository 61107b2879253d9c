import { useState } from 'react';
import { getContentVersion } from '../../../../contract/content.ts';
import type { OutputOf } from '../../../../contract/endpoint.ts';
import { letterCost } from '../../../../contract/letter-cost.ts';
import { getLetterPlan, type LetterPlan } from '../../../../contract/letters.ts';
import type { previewAction } from '../../../../contract/runs.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { LetterPicture, useLetterPreview } from '../../content-editor/letter-picture.tsx';
import { SelectField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Section } from '../../ui/card.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Stat, Stats } from '../../ui/stat.tsx';
import { Count, Money } from '../../ui/values.tsx';
import { useHere } from './campaign-context.ts';
import { letterTexts } from './letter-texts/texts.ts';

type Content = OutputOf<typeof getContentVersion>;

interface LetterForecastProps {
  planned: number;
  sample: OutputOf<typeof previewAction>['sample'];
}

/** Pages, weight and postage of one real letter, and what all would cost were they like it; and that letter itself. */
export function LetterForecast({ planned, sample }: LetterForecastProps) {
  const { action } = useHere();
  const plan = useEndpoint(getLetterPlan, { id: action.id }).data;
  const id = action.contentVersionId;
  const content = useEndpoint(getContentVersion, { id: id! }, { when: id !== null }).data;
  if (id === null) return null;
  return plan && content ? <Forecast {...{ planned, sample, plan, content }} /> : <Skeleton lines={3} />;
}

function Forecast({ planned, sample, plan, content }: LetterForecastProps & { plan: LetterPlan; content: Content }) {
  const t = useTexts(letterTexts);
  const { campaign } = useHere();
  const { currency } = campaign;
  const people = sample.flatMap(({ partyKind: kind, partyId: id, name }) =>
    kind === 'lead' ? [] : [{ kind, id, name }],
  );
  const [chosen, choose] = useState<string | null>(null);
  const person = people.find(({ id }) => id === chosen) ?? people[0];
  const preview = useLetterPreview({
    layoutId: plan.layoutId,
    enclosures: plan.enclosures.map(({ name }) => name),
    defaultLanguage: content.defaultLanguage,
    language: content.defaultLanguage,
    variants: content.variants,
    party: person ? { kind: person.kind, id: person.id } : null,
    campaignName: campaign.name,
  });
  const pages = preview.data?.pages ?? 0;
  const { grams, costMinor } = letterCost(plan, pages);
  return (
    <Section title={t('forecastTitle')} text={t('forecastText')}>
      {pages > 0 ? (
        <Stats>
          <Stat label={t('pagesEach')} value={<Count value={pages} />} />
          <Stat label={t('weightEach')} value={t('weighs', { grams })} />
          <Stat label={t('costEach')} value={<Money minor={costMinor} currency={currency} />} />
          <Stat
            label={t('costAll', { count: planned })}
            value={<Money minor={costMinor * planned} currency={currency} />}
          />
        </Stats>
      ) : null}
      {people.length > 0 ? (
        <SelectField
          label={t('letterTo')}
          choices={people.map(({ id, name }) => ({ value: id as string, label: name }))}
          value={person?.id ?? null}
          onChange={choose}
        />
      ) : null}
      <LetterPicture preview={preview} />
    </Section>
  );
}
