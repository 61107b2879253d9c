import type { AccountPace, PaceWait } from '../../../contract/pace.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useReason } from '../reasons/use-reason.ts';
import { Stack } from '../ui/layout.tsx';
import { Progress } from '../ui/progress.tsx';
import { Text } from '../ui/text.tsx';
import { paceTexts } from './texts/texts.ts';

const DAY_MS = 86_400_000;

/** What may still leave an account today, and what waits until when and why. */
export function PaceSaid({ pace: { today, warmUpDay, waits } }: { pace: AccountPace }) {
  const t = useTexts(paceTexts);
  const whole = waits.some(({ scope }) => scope === 'account');
  return (
    <Stack gap="small">
      {today ? (
        <>
          <Text size="small">
            {t('today')}: {t('todaySaid', today)} {warmUpDay === null ? '' : t('warmUpDay', { day: warmUpDay })}
          </Text>
          <Progress label={t('today')} ratio={Math.min(1, today.used / today.limit)} said={t('todaySaid', today)} />
        </>
      ) : null}
      {waits.map((wait) => (
        <Wait key={`${wait.scope} ${wait.name} ${wait.why}`} wait={wait} />
      ))}
      {waits.length > 0 && !whole ? (
        <Text size="small" tone="quiet">
          {t('others')}
        </Text>
      ) : null}
    </Stack>
  );
}

function Wait({ wait: { scope, name, why, reply, until } }: { wait: PaceWait }) {
  const t = useTexts(paceTexts);
  const reason = useReason();
  const format = useFormat();
  const soon = Date.parse(until) - Date.now() < DAY_MS / 2;
  return (
    <Text size="small" as="div">
      <strong>{t(`wait_${scope}`, { name: name ?? '' })}</strong>{' '}
      {t('waitsUntil', { time: soon ? format.time(until) : format.dateTime(until) })}:{' '}
      {why === 'limit' ? t('whyLimit') : reason(why)}
      {reply ? <div className="text-quiet">{t('serverSaid', { reply })}</div> : null}
    </Text>
  );
}
