import { useState } from 'react';
import { TextField } from '../form/text-field.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { Modal } from '../ui/modal.tsx';
import { Text } from '../ui/text.tsx';
import { texts } from './texts/texts.ts';
import { type NamedField, useMergeFields } from './use-merge-fields.ts';

interface FieldPickerProps {
  open: boolean;
  onClose: () => void;
  /** Of a text whose readers cannot click. */
  linkless?: boolean | undefined;
  /** `fallback`: what is to stand there for whoever lacks the field; empty where nothing is. */
  onPick: (field: NamedField, fallback: string) => void;
}

const GROUPS = ['contact', 'company', 'asset', 'message'] as const;

/** Every field that may be merged, found by its name in any words. */
export function FieldPicker({ open, onClose, linkless, onPick }: FieldPickerProps) {
  const t = useTexts(texts);
  return (
    <Modal open={open} onClose={onClose} title={t('insertField')}>
      <Fields linkless={linkless} onPick={onPick} />
    </Modal>
  );
}

function Fields({ linkless, onPick }: Pick<FieldPickerProps, 'linkless' | 'onPick'>) {
  const t = useTexts(texts);
  const [words, setWords] = useState('');
  const [fallback, setFallback] = useState('');
  const { fields } = useMergeFields(linkless);
  const wanted = words.trim().toLowerCase();
  const found = fields.filter(({ title, name }) => `${title} ${name}`.toLowerCase().includes(wanted));
  return (
    <div className="field-picker">
      <TextField
        label={t('searchField')}
        hideLabel
        example={t('searchField')}
        value={words}
        onChange={setWords}
        autoFocus
      />
      <TextField label={t('fallback')} hint={t('fallbackHint')} value={fallback} onChange={setFallback} />
      {found.length === 0 ? <Text tone="quiet">{t('noField')}</Text> : null}
      {GROUPS.map((group) => (
        <Group
          key={group}
          title={t(`fieldsOf_${group}`)}
          fields={found.filter((field) => field.group === group)}
          onPick={(field) => onPick(field, fallback)}
        />
      ))}
    </div>
  );
}

function Group({
  title,
  fields,
  onPick,
}: {
  title: string;
  fields: readonly NamedField[];
  onPick: (field: NamedField) => void;
}) {
  if (fields.length === 0) return null;
  return (
    <section aria-label={title}>
      <Text size="small" tone="quiet" strong>
        {title}
      </Text>
      <ul className="field-picker-list">
        {fields.map((field) => (
          <li key={field.name}>
            <button type="button" className="field-picker-one" onClick={() => onPick(field)}>
              <span>{field.title}</span>
              <code>{field.name}</code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
