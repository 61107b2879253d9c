import type { Notice } from '../../../contract/notices.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { campaignStop, paths } from '../paths.ts';
import { noticeTexts } from './notice-texts/texts.ts';

interface Said {
  title: string;
  more: string | null;
  /** Where what it is about is seen. */
  href: string | null;
}

interface Telling {
  t: ReturnType<typeof useTexts<(typeof noticeTexts)['shape']>>;
  format: ReturnType<typeof useFormat>;
  notice: Notice;
  /** Of the campaign it is about. */
  name: string;
  /** A detail as a word. */
  word: (key: string) => string;
  number: (key: string) => string;
  /** A page of the campaign, while there is one. */
  at: (href: (id: string) => string) => string | null;
}

const approval = (
  { t, notice, name, word, number, at }: Telling,
  kind: Extract<Notice['kind'], `approval_${string}`>,
): Said => ({
  title: t(kind, { who: word('who'), campaign: name }),
  more: word('reason') || (notice.detail['planned'] ? t('recipients', { planned: number('planned') }) : null),
  href: at((id) =>
    notice.detail['actionId'] ? campaignStop(id, 'check', { action: word('actionId') }) : paths.campaignRehearsal(id),
  ),
});

const SENTENCES: Record<Notice['kind'], (telling: Telling) => Said> = {
  run_finished: ({ t, notice, name, word, number, at }) => ({
    title: t('run_finished', { campaign: name, sent: number('sent'), planned: number('planned') }),
    more: [
      t('sums', { failed: number('failed'), dropped: number('dropped'), unknown: number('unknown') }),
      ...(Number(notice.detail['tries'] ?? 1) > 1
        ? [t('tries', { tries: number('tries'), sent: number('sentInAll') })]
        : []),
    ].join(' · '),
    href: at((id) => campaignStop(id, 'results', { action: word('actionId') })),
  }),
  answered: ({ t, notice: { party, detail }, name, word, at }) => ({
    title: t(`answered_${word('answer') as 'yes' | 'no' | 'maybe'}`, {
      party: party?.name || t('goneParty'),
      campaign: name,
    }),
    more: detail['standing'] === 'waiting' ? t('waiting') : null,
    href: at((id) => paths.campaignAnswers(id)),
  }),
  called: ({ t, notice: { party }, name, word, at }) => ({
    title: t(`called_${word('outcome') as 'reached' | 'call_back' | 'do_not_call'}`, {
      party: party?.name || t('goneParty'),
      campaign: name,
    }),
    more: word('note') || null,
    href: at((id) => paths.campaignProgress(id, { by: 'outcome' })),
  }),
  approval_asked: (telling) => approval(telling, 'approval_asked'),
  approval_given: (telling) => approval(telling, 'approval_given'),
  approval_refused: (telling) => approval(telling, 'approval_refused'),
  approval_void: (telling) => approval(telling, 'approval_void'),
  activity_given: ({ t, format, name, word, at }) => ({
    title: t('activity_given', { who: word('who'), title: word('title'), campaign: name }),
    more: t('due', { when: format.dateTime(word('dueAt')) }),
    href: at((id) => paths.campaignPlan(id)),
  }),
};

/** What a notice says, in the reader's language. */
export function useNoticeSentence(): (notice: Notice) => Said {
  const t = useTexts(noticeTexts);
  const format = useFormat();
  return (notice) => {
    const { kind, campaign, detail } = notice;
    return SENTENCES[kind]({
      t,
      format,
      notice,
      name: campaign?.name ?? t('goneCampaign'),
      word: (key) => String(detail[key] ?? ''),
      number: (key) => format.number(Number(detail[key] ?? 0)),
      at: (href) => (campaign ? href(campaign.id) : null),
    });
  };
}
