import { listAssets } from '../../../../contract/assets.ts';
import { campaignHistory } from '../../../../contract/campaigns.ts';
import {
  type CleansedCell,
  type Cleansing,
  listCleansedCells,
  listCleansings,
  MOST_SETTLED,
  settleCleansing,
} from '../../../../contract/cleansing.ts';
import { useAction } from '../../api/use-action.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { confirm } from '../../ui/confirm.tsx';
import { notify } from '../../ui/toast.tsx';
import { cleansingTexts } from './cleansing-texts/texts.ts';

type Verdict = 'apply' | 'refuse';

/** Applies and refuses cells of a returned file, and tells what became of them. */
export function useSettleCells({ id }: Cleansing) {
  const t = useTexts(cleansingTexts);
  const action = useAction(settleCleansing, {
    invalidate: [listCleansedCells, listCleansings, campaignHistory, listAssets],
  });

  /** In portions, each of which holds by itself. */
  const inPortions = async (verdict: Verdict, portions: Iterable<string[] | 'all'>, evenIfChanged: boolean) => {
    const sums = { settled: 0, changed: 0, impossible: 0 };
    for (const cells of portions) {
      let after: string | null | undefined;
      do {
        const done = await action.runAsync({ id, verdict, cells, evenIfChanged, ...(after && { after }) });
        sums.settled += done.settled;
        sums.changed += done.changed;
        sums.impossible += done.impossible;
        after = cells === 'all' ? done.next : null;
      } while (after);
    }
    return sums;
  };

  const run = async (verdict: Verdict, portions: Iterable<string[] | 'all'>, evenIfChanged = false) => {
    const { settled, changed, impossible } = await inPortions(verdict, portions, evenIfChanged);
    const said = [
      settled > 0 && t(verdict === 'apply' ? 'appliedSaid' : 'refusedSaid', { count: settled }),
      changed > 0 && t('changedSaid', { count: changed }),
      impossible > 0 && t('impossibleSaid', { count: impossible }),
    ].filter((one) => one !== false);
    if (changed + impossible > 0) notify.info(said.join(' '));
    else if (settled > 0) notify.success(said.join(' '));
  };

  const settle = (verdict: Verdict, keys: readonly string[]) =>
    run(
      verdict,
      Array.from({ length: Math.ceil(keys.length / MOST_SETTLED) }, (_, at) =>
        keys.slice(at * MOST_SETTLED, (at + 1) * MOST_SETTLED),
      ),
    );

  const settleAll = async (verdict: Verdict, count: number) => {
    const sure = await confirm({
      title: t(`${verdict}AllTitle`),
      text: t(`${verdict}AllText`, { count }),
      action: t(`${verdict}All`),
    });
    if (sure) await run(verdict, ['all']);
  };

  const applyAnyway = async ({ key, was, given, changedTo }: CleansedCell) => {
    const word = (text: string | null) => text || t('nothing');
    const sure = await confirm({
      title: t('anywayTitle'),
      text: t('anywayText', { now: word(changedTo), was: word(was), given: word(given) }),
      action: t('applyAnyway'),
      danger: true,
    });
    if (sure) await run('apply', [[key]], true);
  };
  return { settle, settleAll, applyAnyway, busy: action.busy };
}
