import { useRef } from 'react';
import { WORK_CHANNELS } from '../../../../contract/action-work.ts';
import {
  type Campaign,
  campaignHistory,
  getCampaign,
  listCampaigns,
  updateCampaign,
} from '../../../../contract/campaigns.ts';
import type { ActionId } from '../../../../contract/ids.ts';
import { isMailOf } from '../../../../contract/mailed-document.ts';
import { countAction, distribute, listLines, listRuns, previewAction } from '../../../../contract/runs.ts';
import { getSendTimes } from '../../../../contract/send-times.ts';
import { Problem } from '../../api/problem.ts';
import { useAction, useRefresh } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { confirm } from '../../ui/confirm.tsx';
import { notify } from '../../ui/toast.tsx';
import { useGo } from '../../url.ts';
import { useHere } from './campaign-context.ts';
import { useDeed } from './deed.ts';
import { isSaidLast } from './road.tsx';
import { senderTexts } from './sender-texts/texts.ts';
import { texts } from './texts/texts.ts';
import { useAddresses } from './use-addresses.ts';
import { useOwnStart } from './use-own-start.ts';
import { useSmsWords } from './use-sms-words.ts';
import { workTexts } from './work-texts/texts.ts';

export interface Distribution {
  /** How many it would go to; undefined while that is being counted. */
  count: number | undefined;
  /** Something is still missing besides the state. */
  hindered: boolean;
  /** It waits for another action: who gets it is settled then. */
  follows: boolean;
  /** It begins a series: on each of its dates to whoever is meant by then. */
  recurs: boolean;
  busy: boolean;
  /** Asks, marks the campaign as ready where that is all that lacks, and sends. */
  send: (scope?: 'all' | 'hand') => Promise<void>;
}

const STALE = [countAction, getCampaign, listCampaigns, listRuns, listLines, campaignHistory, previewAction];

/** Where receivers may not trust the sender, a person is asked; answers whether it was sent. */
const despiteWarnings = async (
  launch: (senderConfirmed: boolean) => Promise<unknown>,
  words: { title: string; action: string },
): Promise<boolean> => {
  try {
    await launch(false);
    return true;
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    if (thrown.code !== 'sender_checks_warn') {
      notify.problem(thrown);
      return false;
    }
    if (!(await confirm({ ...words, text: thrown.message, danger: true }))) return false;
    await launch(true);
    return true;
  }
};

/** What mails the documents is let go first: where that cannot go, nothing is issued. */
const releaseMail = async (
  campaign: Campaign,
  id: ActionId,
  launch: (mail: ActionId) => Promise<boolean>,
): Promise<boolean> => {
  const mail = campaign.actions.find(isMailOf(id));
  return mail?.state === 'draft' || mail?.state === 'ready' ? launch(mail.id) : true;
};

/** What the paper plane does (Q25), and the number it tells beforehand. */
export function useDistribution(): Distribution {
  const { campaign, action, prepared, live, problems } = useHere();
  const { stop } = useAddresses();
  const t = useTexts(texts);
  const deed = useDeed();
  const ownStart = useOwnStart();
  const says = useTexts(senderTexts);
  const w = useTexts(workTexts);
  const work = WORK_CHANNELS.includes(action.channel);
  const format = useFormat();
  const go = useGo();
  const hindered = problems.some((problem) => !isSaidLast(problem));
  const asks = !hindered && !prepared && !live && action.state !== 'done';
  const unready = campaign.state === 'proposed' || campaign.state === 'preparing';
  const smsWords = useSmsWords(!hindered && !live);
  const counted = useEndpoint(countAction, { id: action.id }, { when: asks, keep: true });
  const refresh = useRefresh();
  // What was changed right before going on is stored while the question is open.
  const newest = useRef(campaign);
  newest.current = campaign;
  const update = useAction(updateCampaign, { toast: true });
  const go_ = useAction(distribute, { invalidate: STALE, toast: false });
  const count = prepared?.sums.planned ?? counted.data?.planned;
  const { schedule } = action;
  const follows = schedule.kind === 'after';
  const undoSeconds = useEndpoint(getSendTimes, {}).data?.undoSeconds ?? 10;

  const question = (planned: number | undefined, scope: 'all' | 'hand') => ({
    title: scope === 'hand' ? t('sendHandTitle') : deed.question(planned ?? 0),
    text: [
      unready ? t('sendMarksReady') : '',
      schedule.kind === 'at'
        ? t('sendScheduled', { time: format.dateTime(schedule.at) })
        : work
          ? w('giveOutNow', { seconds: undoSeconds })
          : t('sendNow', { seconds: undoSeconds }),
      smsWords,
    ].join(' '),
    action: scope === 'hand' ? t('sendHand') : deed.go(planned ?? 0),
  });

  const send = async (scope: 'all' | 'hand' = 'all') => {
    const ofItself = scope === 'all' ? ownStart : null;
    const readied = ofItself && { ...ofItself, text: [unready ? t('sendMarksReady') : '', ofItself.text].join(' ') };
    const asked = readied ?? question(count, scope);
    if (!(await confirm(asked))) return;
    try {
      if (unready) {
        await update.runAsync({ id: campaign.id, updatedAt: newest.current.updatedAt, state: 'ready' });
      }
      const untrusted = { title: says('untrustedTitle'), action: says('untrustedSend') };
      const mailed = await releaseMail(campaign, action.id, (id) =>
        despiteWarnings(
          (senderConfirmed) =>
            go_.runAsync({ id, scope: 'all', expectedPlanned: null, delaySeconds: 0, senderConfirmed }),
          untrusted,
        ),
      );
      if (!mailed) return;
      const asked = {
        id: action.id,
        scope,
        expectedPlanned: scope === 'all' && !ofItself ? (count ?? null) : null,
        delaySeconds: schedule.kind === 'now' || (schedule.kind === 'recurring' && !ofItself) ? undoSeconds : 0,
      };
      const sent = await despiteWarnings((senderConfirmed) => go_.runAsync({ ...asked, senderConfirmed }), untrusted);
      if (sent) go(stop('results'));
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      // Said in a toast; what it was about is read again, for the next try is about that.
      refresh(...STALE);
    }
  };
  return {
    count,
    hindered,
    follows,
    recurs: schedule.kind === 'recurring' && ownStart !== null,
    busy: update.busy || go_.busy,
    send,
  };
}
