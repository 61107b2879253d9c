import { useTexts } from '../i18n/use-texts.ts';
import { Page } from '../ui/page.tsx';
import { texts } from './texts/texts.ts';

/** Stands in for Today until that feature is there. */
export function Welcome() {
  const t = useTexts(texts);
  return <Page title={t('today')}>{null}</Page>;
}
