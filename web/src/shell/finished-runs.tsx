import { useEffect, useRef } from 'react';
import { today } from '../../../contract/runs.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { notify } from '../ui/toast.tsx';
import { texts } from './texts/texts.ts';

const AGAIN_MS = 10_000;

/** Q26: tells on every page that a distribution has finished which was seen going on. */
export function FinishedRuns() {
  const t = useTexts(texts);
  const { data } = useEndpoint(today, {}, { every: AGAIN_MS });
  const going = useRef(new Set<string>());
  useEffect(() => {
    if (data === undefined) return;
    for (const { id, state, campaignName, sums } of data.finished) {
      if (state !== 'finished' || !going.current.has(id)) continue;
      const { planned, sent } = sums;
      const said = t('runFinished', { campaign: campaignName, sent, planned });
      if (sent === planned) notify.success(said);
      else notify.info(said);
    }
    going.current = new Set(data.running.map(({ id }) => id));
  }, [data, t]);
  return null;
}
