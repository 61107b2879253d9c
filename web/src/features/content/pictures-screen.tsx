import { useState } from 'react';
import { archivePicture, listPictures, type Picture, renamePicture } from '../../../../contract/media.ts';
import { useAction } from '../../api/use-action.ts';
import { Form, FormFoot } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Pictures } from '../../pictures/pictures.tsx';
import { texts } from '../../pictures/texts/texts.ts';
import { useMay } from '../../session/session.ts';
import { confirm } from '../../ui/confirm.tsx';
import { Modal } from '../../ui/modal.tsx';
import { Page } from '../../ui/page.tsx';
import { notify } from '../../ui/toast.tsx';

/** The pictures for messages and articles. */
export function PicturesScreen() {
  const t = useTexts(texts);
  const mayEdit = useMay('content.edit');
  const [named, setNamed] = useState<Picture | null>(null);
  const archive = useAction(archivePicture, { invalidate: [listPictures] });
  const putAway = async ({ id, name }: Picture) => {
    const question = { title: t('archiveTitle', { name }), text: t('archiveText'), action: t('archive'), danger: true };
    if (!(await confirm(question))) return;
    await archive.runAsync({ id });
    notify.success(t('archived', { name }));
  };
  return (
    <Page title={t('pictures')} text={t('picturesText')}>
      <Pictures
        many
        onPick={(picture) => (mayEdit ? setNamed(picture) : undefined)}
        action={(name) => `${t('rename')}: ${name}`}
        menu={
          mayEdit
            ? (picture) => [
                { label: t('rename'), onClick: () => setNamed(picture) },
                { label: t('archive'), danger: true, onClick: () => void putAway(picture) },
              ]
            : undefined
        }
      />
      <Modal open={named !== null} onClose={() => setNamed(null)} title={t('rename')} size="small">
        {named ? <Naming picture={named} onDone={() => setNamed(null)} /> : null}
      </Modal>
    </Page>
  );
}

function Naming({ picture, onDone }: { picture: Picture; onDone: () => void }) {
  const t = useTexts(texts);
  const rename = useAction(renamePicture, { invalidate: [listPictures], done: t('renamed'), toast: false });
  const form = useForm({
    schema: renamePicture.input.pick({ name: true }),
    start: { name: picture.name },
    send: ({ name }) => rename.runAsync({ id: picture.id, name }),
  });
  return (
    <Form form={form} guard={false} onSaved={onDone}>
      <TextField name="name" label={t('shows')} hint={t('showsHint')} autoFocus />
      <FormFoot action={t('save')} onCancel={onDone} />
    </Form>
  );
}
