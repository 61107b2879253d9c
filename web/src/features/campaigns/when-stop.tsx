import { useState } from 'react';
import { reachesOut, type Schedule } from '../../../../contract/campaigns.ts';
import { getSendTimes } from '../../../../contract/send-times.ts';
import { momentOnWall, wallTimeOf } from '../../../../contract/wall-time.ts';
import { errorMessage } from '../../api/problem.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { RadioField } from '../../form/choice-fields.tsx';
import { DateTimeField } from '../../form/date-field.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Text } from '../../ui/text.tsx';
import { actionTexts } from './action-texts/texts.ts';
import { AfterStage } from './after-stage.tsx';
import { useHere } from './campaign-context.ts';
import { RecurrenceFields, usualRecurrence } from './recurrence-fields.tsx';
import { recurrenceTexts } from './recurrence-texts/texts.ts';
import { SendHours } from './send-hours.tsx';
import { texts } from './texts/texts.ts';
import { useSaveAction } from './use-save-action.ts';
import { isGoing } from './words.tsx';

/** Now, at a date and time of the zone that is named, or on every date of a rule. */
export function WhenStop() {
  const t = useTexts(texts);
  const a = useTexts(actionTexts);
  const r = useTexts(recurrenceTexts);
  const format = useFormat();
  const { campaign, action, nextDate, problems } = useHere();
  const { save, problem } = useSaveAction();
  const [schedule, setSchedule] = useState<Schedule>(action.schedule);
  const times = useEndpoint(getSendTimes, {});
  const zone = format.timeZone;
  const change = (next: Schedule) => {
    setSchedule(next);
    if (next.kind !== 'at' || next.at !== '') save({ schedule: next });
  };
  const others = campaign.actions.filter(({ id }) => id !== action.id);
  const previous = others.findLast(({ position }) => position < action.position) ?? others[0];
  const starting = (kind: Schedule['kind']): Schedule => {
    if (kind === 'after' && previous) return { kind, actionId: previous.id, hours: 24 };
    if (kind === 'recurring') return { kind, rule: usualRecurrence(tomorrow(zone), zone) };
    return kind === 'at' ? { kind, at: nextMorning(zone), freeze: 'start' } : { kind: 'now' };
  };
  const [hours, setHours] = useState(action.sendWindow);
  const [expires, setExpires] = useState(action.expiresAfterHours);
  const late = problems.find(({ code }) => code === 'schedule_past');
  const locked = !campaign.may.edit || isGoing(action.state) || nextDate !== null;
  return (
    <fieldset className="plain-fieldset campaign-form" disabled={locked}>
      <Stack>
        {nextDate ? <Alert tone="accent">{r('waitsText')}</Alert> : null}
        {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
        <RadioField
          label={t('whenQuestion')}
          value={schedule.kind}
          onChange={(kind) => change(starting(kind))}
          choices={[
            { value: 'now', label: t('whenNow'), hint: t('whenNowHint', { seconds: times.data?.undoSeconds ?? 0 }) },
            { value: 'at', label: t('whenAt'), hint: t('whenAtHint') },
            { value: 'recurring', label: r('recurring'), hint: r('recurringHint') },
            ...(previous ? [{ value: 'after' as const, label: a('whenAfter'), hint: a('whenAfterHint') }] : []),
          ]}
        />
        {schedule.kind === 'after' ? (
          <AfterStage
            schedule={schedule}
            onChange={change}
            error={problem?.errors.find(({ field }) => field === 'schedule.actionId')?.message}
          />
        ) : null}
        {schedule.kind === 'recurring' ? (
          <RecurrenceFields
            rule={schedule.rule}
            onChange={(rule) => change({ kind: 'recurring', rule })}
            error={(field) => problem?.errors.find((one) => one.field === `schedule.rule.${field}`)?.message}
          />
        ) : null}
        {schedule.kind === 'at' ? (
          <>
            <DateTimeField
              label={t('startsAt')}
              timeZone={zone}
              value={wallTimeOf(schedule.at, zone)}
              onChange={(wall) => wall && change({ ...schedule, at: momentOnWall(wall, zone) })}
              error={late ? errorMessage(late.code, late.params) : undefined}
            />
            <Text tone="quiet">{t('startsAtSaid', { time: format.dateTime(schedule.at) })}</Text>
            <RadioField
              label={t('freezeQuestion')}
              value={schedule.freeze}
              onChange={(freeze) => change({ ...schedule, freeze })}
              choices={[
                { value: 'start', label: t('freeze_start'), hint: t('freezeHint_start') },
                { value: 'now', label: t('freeze_now'), hint: t('freezeHint_now') },
              ]}
            />
          </>
        ) : null}
        {reachesOut(action.channel) ? (
          <SendHours
            choice={hours}
            onChoose={(sendWindow) => {
              setHours(sendWindow);
              save({ sendWindow });
            }}
            expiresAfterHours={expires}
            onExpire={(expiresAfterHours) => {
              setExpires(expiresAfterHours);
              save({ expiresAfterHours });
            }}
          />
        ) : null}
      </Stack>
    </fieldset>
  );
}

const DAY_MS = 86_400_000;

/** Tomorrow at nine, where most people would have put it. */
const nextMorning = (zone: string): string => momentOnWall(`${tomorrow(zone)}T09:00`, zone);

const tomorrow = (zone: string): string => wallTimeOf(new Date(Date.now() + DAY_MS).toISOString(), zone).slice(0, 10);
