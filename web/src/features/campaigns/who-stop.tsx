import type { Audience } from '../../../../contract/audience.ts';
import { type Action, ADDRESSINGS, mayAddress, SHARED_ADDRESSES } from '../../../../contract/campaigns.ts';
import type { SegmentId } from '../../../../contract/ids.ts';
import { listSegments } from '../../../../contract/segments.ts';
import { errorMessage } from '../../api/problem.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { MultiSelect, RadioField } from '../../form/choice-fields.tsx';
import { Checkbox } from '../../form/toggle-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { Alert } from '../../ui/alert.tsx';
import { Section } from '../../ui/card.tsx';
import { HelpHint } from '../../ui/help-hint.tsx';
import { Columns, Stack } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { AudienceAside } from './audience-aside.tsx';
import { useHere } from './campaign-context.ts';
import { CopiedGroup } from './copied-group.tsx';
import { HandPicks } from './hand-picks.tsx';
import { OwnRule } from './own-rule.tsx';
import { texts } from './texts/texts.ts';
import { useAudience } from './use-audience.ts';
import type { ActionChange } from './use-save-action.ts';
import { isGoing } from './words.tsx';

/** Whom it goes to: segments, a rule of its own, people by hand; beside it the count, a sample and the waterfall. */
export function WhoStop() {
  const t = useTexts(texts);
  const { campaign } = useHere();
  const { audience, action, change, save, saving } = useAudience();
  const locked = !campaign.may.edit || isGoing(action.state);
  return (
    <Columns asideLabel={t('audienceNow')} aside={<AudienceAside saving={saving.state} />}>
      {saving.problem ? <Alert tone="bad">{saving.problem.message}</Alert> : null}
      {isGoing(action.state) ? <Alert tone="accent">{t('lockedUnderWay')}</Alert> : null}
      <fieldset className="plain-fieldset" disabled={locked}>
        <Stack>
          <Segments audience={audience} change={change} />
          <OwnRule rule={audience.rule} onChange={(rule) => change({ rule })} problem={saving.problem} />
          <CopiedGroup
            audience={audience}
            change={change}
            error={saving.problem?.errors.find(({ field }) => field === 'audience.copyOf')?.message}
          />
          <AboutAssets audience={audience} change={change} />
          <HandPicks />
          <WhichAddress action={action} save={save} />
        </Stack>
      </fieldset>
    </Columns>
  );
}

/** E16. */
function WhichAddress({ action, save }: { action: Action; save: (change: ActionChange) => void }) {
  const t = useTexts(texts);
  const { problems } = useHere();
  const lacking = problems.find(({ field }) => field === 'addressing');
  const error =
    lacking && !mayAddress(action.channel, action.addressing) ? errorMessage(lacking.code, lacking.params) : undefined;
  return (
    <Section title={t('addressing')}>
      <RadioField
        label={t('addressing')}
        hideLabel
        value={action.addressing}
        error={error}
        onChange={(addressing) => save({ addressing })}
        choices={ADDRESSINGS.map((value) => {
          const allowed = mayAddress(action.channel, value);
          const hint = allowed ? t(`addressingHint_${value}`) : t('addressingHint_oneBuyer');
          return { value, label: t(`addressing_${value}`), hint, disabled: !allowed };
        })}
      />
      <RadioField
        label={t('sharedAddress')}
        value={action.sharedAddress}
        onChange={(sharedAddress) => save({ sharedAddress })}
        choices={SHARED_ADDRESSES.map((value) => ({
          value,
          label: t(value === 'one' ? 'sharedOne' : 'sharedEach'),
        }))}
      />
    </Section>
  );
}

interface AudienceProps {
  audience: Audience;
  change: (change: Partial<Audience>) => void;
}

/** Q07: asked where assets are what it is about, by the campaign’s type or by what is selected. */
function AboutAssets({ audience, change }: AudienceProps) {
  const t = useTexts(texts);
  const { campaign } = useHere();
  const segments = useEndpoint(listSegments, { limit: 500, sort: 'name' }).data?.rows ?? [];
  const selected =
    audience.rule?.partyKind === 'asset' ||
    segments.some(({ id, partyKind }) => partyKind === 'asset' && audience.include.includes(id));
  if (campaign.type !== 'asset' && !selected && !audience.perAsset) return null;
  return (
    <Section title={t('aboutAssets')}>
      <RadioField
        label={t('aboutAssets')}
        hideLabel
        value={audience.perAsset ? 'asset' : 'owner'}
        onChange={(per) => change({ perAsset: per === 'asset' })}
        choices={[
          { value: 'owner', label: t('perOwner'), hint: t('perOwnerHint') },
          { value: 'asset', label: t('perAsset'), hint: t('perAssetHint') },
        ]}
      />
    </Section>
  );
}

function Segments({ audience, change }: AudienceProps) {
  const t = useTexts(texts);
  const segments = useEndpoint(listSegments, { limit: 500, sort: 'name' });
  const choices = (segments.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const without = (taken: readonly SegmentId[]) => choices.filter(({ value }) => !taken.includes(value));
  return (
    <Section
      title={t('segments')}
      text={
        choices.length === 0 && segments.data ? (
          <Link href={paths.newSegment()}>{t('makeSegment')}</Link>
        ) : (
          t('segmentsText')
        )
      }
    >
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
      <Checkbox
        label={t('leaveOutReached')}
        help={<HelpHint title={t('leaveOutReached')}>{t('leaveOutReachedHelp')}</HelpHint>}
        value={audience.leaveOutReached}
        onChange={(leaveOutReached) => change({ leaveOutReached })}
      />
    </Section>
  );
}
