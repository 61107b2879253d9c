import { IconBraces } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import { useContextMenu } from '../ui/context-menu.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { RichText } from '../ui/rich-text.tsx';
import { FieldPicker } from './field-picker.tsx';
import { texts } from './texts/texts.ts';
import { useMergeFields } from './use-merge-fields.ts';
import { writtenField } from './written-field.ts';

interface RichWordsProps {
  label: string;
  value: string;
  onChange: (html: string) => void;
  disabled?: boolean | undefined;
}

/** A text with headings, lists, links and fields: they are put in at the cursor, by the button or by right-click. */
export function RichWords({ label, value, onChange, disabled }: RichWordsProps) {
  const t = useTexts(texts);
  const insert = useRef<((html: string) => void) | null>(null);
  const [picking, setPicking] = useState(false);
  const { usual } = useMergeFields();
  const { opener, menu } = useContextMenu();
  const items = () => [
    ...usual.map((field) => ({
      label: t('insertNamed', { name: field.title }),
      onClick: () => insert.current?.(writtenField(field, true)),
    })),
    { label: t('allFields'), apart: true, onClick: () => setPicking(true) },
  ];
  return (
    <div className="stack gap-none" {...(disabled ? {} : opener(items))}>
      <div className="mantine-InputWrapper-label">{label}</div>
      <RichText
        label={label}
        value={value}
        onChange={onChange}
        disabled={disabled}
        tools={(put) => {
          insert.current = put;
          return (
            <IconButton
              label={t('insertFieldInto', { part: label })}
              icon={<IconBraces size={18} stroke={1.75} />}
              onClick={() => setPicking(true)}
            />
          );
        }}
      />
      {menu}
      <FieldPicker
        open={picking}
        onClose={() => setPicking(false)}
        onPick={(field, fallback) => {
          setPicking(false);
          insert.current?.(writtenField(field, true, fallback));
        }}
      />
    </div>
  );
}
