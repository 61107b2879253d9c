import { Skeleton as Widget } from '@mantine/core';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';

/** Lines where text will be. */
export function Skeleton({ lines = 3 }: { lines?: number | undefined }) {
  const t = useTexts(shared);
  return (
    <div role="status" className="stack gap-small">
      <span className="visually-hidden">{t('loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <Widget key={line} height={12} width={line === lines - 1 ? '60%' : '100%'} radius="sm" />
      ))}
    </div>
  );
}
