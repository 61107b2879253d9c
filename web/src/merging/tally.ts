import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { texts } from './texts/texts.ts';

const KNOWN = [
  'interactions',
  'addresses',
  'assets',
  'contacts',
  'leads',
  'consents',
  'messages',
  'handPicks',
  'enrolments',
  'opportunities',
  'fields',
  'notSent',
] as const;

/** "3 dossier items and 1 asset". */
export function useTally(): (tally: readonly { what: string; count: number }[]) => string {
  const t = useTexts(texts);
  const { list } = useFormat();
  return (tally) => list(tally.map(({ what, count }) => t(KNOWN.find((one) => one === what) ?? 'others', { count })));
}
