import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import { IconButton } from '../ui/icon-button.tsx';
import type { Moves } from './editor-props.ts';
import { texts } from './texts/texts.ts';

/** Alt with the arrows moves what has the focus. */
export const moveByKey = (event: KeyboardEvent, { up, down }: Moves): void => {
  const move = event.altKey && (event.key === 'ArrowUp' ? up : event.key === 'ArrowDown' ? down : undefined);
  if (!move) return;
  event.preventDefault();
  event.stopPropagation();
  move();
};

export function MoveButtons({ onMove }: { onMove: Moves }) {
  const t = useTexts(texts);
  return (
    <>
      {onMove.up ? <IconButton label={t('moveUp')} icon={<IconArrowUp size={16} />} onClick={onMove.up} /> : null}
      {onMove.down ? (
        <IconButton label={t('moveDown')} icon={<IconArrowDown size={16} />} onClick={onMove.down} />
      ) : null}
    </>
  );
}
