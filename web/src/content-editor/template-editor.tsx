import { useState } from 'react';
import type { ContentRemark, Variant } from '../../../contract/content.ts';
import type { Language } from '../i18n/languages.ts';
import { useShownPerson } from './person-field.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { StartFrom } from './start-from.tsx';
import { usePreview } from './use-preview.ts';
import { isBlank, VariantFields } from './variant-fields.tsx';
import './content-editor.css';

interface TemplateEditorProps {
  language: Language;
  variant: Variant;
  /** Another template is taken to begin with. */
  onReplace: (variant: Variant) => void;
  disabled?: boolean | undefined;
}

/** One language of a text, kept in the form at `variant`, with its preview. */
export function TemplateEditor({ language, variant, onReplace, disabled }: TemplateEditorProps) {
  const [begun, setBegun] = useState(false);
  const [person, pick] = useShownPerson();
  const { preview, stale, remarks } = usePreview({
    defaultLanguage: language,
    variants: { [language]: variant },
    language,
    party: person && { kind: 'contact', id: person.id },
  });
  const atVariant = ({ field, ...remark }: ContentRemark): ContentRemark => ({
    ...remark,
    field: field.replace(`variants.${language}`, 'variant'),
  });
  if (isBlank(variant) && !begun && !disabled) {
    return <StartFrom language={language} onUse={onReplace} onEmpty={() => setBegun(true)} />;
  }
  return (
    <div className="content-editor">
      <VariantFields
        path="variant"
        language={language}
        variant={variant}
        preview={preview}
        remarks={remarks.map(atVariant)}
        disabled={disabled}
      />
      <PreviewPane preview={preview} stale={stale} person={person} onPerson={pick} />
    </div>
  );
}
