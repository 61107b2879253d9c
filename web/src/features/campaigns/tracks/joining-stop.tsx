import { useEffect, useRef, useState } from 'react';
import type { Audience } from '../../../../../contract/audience.ts';
import { campaignHistory } from '../../../../../contract/campaigns.ts';
import type { SegmentId } from '../../../../../contract/ids.ts';
import { listSegments } from '../../../../../contract/segments.ts';
import { countComing, getTracks, JOININGS, type TrackPlan, updateTrackPlan } from '../../../../../contract/tracks.ts';
import { useAction } from '../../../api/use-action.ts';
import { useEndpoint } from '../../../api/use-endpoint.ts';
import { MultiSelect, RadioField } from '../../../form/choice-fields.tsx';
import { NumberField } from '../../../form/number-field.tsx';
import { useTexts } from '../../../i18n/use-texts.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Card, Section } from '../../../ui/card.tsx';
import { Columns, Stack } from '../../../ui/layout.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useHere } from '../campaign-context.ts';
import { OwnRule } from '../own-rule.tsx';
import { texts } from '../texts/texts.ts';
import { trackTexts } from '../track-texts/texts.ts';
import { PaceFields } from './pace-fields.tsx';

const PATIENCE_MS = 500;

/** Who comes in, when, and how fast it goes from there. */
export function JoiningStop() {
  const { campaign } = useHere();
  const tracks = useEndpoint(getTracks, { id: campaign.id });
  if (tracks.data === undefined) return <Skeleton lines={8} />;
  return <Joining key={campaign.id} stored={tracks.data.plan} timeZone={tracks.data.timeZone} />;
}

/** What was changed is shown at once and stored a moment later, or when the page is left. */
function usePlan(stored: TrackPlan) {
  const { campaign } = useHere();
  const [plan, setPlan] = useState(stored);
  const [waiting, setWaiting] = useState<Partial<TrackPlan>>({});
  const save = useAction(updateTrackPlan, { invalidate: [getTracks, countComing, campaignHistory], toast: false });
  const { run } = save;
  useEffect(() => {
    if (Object.keys(waiting).length === 0) return;
    const timer = setTimeout(() => {
      setWaiting({});
      run({ id: campaign.id, ...waiting });
    }, PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [waiting, run, campaign.id]);
  const unsent = useRef({ waiting, run });
  useEffect(() => {
    unsent.current = { waiting, run };
  });
  useEffect(
    () => () => {
      const { waiting, run } = unsent.current;
      if (Object.keys(waiting).length > 0) run({ id: campaign.id, ...waiting });
    },
    [campaign.id],
  );
  const change = (part: Partial<TrackPlan>) => {
    setPlan({ ...plan, ...part });
    setWaiting({ ...waiting, ...part });
  };
  return { plan, change, problem: save.problem };
}

function Joining({ stored, timeZone }: { stored: TrackPlan; timeZone: string }) {
  const t = useTexts(trackTexts);
  const { campaign } = useHere();
  const { plan, change, problem } = usePlan(stored);
  const audience = (part: Partial<Audience>) => change({ audience: { ...plan.audience, ...part } });
  const error = (field: string) => problem?.errors.find((one) => one.field === field)?.message;
  return (
    <Columns asideLabel={t('comingNow')} aside={<Coming />}>
      {problem && problem.errors.length === 0 ? <Alert tone="bad">{problem.message}</Alert> : null}
      <fieldset className="plain-fieldset" disabled={!campaign.may.edit}>
        <Stack>
          <Segments audience={plan.audience} change={audience} />
          <OwnRule rule={plan.audience.rule} onChange={(rule) => audience({ rule })} problem={problem} />
          <Section title={t('joining')}>
            <RadioField
              label={t('joining')}
              hideLabel
              value={plan.joining}
              onChange={(joining) => change({ joining })}
              choices={JOININGS.map((value) => ({
                value,
                label: t(`joining_${value}`),
                hint: t(`joiningHint_${value}`),
              }))}
            />
            <NumberField
              label={t('again')}
              hint={t('againHint')}
              unit={t('days')}
              min={1}
              max={3660}
              value={plan.againAfterDays}
              onChange={(againAfterDays) => change({ againAfterDays })}
              error={error('againAfterDays')}
            />
          </Section>
          <PaceFields pace={plan.pace} timeZone={timeZone} error={error} onChange={(pace) => change({ pace })} />
        </Stack>
      </fieldset>
    </Columns>
  );
}

function Segments({ audience, change }: { audience: Audience; change: (part: Partial<Audience>) => void }) {
  const t = useTexts(texts);
  const segments = useEndpoint(listSegments, { limit: 500, sort: 'name' });
  const choices = (segments.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const without = (taken: readonly SegmentId[]) => choices.filter(({ value }) => !taken.includes(value));
  return (
    <Section title={t('segments')} text={t('segmentsText')}>
      <MultiSelect
        label={t('include')}
        hint={t('includeHint')}
        choices={without(audience.exclude)}
        value={audience.include}
        onChange={(include) => change({ include: include as SegmentId[] })}
        nothing={t('chooseSegments')}
      />
      <MultiSelect
        label={t('exclude')}
        choices={without(audience.include)}
        value={audience.exclude}
        onChange={(exclude) => change({ exclude: exclude as SegmentId[] })}
        nothing={t('nobodyExcluded')}
      />
    </Section>
  );
}

/** How many would come in now. */
function Coming() {
  const t = useTexts(trackTexts);
  const { campaign } = useHere();
  const coming = useEndpoint(countComing, { id: campaign.id }, { keep: true });
  return (
    <Card>
      <div role="status" aria-busy={coming.refreshing}>
        {coming.data ? (
          <p className="audience-count">
            <strong>{t('number', { number: coming.data.people })}</strong>{' '}
            <span>{t('wouldComeIn', { count: coming.data.people })}</span>
          </p>
        ) : coming.problem ? (
          <Alert tone="bad">{coming.problem.message}</Alert>
        ) : (
          <Skeleton lines={2} />
        )}
      </div>
    </Card>
  );
}
