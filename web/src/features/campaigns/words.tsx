import type { Action, ActionState, CampaignState } from '../../../../contract/campaigns.ts';
import type { LineState, Run } from '../../../../contract/runs.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Status } from '../../ui/badge.tsx';
import type { Tone } from '../../ui/tone.ts';
import { actionTexts } from './action-texts/texts.ts';
import { useHere } from './campaign-context.ts';
import { runTexts } from './run-texts/texts.ts';
import { texts } from './texts/texts.ts';

const CAMPAIGN_TONES: Record<CampaignState, Tone> = {
  proposed: 'neutral',
  preparing: 'neutral',
  ready: 'accent',
  running: 'accent',
  paused: 'warn',
  completed: 'good',
  cancelled: 'neutral',
};

export function CampaignStatus({ state }: { state: CampaignState }) {
  const t = useTexts(texts);
  return (
    <Status tone={CAMPAIGN_TONES[state]} live={state === 'running'}>
      {t(`state_${state}`)}
    </Status>
  );
}

export const LINE_TONES: Record<LineState, Tone> = {
  excluded: 'neutral',
  open: 'accent',
  deferred: 'warn',
  sent: 'good',
  failed: 'bad',
  unknown: 'warn',
  dropped: 'neutral',
};

export function LineStatus({ state }: { state: LineState }) {
  const t = useTexts(runTexts);
  return <Status tone={LINE_TONES[state]}>{t(`line_${state}`)}</Status>;
}

const RUN_TONES: Record<Run['state'], Tone> = {
  planning: 'neutral',
  generated: 'neutral',
  scheduled: 'accent',
  sending: 'accent',
  paused: 'warn',
  finished: 'good',
  stopped: 'bad',
  missed: 'bad',
};

export function RunStatus({ state }: { state: Run['state'] }) {
  const t = useTexts(runTexts);
  return (
    <Status tone={RUN_TONES[state]} live={state === 'sending' || state === 'planning'}>
      {t(`run_${state}`)}
    </Status>
  );
}

const ACTION_TONES: Record<ActionState, Tone> = {
  draft: 'neutral',
  ready: 'neutral',
  scheduled: 'accent',
  running: 'accent',
  paused: 'warn',
  done: 'good',
  cancelled: 'neutral',
};

export function ActionStatus({ state }: { state: ActionState }) {
  const t = useTexts(actionTexts);
  return (
    <Status tone={ACTION_TONES[state]} live={state === 'running'}>
      {t(`action_${state}`)}
    </Status>
  );
}

/** What a run has frozen can’t be changed while it goes on. */
export const isGoing = (state: ActionState): boolean => state === 'running' || state === 'paused';

/** What an action is called; one without a name by its place and its dispatch type. */
export function useActionName(): (action: Pick<Action, 'name' | 'position' | 'channel'>) => string {
  const t = useTexts(texts);
  return ({ name, position, channel }) => name || `${position} · ${t(`channel_${channel}`)}`;
}

/** "1 d 0 h after “Invitation”"; nothing for an action that waits for no other. */
export function useAfterSaid(): (schedule: Action['schedule']) => string {
  const t = useTexts(actionTexts);
  const nameOf = useActionName();
  const { campaign } = useHere();
  return (schedule) => {
    if (schedule.kind !== 'after') return '';
    const action = campaign.actions.find(({ id }) => id === schedule.actionId);
    const name = action ? nameOf(action) : '';
    const [days, hours] = [Math.floor(schedule.hours / 24), schedule.hours % 24];
    if (schedule.hours === 0) return t('rightAfter', { name });
    const time = [days > 0 && t('spanDays', { days }), hours > 0 && t('spanHours', { hours })];
    return t('afterSaid', { time: time.filter(Boolean).join(' '), name });
  };
}
