import { getSendingHold, type Run, WaitReason } from '../../../../contract/runs.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { rateText, useRunFinish } from '../../forecast/forecast.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Card } from '../../ui/card.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Stat, Stats } from '../../ui/stat.tsx';
import { Text } from '../../ui/text.tsx';
import { Count } from '../../ui/values.tsx';
import { actionTexts } from './action-texts/texts.ts';
import { useHere } from './campaign-context.ts';
import { PauseReason } from './pause-reason.tsx';
import { RunPace } from './run-pace.tsx';
import { runTexts } from './run-texts/texts.ts';
import { useAddresses } from './use-addresses.ts';
import { Waits } from './waits.tsx';
import { RunStatus, useActionName } from './words.tsx';

/** A distribution that goes on: how far, how fast, until when; its numbers move each second. */
export function LiveRun({ run }: { run: Run }) {
  const t = useTexts(runTexts);
  const a = useTexts(actionTexts);
  const format = useFormat();
  const nameOf = useActionName();
  const { campaign, action } = useHere();
  const { schedule } = action;
  const awaited = campaign.actions.find(({ id }) => schedule.kind === 'after' && id === schedule.actionId);
  const { log } = useAddresses();
  const { planned, open, deferred, sent, failed, unknown, dropped } = run.sums;
  const settled = planned - open;
  const sending = run.state === 'sending';
  const pace = sending && run.perSecond !== null ? t('perSecond', { rate: rateText(format, run.perSecond) }) : null;
  const finish = useRunFinish(run.id, sending && open > 0);
  const href = (state: string) => log({ run: run.id, show: state });
  return (
    <Card>
      <Stack>
        <RunStatus state={run.state} />
        <Progress
          label={t('progress')}
          ratio={planned > 0 ? settled / planned : 0}
          said={t('progressSaid', { done: settled, planned })}
          tone={run.state === 'paused' ? 'warn' : 'accent'}
        />
        <Row spread="between">
          <Text>{t('progressSaid', { done: settled, planned })}</Text>
          <Text tone="quiet">
            {run.state === 'scheduled' && run.scheduledFor
              ? t('startsAt', { time: format.dateTime(run.scheduledFor) })
              : null}
            {run.state === 'scheduled' && !run.scheduledFor && awaited
              ? a('waitsFor', { name: nameOf(awaited) })
              : null}
            {[pace, finish].filter((said) => said !== null).join(' · ')}
          </Text>
        </Row>
        <Waits run={run} />
        {run.pauseReason ? <PauseReason run={run} /> : null}
        {run.state === 'sending' ? <Waiting /> : null}
        {run.state === 'sending' ? <RunPace run={run} /> : null}
        <Stats>
          <Stat label={t('line_sent')} value={<Count value={sent} />} href={href('sent')} />
          <Stat
            label={t('line_open')}
            value={<Count value={open} />}
            href={href('open')}
            note={deferred > 0 ? t('ofThemDeferred', { count: deferred }) : undefined}
          />
          <Stat label={t('line_failed')} value={<Count value={failed} />} href={href('failed')} />
          <Stat label={t('line_unknown')} value={<Count value={unknown} />} href={href('unknown')} />
          <Stat label={t('line_dropped')} value={<Count value={dropped} />} href={href('dropped')} />
        </Stats>
      </Stack>
    </Card>
  );
}

const AGAIN_MS = 5_000;

/** A full disk holds up sending until somebody makes room; the run itself is not paused. */
function Waiting() {
  const t = useTexts(runTexts);
  const { data } = useEndpoint(getSendingHold, {}, { every: AGAIN_MS });
  const full = WaitReason.options.find((reason) => reason === data?.reason);
  return full ? <Alert tone="bad">{t(`held_${full}`)}</Alert> : null;
}
