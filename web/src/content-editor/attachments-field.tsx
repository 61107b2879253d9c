import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import {
  ATTACHMENTS_PATH,
  type Attachment,
  attachmentAddress,
  MAX_ATTACHED,
  MAX_ATTACHMENTS,
} from '../../../contract/attachments.ts';
import type { Variant } from '../../../contract/content.ts';
import { upload } from '../api/call.ts';
import { errorMessage, Problem } from '../api/problem.ts';
import { useBinding } from '../form/binding.ts';
import { FileField } from '../form/file-field.tsx';
import { useFormStore } from '../form/use-form.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/button.tsx';
import { FileList } from '../ui/file-list.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Text } from '../ui/text.tsx';
import { texts } from './texts/texts.ts';

const sum = (files: readonly { size: number }[]): number => files.reduce((total, { size }) => total + size, 0);

/** Why one more cannot go with the others; null where it can. */
const hindrance = (files: readonly Attachment[], size: number): string | null => {
  if (files.length >= MAX_ATTACHMENTS) return errorMessage('attachments_too_many', { max: MAX_ATTACHMENTS });
  if (sum(files) + size > MAX_ATTACHED) return errorMessage('attachments_too_large', { max: MAX_ATTACHED / 1_000_000 });
  return null;
};

interface AttachmentsFieldProps {
  /** Where the variant stands in the form: `variants.en`, or `variant`. */
  path: string;
  disabled?: boolean | undefined;
}

/** The files that go with one language: each is brought as soon as it is chosen or dropped. */
export function AttachmentsField({ path, disabled }: AttachmentsFieldProps) {
  const t = useTexts(texts);
  const format = useFormat();
  const store = useFormStore();
  const name = `${path}.attachments`;
  const bound = useBinding<Attachment[]>({ name }, []);
  const [wrong, setWrong] = useState<string>();
  const [coming, setComing] = useState(0);
  // Several may be under way: each is added to what stands there by then.
  const now = (): Attachment[] => (store?.get(name) as Attachment[] | undefined) ?? [];
  const bring = async (file: File | null) => {
    if (!file) return;
    const refused = hindrance(now(), file.size);
    setWrong(refused ?? undefined);
    if (refused) return;
    setComing((count) => count + 1);
    try {
      const added = await upload<Attachment>(ATTACHMENTS_PATH, { file });
      const others = now().filter(({ id }) => id !== added.id);
      const late = hindrance(others, added.size);
      if (late) setWrong(late);
      else bound.set([...others, added]);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setWrong(error.errors[0]?.message ?? error.message);
    } finally {
      setComing((count) => count - 1);
    }
  };
  const main = store?.get(`variants.${store.get('defaultLanguage')}`) as Variant | undefined;
  const ofMain = main?.attachments ?? [];
  const files = bound.value.map((file) => ({ ...file, address: attachmentAddress(file.id) }));
  const without = (id: string) => {
    setWrong(undefined);
    bound.set(now().filter((file) => file.id !== id));
  };
  if (disabled) return <FileList files={files} />;
  return (
    <div className="stack gap-small">
      <FileField
        label={t('attachments')}
        hint={t('attachmentsHint', { count: MAX_ATTACHMENTS, size: format.bytes(MAX_ATTACHED) })}
        many
        value={null}
        onChange={(file) => void bring(file)}
        error={wrong ?? bound.error}
        disabled={coming > 0}
      />
      <FileList
        files={files}
        deed={(file) => (
          <IconButton
            label={t('removeAttachment', { name: file.name })}
            icon={<IconX size={16} />}
            onClick={() => without(file.id)}
          />
        )}
      />
      {files.length > 1 ? (
        <Text size="small" tone="quiet">
          {t('attachmentsTotal', { size: format.bytes(sum(files)) })}
        </Text>
      ) : null}
      {files.length === 0 && ofMain.length > 0 ? (
        <div>
          <Button size="small" onClick={() => bound.set(ofMain)}>
            {t('attachmentsOfMain')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
