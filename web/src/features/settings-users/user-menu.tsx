import { IconDots, IconLink, IconUserCheck, IconUserOff } from '@tabler/icons-react';
import { getSeats, listUsers, renewInvitation, type User, updateUser } from '../../../../contract/access.ts';
import { useAction } from '../../api/use-action.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { confirm } from '../../ui/confirm.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { notify } from '../../ui/toast.tsx';
import type { Invitation } from './link-dialog.tsx';
import { texts } from './texts/texts.ts';

/** What can be done with a user besides role and seat. */
export function UserMenu({ user, onLink }: { user: User; onLink: (invitation: Invitation) => void }) {
  const t = useTexts(texts);
  const { name } = user;
  const save = useAction(updateUser, {
    invalidate: [listUsers, getSeats],
    onSuccess: (_, { disabled }) => notify.success(t(disabled ? 'disableDone' : 'enableDone', { name })),
  });
  const renew = useAction(renewInvitation, { onSuccess: onLink });
  const disable = async () => {
    const question = {
      title: t('disableTitle', { name }),
      text: t('disableText'),
      action: t('disableAction'),
      danger: true,
    };
    if (await confirm(question)) save.run({ id: user.id, disabled: true });
  };
  const label = t('actionsFor', { name });
  const disabled = user.status === 'disabled';
  return (
    <Menu
      label={label}
      target={<IconButton label={label} icon={<IconDots size={18} />} busy={save.busy || renew.busy} />}
      items={[
        !disabled && { label: t('newLink'), icon: <IconLink size={16} />, onClick: () => renew.run({ id: user.id }) },
        !disabled && {
          label: t('disable'),
          icon: <IconUserOff size={16} />,
          danger: true,
          apart: true,
          onClick: () => void disable(),
        },
        disabled && {
          label: t('enable'),
          icon: <IconUserCheck size={16} />,
          onClick: () => save.run({ id: user.id, disabled: false }),
        },
      ]}
    />
  );
}
