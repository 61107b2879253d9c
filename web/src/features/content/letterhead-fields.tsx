import { useState } from 'react';
import { type LayoutDesign, LOGO_SIDES } from '../../../../contract/layouts.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { FileField } from '../../form/file-field.tsx';
import { FieldGroup, FieldRow } from '../../form/form.tsx';
import { NumberField } from '../../form/number-field.tsx';
import { TextArea, TextField } from '../../form/text-field.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { layoutTexts } from './layout-texts/texts.ts';

const COLUMNS = 3;
const LARGEST = 500 * 1024;

interface LetterheadFieldsProps {
  design: LayoutDesign;
  set: (change: Partial<LayoutDesign>) => void;
}

const dataAddress = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

/** What stands at the head and the foot of each letter. */
export function LetterheadFields({ design, set }: LetterheadFieldsProps) {
  const t = useTexts(layoutTexts);
  const [file, setFile] = useState<File | null>(null);
  const take = async (chosen: File | null) => {
    setFile(chosen);
    if (chosen) set({ logo: await dataAddress(chosen) });
  };
  const removeLogo = () => {
    setFile(null);
    set({ logo: null });
  };
  const column = (at: number, words: string) => {
    const footer = Array.from({ length: COLUMNS }, (_, place) => (place === at ? words : (design.footer[place] ?? '')));
    set({ footer: footer.slice(0, footer.findLastIndex((text) => text !== '') + 1) });
  };
  return (
    <FieldGroup title={t('letterhead')}>
      <FieldRow>
        <TextField name="design.name" label={t('companyName')} hint={t('companyNameHint')} />
        <TextField name="design.colour" label={t('colour')} hint={t('colourHint')} />
      </FieldRow>
      <FileField
        label={t('logo')}
        hint={t('logoHint')}
        kinds={['.png', '.jpg', '.jpeg']}
        largest={LARGEST}
        value={file}
        onChange={(chosen) => void take(chosen)}
      />
      {design.logo ? (
        <FieldRow>
          <NumberField name="design.logoHeight" label={t('logoHeight')} unit="mm" min={5} max={35} />
          <SelectField
            name="design.logoSide"
            label={t('logoSide')}
            choices={LOGO_SIDES.map((value) => ({ value, label: t(`side_${value}`) }))}
          />
          <Button size="small" onClick={removeLogo}>
            {t('removeLogo')}
          </Button>
        </FieldRow>
      ) : null}
      <TextField name="design.sender" label={t('sender')} hint={t('senderHint')} />
      <FieldRow>
        {Array.from({ length: COLUMNS }, (_, at) => (
          <TextArea
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            key={at}
            label={t('footer', { count: at + 1 })}
            rows={3}
            value={design.footer[at] ?? ''}
            onChange={(words) => column(at, words ?? '')}
          />
        ))}
      </FieldRow>
    </FieldGroup>
  );
}
