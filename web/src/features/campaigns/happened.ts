import { useTexts } from '../../i18n/use-texts.ts';
import { useReason } from '../../reasons/use-reason.ts';
import { runTexts } from './run-texts/texts.ts';

/** The words for an entry of a line’s history: an outcome, a fact, or whatever else delivery names. */
export function useHappened(): (what: string) => string {
  const t = useTexts(runTexts);
  const reason = useReason();
  return (what) => {
    for (const key of [`happened_${what}`, `fact_${what}`, `line_${what}`]) {
      if (Object.hasOwn(runTexts.shape, key)) return t(key as 'line_sent');
    }
    return reason(what);
  };
}
