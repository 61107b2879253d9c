import type { Variant } from '../../../contract/content.ts';
import { useBinding } from '../form/binding.ts';
import { Checkbox, Switch } from '../form/toggle-fields.tsx';
import { useFormStore } from '../form/use-form.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { texts } from './texts/texts.ts';
import type { Preview } from './use-preview.ts';

interface EmbeddedFieldsProps {
  /** Where the variant stands in the form: `variants.en`, or `variant`. */
  path: string;
  preview: Preview | undefined;
  disabled?: boolean | undefined;
}

/** Whether the pictures go with a message: all of them, or those that are ticked. */
export function EmbeddedFields({ path, preview, disabled }: EmbeddedFieldsProps) {
  const t = useTexts(texts);
  const format = useFormat();
  const variant = useFormStore()?.get(path) as Variant | undefined;
  const { value: left, set } = useBinding<string[]>({ name: `${path}.notEmbedded` }, []);
  const { along = 0, pictures = [] } = preview ?? {};
  const choosable = variant?.embedded && (pictures.length > 1 || left.length > 0) ? pictures : [];
  const goes = (token: string, yes: boolean) => {
    const others = left.filter((one) => one !== token);
    set(yes ? others : [...others, token]);
  };
  return (
    <div className="stack gap-small">
      <Switch
        name={`${path}.embedded`}
        label={t('embedded')}
        hint={along > 0 ? t('embeddedWeight', { size: format.bytes(along) }) : t('embeddedHint')}
        disabled={disabled}
      />
      {choosable.length > 0 ? (
        <fieldset className="embedded-pictures">
          <legend className="visually-hidden">{t('embeddedWhich')}</legend>
          {choosable.map(({ token, name, size }) => (
            <Checkbox
              key={token}
              label={`${name} · ${format.bytes(size)}`}
              value={!left.includes(token)}
              onChange={(yes) => goes(token, yes)}
              disabled={disabled}
            />
          ))}
        </fieldset>
      ) : null}
    </div>
  );
}
