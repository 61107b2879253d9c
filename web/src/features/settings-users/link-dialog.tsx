import { IconCopy } from '@tabler/icons-react';
import type { inviteUser } from '../../../../contract/access.ts';
import type { OutputOf } from '../../../../contract/endpoint.ts';
import { TextField } from '../../form/text-field.tsx';
import { shared } from '../../i18n/shared/texts.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Foot, Modal } from '../../ui/modal.tsx';
import { Text } from '../../ui/text.tsx';
import { notify } from '../../ui/toast.tsx';
import { texts } from './texts/texts.ts';

export type Invitation = OutputOf<typeof inviteUser>;

/** The one-time link, shown once, to be sent by whatever means. */
export function LinkDialog({ invitation, onClose }: { invitation: Invitation | null; onClose: () => void }) {
  const t = useTexts(texts);
  const title = t('linkTitle', { name: invitation?.user.name ?? '' });
  return (
    <Modal open={invitation !== null} onClose={onClose} title={title}>
      {invitation ? <Link {...invitation} onClose={onClose} /> : null}
    </Modal>
  );
}

function Link({ link, expiresAt, onClose }: Invitation & { onClose: () => void }) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const format = useFormat();
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    notify.success(common('copied'));
  };
  return (
    <Stack>
      <Text>{t('linkText', { until: format.dateTime(expiresAt) })}</Text>
      <TextField label={t('link')} value={link} onChange={() => {}} />
      <Foot>
        <Button onClick={onClose}>{common('close')}</Button>
        <Button look="primary" icon={<IconCopy size={16} />} onClick={() => void copy()}>
          {t('copyLink')}
        </Button>
      </Foot>
    </Stack>
  );
}
