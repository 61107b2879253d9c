import { Skeleton } from '@mantine/core';
import { useTexts } from '../i18n/use-texts.ts';
import { texts } from './texts/texts.ts';

/** Rows that are on their way. */
export function WaitingRows({ columns }: { columns: number }) {
  const t = useTexts(texts);
  return Array.from({ length: 8 }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
    <tr key={row} className="table-row">
      {Array.from({ length: columns }, (_, cell) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <td key={cell}>
          <Skeleton height={10} width={`${45 + ((row * 3 + cell * 5) % 5) * 10}%`} />
          {row + cell === 0 ? <span className="visually-hidden">{t('loading')}</span> : null}
        </td>
      ))}
    </tr>
  ));
}

/** The room of the rows out of view. */
export function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tbody aria-hidden="true">
      <tr style={{ height }} />
    </tbody>
  );
}
