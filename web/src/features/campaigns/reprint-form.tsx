import { type LetterBatch, listLetterBatches, reprintLetters } from '../../../../contract/letters.ts';
import { campaignMoney } from '../../../../contract/money.ts';
import { useAction } from '../../api/use-action.ts';
import { Form, FormFoot } from '../../form/form.tsx';
import { TextArea, TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Modal } from '../../ui/modal.tsx';
import { letterTexts } from './letter-texts/texts.ts';

const codesIn = (text: string): string[] | null => {
  const codes = text.split(/[\n,;]/).map((code) => code.trim());
  const written = codes.filter((code) => code !== '');
  return written.length === 0 ? null : written;
};

/** F46: what is printed again is a batch of its own, with a name of its own. */
export function ReprintForm({ batch, onClose }: { batch: LetterBatch; onClose: () => void }) {
  const t = useTexts(letterTexts);
  const reprint = useAction(reprintLetters, {
    invalidate: [listLetterBatches, campaignMoney],
    toast: false,
    done: t('reprinted'),
    onSuccess: onClose,
  });
  const form = useForm({
    schema: reprintLetters.input.pick({ name: true }).loose(),
    start: { name: t('reprintStart', { name: batch.name }), codes: '' },
    send: ({ name, codes }) => reprint.runAsync({ id: batch.id, name, codes: codesIn(String(codes ?? '')) }),
  });
  return (
    <Modal open onClose={onClose} title={t('reprintTitle', { name: batch.name })}>
      <Form form={form}>
        <TextField name="name" label={t('reprintName')} autoFocus />
        <TextArea name="codes" label={t('reprintCodes')} hint={t('reprintCodesHint')} rows={3} />
        <FormFoot action={t('makeReprint')} onCancel={onClose} />
      </Form>
    </Modal>
  );
}
