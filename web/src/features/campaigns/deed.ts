import { WORK_CHANNELS } from '../../../../contract/action-work.ts';
import { type DispatchChannel, sells } from '../../../../contract/campaigns.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useHere } from './campaign-context.ts';
import { letterTexts } from './letter-texts/texts.ts';
import { runTexts } from './run-texts/texts.ts';
import { salesTexts } from './sales-texts/texts.ts';
import { texts } from './texts/texts.ts';
import { workTexts } from './work-texts/texts.ts';

export interface DeedWords {
  /** On the button before the number is known. */
  short: string;
  /** On the button, with the number. */
  go: (count: number) => string;
  question: (count: number) => string;
  /** While it can still be taken back. */
  about: (count: number) => string;
  generated: (count: number) => string;
  /** Names those it is still to be done for. */
  todo: string;
  done: string;
}

/** What pressing the button does, in the words of the action's channel: sends, makes a list, gives work out, or issues documents. */
export function useDeed(): DeedWords {
  const t = useTexts(texts);
  const r = useTexts(runTexts);
  const s = useTexts(salesTexts);
  const l = useTexts(letterTexts);
  const w = useTexts(workTexts);
  const { channel } = useHere().action;
  if (isSale(channel))
    return {
      short: s(`short_${channel}`),
      go: (count) => s(`go_${channel}`, { count }),
      question: (count) => s(`title_${channel}`, { count }),
      about: (count) => s(`about_${channel}`, { count }),
      generated: (count) => r('generatedList', { count }),
      todo: s('todo'),
      done: s('done'),
    };
  if (WORK_CHANNELS.includes(channel))
    return {
      short: w('giveOutShort'),
      go: (count) => w('giveOut', { count }),
      question: (count) => w('giveOutTitle', { count }),
      about: (count) => w('aboutToGive', { count }),
      generated: (count) => r('generatedList', { count }),
      todo: w('toGive'),
      done: w('given'),
    };
  if (channel === 'letter')
    return {
      short: t('distribute'),
      go: (count) => l('go', { count }),
      question: (count) => t('sendTitle', { count }),
      about: (count) => r('aboutToSend', { count }),
      generated: (count) => r('generated', { count }),
      todo: r('toSend'),
      done: r('line_sent'),
    };
  const list = channel === 'list';
  return {
    short: t(list ? 'makeListShort' : 'distribute'),
    go: (count) => t(list ? 'makeList' : 'sendTo', { count }),
    question: (count) => t(list ? 'makeListTitle' : 'sendTitle', { count }),
    about: (count) => r(list ? 'aboutToList' : 'aboutToSend', { count }),
    generated: (count) => r(list ? 'generatedList' : 'generated', { count }),
    todo: r(list ? 'inTheList' : 'toSend'),
    done: r(list ? 'inTheList' : 'line_sent'),
  };
}

const isSale = (channel: DispatchChannel): channel is 'opportunity' | 'offer' | 'invoice' => sells(channel);
