import { deleteSegment, listSegments, type SegmentRow } from '../../../../contract/segments.ts';
import { useAction } from '../../api/use-action.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { confirm } from '../../ui/confirm.tsx';
import { texts } from './texts/texts.ts';

/** Asks, then deletes; what still uses the segment is told instead. Answers whether it's gone. */
export function useDeleteSegment(): (segment: Pick<SegmentRow, 'id' | 'name'>) => Promise<boolean> {
  const t = useTexts(texts);
  const remove = useAction(deleteSegment, { invalidate: [listSegments], done: t('deleted') });
  return async ({ id, name }) => {
    const question = {
      title: t('deleteTitle', { name }),
      text: t('deleteText'),
      action: t('deleteSegment'),
      danger: true,
    };
    if (!(await confirm(question))) return false;
    return remove.runAsync({ id }).then(
      () => true,
      () => false,
    );
  };
}
