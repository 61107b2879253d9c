import { createTopic, listTopics, type Topic, updateTopic } from '../../../../contract/consent.ts';
import { useAction } from '../../api/use-action.ts';
import { Form, FormFoot } from '../../form/form.tsx';
import { TextArea, TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Modal } from '../../ui/modal.tsx';
import { texts } from './texts/texts.ts';

interface TopicDialogProps {
  topic: Topic | 'new' | null;
  onClose: () => void;
}

export function TopicDialog({ topic, onClose }: TopicDialogProps) {
  const t = useTexts(texts);
  return (
    <Modal open={topic !== null} onClose={onClose} title={t(topic === 'new' ? 'newTopic' : 'editTopic')}>
      {topic === 'new' ? <NewTopic onClose={onClose} /> : null}
      {topic !== null && topic !== 'new' ? <EditTopic topic={topic} onClose={onClose} /> : null}
    </Modal>
  );
}

function NewTopic({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts);
  const create = useAction(createTopic, { toast: false, invalidate: [listTopics] });
  const form = useForm({ schema: createTopic.input, start: { name: '', description: '' }, send: create.runAsync });
  return (
    <Form form={form} guard={false} onSaved={onClose}>
      <TopicFields />
      <FormFoot action={t('createTopic')} onCancel={onClose} />
    </Form>
  );
}

function EditTopic({ topic, onClose }: { topic: Topic; onClose: () => void }) {
  const common = useTexts(shared);
  const update = useAction(updateTopic, { toast: false, invalidate: [listTopics] });
  const form = useForm({
    schema: updateTopic.input.omit({ id: true }),
    start: { name: topic.name, description: topic.description },
    send: (values) => update.runAsync({ ...values, id: topic.id }),
  });
  return (
    <Form form={form} guard={false} onSaved={onClose}>
      <TopicFields />
      <FormFoot action={common('save')} onCancel={onClose} />
    </Form>
  );
}

function TopicFields() {
  const t = useTexts(texts);
  return (
    <>
      <TextField name="name" label={t('topicName')} hint={t('topicNameHint')} autoFocus />
      <TextArea name="description" label={t('topicDescription')} hint={t('topicDescriptionHint')} />
    </>
  );
}
