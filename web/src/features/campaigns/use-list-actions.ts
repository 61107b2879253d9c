import { audienceChanges } from '../../../../contract/audience-changes.ts';
import { campaignHistory, getCampaign } from '../../../../contract/campaigns.ts';
import {
  countAction,
  fetchFailed,
  generateSelection,
  listLines,
  listRuns,
  previewAction,
} from '../../../../contract/runs.ts';
import { whyInRun } from '../../../../contract/why.ts';
import { useAction } from '../../api/use-action.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useReason } from '../../reasons/use-reason.ts';
import { notify } from '../../ui/toast.tsx';
import { useGo } from '../../url.ts';
import { useHere } from './campaign-context.ts';
import { useDeed } from './deed.ts';
import { runTexts } from './run-texts/texts.ts';
import { useAddresses } from './use-addresses.ts';

const stale = [
  audienceChanges,
  whyInRun,
  countAction,
  listRuns,
  listLines,
  getCampaign,
  previewAction,
  campaignHistory,
];

/** Q23: writes the recipient list; again replaces what was generated, keeps the hand’s changes, and tells the difference. */
export function useGenerate(done?: () => void) {
  const t = useTexts(runTexts);
  const { action } = useHere();
  const deed = useDeed();
  const generate = useAction(generateSelection, {
    invalidate: stale,
    onSuccess: ({ run, difference }) => {
      const words = deed.generated(run.sums.planned);
      const change = difference ? ` ${t('difference', { joined: difference.joined, left: difference.left })}` : '';
      notify.success(words + change);
      done?.();
    },
  });
  return { busy: generate.busy, generate: () => generate.run({ id: action.id }) };
}

/** Q29: those who did not receive it become a list that can be sent. */
export function useFetchFailed(done?: () => void) {
  const t = useTexts(runTexts);
  const go = useGo();
  const reason = useReason();
  const { action } = useHere();
  const { recipients } = useAddresses();
  const fetch = useAction(fetchFailed, {
    invalidate: stale,
    onSuccess: (run) => {
      const { planned, excluded } = run.sums;
      const why = run.excludedBy.map(({ reason: code, lines }) => `${reason(code)}: ${lines}`).join(', ');
      const leftOut = excluded > 0 ? ` ${t('fetchedLeftOut', { count: excluded, why })}` : '';
      const tell = planned > 0 ? notify.success : notify.info;
      tell(t('fetched', { count: planned }) + leftOut);
      done?.();
      go(recipients());
    },
  });
  return {
    busy: fetch.busy,
    fetch: (what: ('failed' | 'bounced' | 'dropped' | 'unopened')[]) => fetch.run({ id: action.id, what }),
  };
}
