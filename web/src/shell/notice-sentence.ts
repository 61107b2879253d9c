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

/** What a notice says, in the reader's language. */
export function useNoticeSentence(): (notice: Notice) => Said {
  const t = useTexts(noticeTexts);
  const format = useFormat();
  return ({ kind, campaign, party, detail }) => {
    const name = campaign?.name ?? t('goneCampaign');
    const number = (key: string) => format.number(Number(detail[key] ?? 0));
    const word = (key: string) => String(detail[key] ?? '');
    const at = (href: (id: string) => string) => (campaign ? href(campaign.id) : null);
    switch (kind) {
      case 'run_finished':
        return {
          title: t('run_finished', { campaign: name, sent: number('sent'), planned: number('planned') }),
          more: t('sums', { failed: number('failed'), dropped: number('dropped'), unknown: number('unknown') }),
          href: at((id) => campaignStop(id, 'results', { action: word('actionId') })),
        };
      case 'answered': {
        const answer = word('answer') as 'yes' | 'no' | 'maybe';
        return {
          title: t(`answered_${answer}`, { party: party?.name || t('goneParty'), campaign: name }),
          more: detail['standing'] === 'waiting' ? t('waiting') : null,
          href: at((id) => paths.campaignAnswers(id)),
        };
      }
      case 'called': {
        const outcome = word('outcome') as 'reached' | 'call_back' | 'do_not_call';
        return {
          title: t(`called_${outcome}`, { party: party?.name || t('goneParty'), campaign: name }),
          more: word('note') || null,
          href: at((id) => paths.campaignProgress(id, { by: 'outcome' })),
        };
      }
      case 'approval_asked':
      case 'approval_given':
      case 'approval_refused':
        return {
          title: t(kind, { who: word('who'), campaign: name }),
          more: word('reason') || (detail['planned'] ? t('recipients', { planned: number('planned') }) : null),
          href: at((id) => campaignStop(id, 'check', { action: word('actionId') })),
        };
      case 'activity_given':
        return {
          title: t('activity_given', { who: word('who'), title: word('title'), campaign: name }),
          more: t('due', { when: format.dateTime(word('dueAt')) }),
          href: at((id) => paths.campaignPlan(id)),
        };
    }
  };
}
