import { getSeats, inviteUser, listUsers } from '../../../../contract/access.ts';
import { ROLES } from '../../../../contract/permissions.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { RadioField, SelectField } from '../../form/choice-fields.tsx';
import { FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import { Checkbox } from '../../form/toggle-fields.tsx';
import { useForm } from '../../form/use-form.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Modal } from '../../ui/modal.tsx';
import type { Invitation } from './link-dialog.tsx';
import { texts } from './texts/texts.ts';

interface InviteDialogProps {
  open: boolean;
  onClose: () => void;
  onInvited: (invitation: Invitation) => void;
}

export function InviteDialog({ open, onClose, onInvited }: InviteDialogProps) {
  const t = useTexts(texts);
  return (
    <Modal open={open} onClose={onClose} title={t('invite')}>
      <InviteForm onClose={onClose} onInvited={onInvited} />
    </Modal>
  );
}

function InviteForm({ onClose, onInvited }: Omit<InviteDialogProps, 'open'>) {
  const t = useTexts(texts);
  const seats = useEndpoint(getSeats, {}).data;
  const full = !!seats && seats.seats !== null && seats.given >= seats.seats;
  const invite = useAction(inviteUser, { toast: false, invalidate: [listUsers, getSeats], onSuccess: onInvited });
  const form = useForm({
    schema: inviteUser.input,
    start: { name: '', email: '', role: 'marketer', seat: false, language: null },
    send: invite.runAsync,
  });
  const left = seats && seats.seats !== null ? t('seatsOf', { given: seats.given, seats: seats.seats }) : '';
  return (
    <Form form={form} guard={false}>
      <FieldRow>
        <TextField name="name" label={t('name')} autoFocus />
        <TextField name="email" label={t('email')} kind="email" />
      </FieldRow>
      <RadioField
        name="role"
        label={t('role')}
        choices={ROLES.map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }))}
      />
      <Checkbox
        name="seat"
        label={t('seat')}
        hint={full ? t('noSeatLeft', { seats: seats?.seats ?? 0 }) : `${t('seatHint')} ${left}`}
        disabled={full}
      />
      <SelectField
        name="language"
        label={t('language')}
        nothing={t('companyLanguage')}
        clearable
        choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      <FormFoot action={t('inviteAction')} onCancel={onClose} />
    </Form>
  );
}
