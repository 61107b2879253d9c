import { IconDots, IconPencil, IconPlayerPause, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import {
  deletePressureRule,
  listPressureRules,
  type PressureRule,
  updatePressureRule,
} from '../../../../contract/pressure.ts';
import { useAction } from '../../api/use-action.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { confirm } from '../../ui/confirm.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { texts } from './texts/texts.ts';

interface PressureMenuProps {
  rule: PressureRule;
  name: string;
  onEdit: (rule: PressureRule) => void;
}

export function PressureMenu({ rule, name, onEdit }: PressureMenuProps) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const { id, active } = rule;
  const update = useAction(updatePressureRule, { invalidate: [listPressureRules] });
  const remove = useAction(deletePressureRule, { invalidate: [listPressureRules], done: t('deleted') });
  const ask = async () => {
    if (await confirm({ title: t('deleteTitle'), text: t('deleteText'), action: t('deleteRule'), danger: true }))
      remove.run({ id });
  };
  const label = t('actionsFor', { name });
  return (
    <Menu
      label={label}
      target={<IconButton label={label} icon={<IconDots size={18} />} busy={update.busy || remove.busy} />}
      items={[
        { label: common('edit'), icon: <IconPencil size={16} />, onClick: () => onEdit(rule) },
        {
          label: t(active ? 'switchOff' : 'switchOn'),
          icon: active ? <IconPlayerPause size={16} /> : <IconPlayerPlay size={16} />,
          onClick: () => update.run({ id, active: !active }),
        },
        { label: t('deleteRule'), icon: <IconTrash size={16} />, onClick: () => void ask() },
      ]}
    />
  );
}
