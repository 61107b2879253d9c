import { campaignHistory, getCampaign } from '../../../../contract/campaigns.ts';
import { fetchFailed, generateSelection, listLines, listRuns, previewAction } from '../../../../contract/runs.ts';
import { useAction } from '../../api/use-action.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { notify } from '../../ui/toast.tsx';
import { useGo } from '../../url.ts';
import { useHere } from './campaign-context.ts';
import { runTexts } from './run-texts/texts.ts';

const stale = [listRuns, listLines, getCampaign, previewAction, campaignHistory];

/** Q23: writes the recipient list; again replaces what was generated, keeps the hand’s changes, and tells the difference. */
export function useGenerate() {
  const t = useTexts(runTexts);
  const { action } = useHere();
  const generate = useAction(generateSelection, {
    invalidate: stale,
    onSuccess: ({ run, difference }) => {
      const words = t('generated', { count: run.sums.planned });
      const change = difference ? ` ${t('difference', { joined: difference.joined, left: difference.left })}` : '';
      notify.success(words + change);
    },
  });
  return { busy: generate.busy, generate: () => generate.run({ id: action.id }) };
}

/** Q29: the failed of the last distribution become a list that can be sent. */
export function useFetchFailed() {
  const t = useTexts(runTexts);
  const go = useGo();
  const { action, campaign } = useHere();
  const fetch = useAction(fetchFailed, {
    invalidate: stale,
    onSuccess: (run) => {
      notify.success(t('fetched', { count: run.sums.planned }));
      go(paths.campaignRecipients(campaign.id));
    },
  });
  return {
    busy: fetch.busy,
    fetch: (what: ('failed' | 'bounced' | 'dropped')[]) => fetch.run({ id: action.id, what }),
  };
}
