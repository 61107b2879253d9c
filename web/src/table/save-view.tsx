import { listSavedViews, type SavedView, saveView, type ViewSearch } from '../../../contract/saved-views.ts';
import { useAction } from '../api/use-action.ts';
import { Form, FormFoot } from '../form/form.tsx';
import { TextField } from '../form/text-field.tsx';
import { Checkbox } from '../form/toggle-fields.tsx';
import { useForm } from '../form/use-form.ts';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Modal } from '../ui/modal.tsx';
import { Text } from '../ui/text.tsx';
import { viewTexts } from './view-texts/texts.ts';

interface SaveViewProps {
  list: string;
  /** What is shown. */
  search: ViewSearch;
  onSaved: (view: Pick<SavedView, 'id' | 'search'>) => void;
  onClose: () => void;
}

/** Keeps what a list shows under a name. */
export function SaveView({ list, search, onSaved, onClose }: SaveViewProps) {
  const t = useTexts(viewTexts);
  const common = useTexts(shared);
  const save = useAction(saveView, {
    invalidate: [listSavedViews],
    toast: false,
    done: t('saved'),
    onSuccess: ({ id }) => onSaved({ id, search }),
  });
  const form = useForm({
    schema: saveView.input.omit({ list: true, search: true }),
    start: { name: '', shared: false, opens: false },
    send: async (values) => {
      await save.runAsync({ ...values, list, search });
      onClose();
    },
  });
  return (
    <Modal open onClose={onClose} title={t('newView')} size="small">
      <Form form={form} guard={false}>
        <Text tone="quiet">{t('newViewText')}</Text>
        <TextField name="name" label={common('name')} autoFocus />
        <Checkbox name="shared" label={t('shareField')} />
        <Checkbox name="opens" label={t('openField')} />
        <FormFoot action={common('save')} onCancel={onClose} />
      </Form>
    </Modal>
  );
}
