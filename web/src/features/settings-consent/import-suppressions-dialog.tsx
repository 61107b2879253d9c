import { useState } from 'react';
import { importSuppressions, listSuppressions, type SuppressionImport } from '../../../../contract/consent.ts';
import { useAction } from '../../api/use-action.ts';
import { FileField } from '../../form/file-field.tsx';
import { Form, FormFoot } from '../../form/form.tsx';
import { TextArea } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Modal } from '../../ui/modal.tsx';
import { Text } from '../../ui/text.tsx';
import { ScopeFields } from './add-suppression-dialog.tsx';
import { ImportReport } from './import-report.tsx';
import { texts } from './texts/texts.ts';

const LARGEST_FILE = 5_000_000;

interface DialogProps {
  open: boolean;
  onClose: () => void;
}

/** A pasted list or a file, and what became of each line. */
export function ImportSuppressionsDialog({ open, onClose }: DialogProps) {
  const t = useTexts(texts);
  const [report, setReport] = useState<SuppressionImport | null>(null);
  const close = () => {
    setReport(null);
    onClose();
  };
  return (
    <Modal open={open} onClose={close} title={t('importList')} size="normal">
      {report === null ? (
        <ImportForm onClose={close} onDone={setReport} />
      ) : (
        <ImportReport report={report} onAgain={() => setReport(null)} onClose={close} />
      )}
    </Modal>
  );
}

function ImportForm({ onClose, onDone }: { onClose: () => void; onDone: (report: SuppressionImport) => void }) {
  const t = useTexts(texts);
  const [file, setFile] = useState<File | null>(null);
  const add = useAction(importSuppressions, { toast: false, invalidate: [listSuppressions], onSuccess: onDone });
  const form = useForm({
    schema: importSuppressions.input,
    start: { text: '', channel: 'all', purposeClass: 'marketing' },
    send: add.runAsync,
  });
  const read = (chosen: File | null) => {
    setFile(chosen);
    void chosen?.text().then((text) => form.set('text', text));
  };
  return (
    <Form form={form} guard={false}>
      <Text tone="quiet">{t('importText')}</Text>
      <TextArea name="text" label={t('list')} rows={6} />
      <FileField label={t('file')} kinds={['.csv', '.txt']} largest={LARGEST_FILE} value={file} onChange={read} />
      <ScopeFields />
      <FormFoot action={t('importAction')} onCancel={onClose} />
    </Form>
  );
}
