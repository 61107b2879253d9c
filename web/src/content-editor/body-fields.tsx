import type { ContentRemark, Variant } from '../../../contract/content.ts';
import { drawDesign } from '../../../contract/content.ts';
import { call } from '../api/call.ts';
import { errorMessage } from '../api/problem.ts';
import { useBinding } from '../form/binding.ts';
import { useFormStore } from '../form/use-form.ts';
import type { Language } from '../i18n/languages.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { confirm } from '../ui/confirm.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { BlockEditor } from './block-editor.tsx';
import { texts as blockTexts } from './block-texts/texts.ts';
import { newDesign } from './new-block.ts';
import { TemplateField } from './template-field.tsx';
import { texts } from './texts/texts.ts';

interface BodyFieldsProps {
  path: string;
  language: Language;
  variant: Variant;
  remarks: readonly ContentRemark[];
  disabled?: boolean | undefined;
}

/** The message itself: put together from blocks, or written as HTML by hand. */
export function BodyFields({ path, language, variant, remarks, disabled }: BodyFieldsProps) {
  const t = useTexts(texts);
  const b = useTexts(blockTexts);
  const store = useFormStore();
  const { error } = useBinding<string>({ name: `${path}.html` }, '');
  const said = remarks.filter(({ field }) => field === `${path}.html`);
  const words = (level: ContentRemark['level']) =>
    said.filter((remark) => remark.level === level).map(({ code, params }) => errorMessage(code, params));
  const { design } = variant;
  const toBlocks = async () => {
    const question = { title: b('toBlocksTitle'), text: b('toBlocksText'), action: b('toBlocks') };
    if (variant.html.trim() === '' || (await confirm(question))) store?.set(`${path}.design`, newDesign());
  };
  const toHtml = async () => {
    if (!design) return;
    store?.set(`${path}.html`, (await call(drawDesign, { design, language })).html);
    store?.set(`${path}.design`, null);
  };
  return (
    <>
      {disabled ? null : (
        <Segmented<'blocks' | 'html'>
          label={b('written')}
          value={design ? 'blocks' : 'html'}
          onChange={(way) => void (way === 'blocks' ? toBlocks() : toHtml())}
          choices={[
            { value: 'blocks', label: b('withBlocks') },
            { value: 'html', label: b('byHand') },
          ]}
        />
      )}
      {design ? (
        <BlockEditor
          design={design}
          disabled={disabled}
          error={error ?? words('error')[0]}
          warnings={words('warning')}
          onChange={(changed) => store?.set(`${path}.design`, changed)}
        />
      ) : (
        <TemplateField name={`${path}.html`} label={t('html')} rows={22} inHtml remarks={remarks} disabled={disabled} />
      )}
    </>
  );
}
