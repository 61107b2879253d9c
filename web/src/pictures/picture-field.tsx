import { IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import type { ShownPicture } from '../../../contract/media.ts';
import { type FieldProps, useBinding } from '../form/binding.ts';
import { TextField } from '../form/text-field.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/button.tsx';
import { PicturePicker } from './picture-picker.tsx';
import { texts } from './texts/texts.ts';
import './pictures.css';

/** A picture in its place, with the words that stand for it; none is fine. */
export function PictureField(props: FieldProps<ShownPicture | null>) {
  const t = useTexts(texts);
  const bound = useBinding<ShownPicture | null>(props, null);
  const [picking, setPicking] = useState(false);
  const picture = bound.value;
  return (
    <fieldset className="field-group" disabled={props.disabled}>
      <legend className={props.hideLabel ? 'visually-hidden' : 'mantine-InputWrapper-label'}>{props.label}</legend>
      {picture ? (
        <>
          <img className="picture-shown" src={picture.address} alt={picture.name} />
          <TextField
            label={t('shows')}
            hint={t('showsHint')}
            value={picture.name}
            onChange={(name) => bound.set({ ...picture, name })}
          />
        </>
      ) : null}
      <div className="row gap-small">
        <Button icon={<IconPhoto size={16} />} onClick={() => setPicking(true)}>
          {t(picture ? 'chooseAnother' : 'choosePicture')}
        </Button>
        {picture ? (
          <Button look="quiet" onClick={() => bound.set(null)}>
            {t('noPicture')}
          </Button>
        ) : null}
      </div>
      <PicturePicker
        open={picking}
        onClose={() => setPicking(false)}
        onPick={({ address, name, width, height }) => {
          setPicking(false);
          bound.set({ address, name, width, height });
        }}
      />
    </fieldset>
  );
}
