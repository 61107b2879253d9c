import { useEffect, useRef } from 'react';
import { today } from '../../../contract/runs.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { notify } from '../ui/toast.tsx';
import { texts } from './texts/texts.ts';

const AGAIN_MS = 10_000;

/** Q26: tells on every page that a distribution has finished since the page was opened, however short it was. */
export function FinishedRuns() {
  const t = useTexts(texts);
  const { data } = useEndpoint(today, {}, { every: AGAIN_MS });
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    if (data === undefined) return;
    for (const { id, state, campaignName, sums } of known.current === null ? [] : data.finished) {
      if (state !== 'finished' || known.current?.has(id)) continue;
      const { planned, sent } = sums;
      const said = t('runFinished', { campaign: campaignName, sent, planned });
      if (sent === planned) notify.success(said);
      else notify.info(said);
    }
    known.current = new Set(data.finished.map(({ id }) => id));
  }, [data, t]);
  return null;
}
