import { useTexts } from '../i18n/use-texts.ts';
import { reasonTexts } from './texts/texts.ts';

/** The words for a reason of the registry; one that is not known here (yet) is shown by its code. */
export function useReason(): (code: string) => string {
  const t = useTexts(reasonTexts);
  return (code) =>
    Object.hasOwn(reasonTexts.shape, code) ? t(code as keyof typeof reasonTexts.shape) : code.replaceAll('_', ' ');
}
