import type { NamedKind } from '../../../contract/uses.ts';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import type { MenuItems } from '../ui/menu.tsx';
import { texts } from './texts/texts.ts';
import { useArchiveQuestion } from './use-archive-question.tsx';

interface Kept {
  id: string;
  archived: boolean;
}

interface KeptList<T extends Kept> {
  of: NamedKind;
  name: (one: T) => string;
  /** What archiving means for it. */
  archiveText: string;
  /** Those it stands among, in their order. */
  orderOf: (one: T) => readonly T[];
  change: (id: T['id'], to: { position?: number; archived?: boolean }) => Promise<unknown>;
  edit: (one: T) => void;
  /** Entries of its own, after "Edit". */
  more?: ((one: T) => MenuItems) | undefined;
}

/** The menu of something that the settings keep in an order: edited, moved, archived and restored. */
export function useKeptMenu<T extends Kept>(list: KeptList<T>): (one: T) => MenuItems {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const ask = useArchiveQuestion();
  const { of, name, archiveText, orderOf, change, edit, more } = list;
  const move = async (one: T, by: -1 | 1) => {
    const order = orderOf(one);
    const moved = order.filter((other) => other !== one);
    moved.splice(order.indexOf(one) + by, 0, one);
    for (const [position, { id }] of moved.entries()) await change(id, { position });
  };
  const archive = async (one: T) => {
    if (await ask({ of, id: one.id, name: name(one), text: archiveText })) await change(one.id, { archived: true });
  };
  return (one) => {
    const order = orderOf(one);
    const at = order.indexOf(one);
    return [
      { label: common('edit'), onClick: () => edit(one) },
      ...(more?.(one) ?? []),
      { label: t('moveUp'), disabled: at <= 0, onClick: () => void move(one, -1) },
      { label: t('moveDown'), disabled: at < 0 || at === order.length - 1, onClick: () => void move(one, 1) },
      one.archived
        ? { label: t('restore'), apart: true, onClick: () => void change(one.id, { archived: false }) }
        : { label: t('archive'), apart: true, onClick: () => void archive(one) },
    ];
  };
}
