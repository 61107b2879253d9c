import { useState } from 'react';
import { type ContentChannel, createTemplate, listTemplates, type Variant } from '../../../contract/content.ts';
import { useAction } from '../api/use-action.ts';
import { Form, FormFoot } from '../form/form.tsx';
import { TextField } from '../form/text-field.tsx';
import { useForm } from '../form/use-form.ts';
import type { Language } from '../i18n/languages.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/button.tsx';
import { Modal } from '../ui/modal.tsx';
import { texts } from './texts/texts.ts';

interface SaveAsTemplateProps {
  channel?: ContentChannel;
  language: Language;
  variant: Variant;
}

/** Keeps one language of a message for later ones. */
export function SaveAsTemplate(props: SaveAsTemplateProps) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('saveAsTemplate')}</Button>
      <Modal open={open} onClose={() => setOpen(false)} title={t('saveAsTemplate')} size="small">
        <Naming {...props} onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function Naming({ channel = 'email', language, variant, onDone }: SaveAsTemplateProps & { onDone: () => void }) {
  const t = useTexts(texts);
  const create = useAction(createTemplate, { invalidate: [listTemplates], done: t('templateSaved'), toast: false });
  const form = useForm({
    schema: createTemplate.input.pick({ name: true }),
    start: { name: '' },
    send: ({ name }) => create.runAsync({ name, channel, language, variant }),
  });
  return (
    <Form form={form} guard={false} onSaved={onDone}>
      <TextField name="name" label={t('templateName')} autoFocus />
      <FormFoot action={t('saveAsTemplate')} onCancel={onDone} />
    </Form>
  );
}
