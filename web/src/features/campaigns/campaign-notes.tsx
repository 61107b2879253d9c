import { IconTrash } from '@tabler/icons-react';
import {
  type CampaignNote,
  listCampaignNotes,
  removeCampaignNote,
  writeCampaignNote,
} from '../../../../contract/campaign-notes.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { Form, FormFoot } from '../../form/form.tsx';
import { TextArea } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Card, Section } from '../../ui/card.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Text } from '../../ui/text.tsx';
import { When } from '../../ui/values.tsx';
import { useHere } from './campaign-context.ts';
import { noteTexts } from './note-texts/texts.ts';

const stale = { invalidate: [listCampaignNotes] };

/** What colleagues write down for each other about the campaign, with author and time. */
export function CampaignNotes() {
  const t = useTexts(noteTexts);
  const { campaign } = useHere();
  const { data } = useEndpoint(listCampaignNotes, { id: campaign.id }, { keep: true });
  const write = useAction(writeCampaignNote, { ...stale, toast: false });
  const form = useForm({
    schema: writeCampaignNote.input.omit({ id: true }),
    start: { body: '' },
    send: (values) => write.runAsync({ ...values, id: campaign.id }),
  });
  return (
    <Section title={t('notes')} text={t('notesText')}>
      <Stack>
        <Card>
          <Form form={form} onSaved={() => form.reset({ body: '' })}>
            <TextArea name="body" label={t('note')} rows={2} />
            <FormFoot action={t('write')} />
          </Form>
        </Card>
        {data?.rows.map((note) => (
          <Note key={note.id} note={note} />
        ))}
      </Stack>
    </Section>
  );
}

function Note({ note: { id, body, author, at, mayRemove } }: { note: CampaignNote }) {
  const t = useTexts(noteTexts);
  const common = useTexts(shared);
  const remove = useAction(removeCampaignNote, stale);
  const ask = async () => {
    const question = { title: t('removeTitle'), text: t('removeText'), action: common('remove'), danger: true };
    if (await confirm(question)) remove.run({ id });
  };
  return (
    <Card>
      <Row spread="between" align="start" oneLine>
        <div className="campaign-note">{body}</div>
        {mayRemove ? (
          <IconButton label={t('removeNote')} icon={<IconTrash size={16} stroke={1.75} />} onClick={() => void ask()} />
        ) : null}
      </Row>
      <Text size="small" tone="quiet">
        {author} · <When at={at} />
      </Text>
    </Card>
  );
}
