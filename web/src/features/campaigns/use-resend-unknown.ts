import { campaignHistory, getCampaign } from '../../../../contract/campaigns.ts';
import { distribute, listLines, listRuns, type Run, resendUnknown } from '../../../../contract/runs.ts';
import { getSendTimes } from '../../../../contract/send-times.ts';
import { getUnknownFate } from '../../../../contract/unknown-lines.ts';
import { Problem } from '../../api/problem.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useReason } from '../../reasons/use-reason.ts';
import { notify } from '../../ui/toast.tsx';
import { useGo } from '../../url.ts';
import { useHere } from './campaign-context.ts';
import { runTexts } from './run-texts/texts.ts';
import { unknownTexts } from './unknown-texts/texts.ts';
import { useAddresses } from './use-addresses.ts';

const STALE = { invalidate: [listRuns, listLines, getCampaign, campaignHistory, getUnknownFate] };

/** Sends lines again, with the seconds of Go to take it back; where it can't go now, their list is ready and its Send button is led to. */
export function useResendUnknown(run: Run) {
  const t = useTexts(unknownTexts);
  const r = useTexts(runTexts);
  const reason = useReason();
  const go = useGo();
  const { action } = useHere();
  const { stop, recipients } = useAddresses();
  const list = useAction(resendUnknown, STALE);
  const send = useAction(distribute, STALE);
  const undoSeconds = useEndpoint(getSendTimes, {}).data?.undoSeconds ?? 10;

  const resend = async (nos: number[]) => {
    try {
      const { sums, excludedBy } = await list.runAsync({ id: run.id, nos, confirmed: true });
      const why = excludedBy.map(({ reason: code, lines }) => `${reason(code)}: ${lines}`).join(', ');
      const leftOut = sums.excluded > 0 ? r('fetchedLeftOut', { count: sums.excluded, why }) : '';
      if (sums.planned === 0) return notify.info(`${t('nobodyNow')} ${leftOut}`);
      if (leftOut) notify.info(leftOut);
      await start(sums.planned);
    } catch (thrown) {
      // Said in a toast.
      if (!(thrown instanceof Problem)) throw thrown;
    }
  };
  const start = async (planned: number) => {
    const delaySeconds = action.schedule.kind === 'now' ? undoSeconds : 0;
    try {
      await send.runAsync({ id: action.id, scope: 'all', expectedPlanned: planned, delaySeconds });
      go(stop('results'));
    } catch (thrown) {
      notify.info(t('listReady', { count: planned }));
      go(recipients());
      throw thrown;
    }
  };
  return { resend, busy: list.busy || send.busy };
}
