import { listUsers, type User, updateUser } from '../../../../contract/access.ts';
import { ROLES, type Role } from '../../../../contract/permissions.ts';
import { useAction } from '../../api/use-action.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { confirm } from '../../ui/confirm.tsx';
import { texts } from './texts/texts.ts';

/** The role, changed in place after a question: it signs the person out. */
export function RoleCell({ user }: { user: User }) {
  const t = useTexts(texts);
  const save = useAction(updateUser, { invalidate: [listUsers] });
  const change = async (role: Role | null) => {
    if (role === null || role === user.role) return;
    const yes = await confirm({
      title: t('roleTitle', { name: user.name, role: t(role) }),
      text: t('roleText'),
      action: t('roleAction'),
    });
    if (yes) save.run({ id: user.id, role });
  };
  return (
    <SelectField
      label={t('roleOf', { name: user.name })}
      hideLabel
      choices={ROLES.map((value) => ({ value, label: t(value) }))}
      value={user.role}
      onChange={(role) => void change(role)}
      disabled={save.busy || user.status === 'disabled'}
    />
  );
}
