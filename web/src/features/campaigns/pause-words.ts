import type { Translate } from '../../i18n/use-texts.ts';
import type { runTexts } from './run-texts/texts.ts';

interface Pause {
  params: Readonly<Record<string, unknown>>;
}

interface Says {
  reason(code: string): string;
  t: Translate<(typeof runTexts)['shape']>;
}

/** What is told beside the title of a pause: the trouble in words, how many met it, what the server said. Empty where nothing is. */
export const pauseWords = ({ params }: Pause, { reason, t }: Says): string => {
  const [trouble, field, reply] = [params['reason'], params['field'], params['reply']].map((said) =>
    String(said ?? ''),
  );
  const count = Number(params['count'] ?? 0);
  const met = field ? t('pausedUnfilled', { count, field }) : t('pausedRefused', { count });
  return [trouble && reason(trouble), count > 0 ? met : field, reply && t('pausedServerSaid', { reply })]
    .filter(Boolean)
    .join(' · ');
};
