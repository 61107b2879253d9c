import {
  getTemplate,
  listBuiltInTemplates,
  listTemplates,
  type PlainChannel,
  type Variant,
} from '../../../contract/content.ts';
import { call } from '../api/call.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { SelectField } from '../form/choice-fields.tsx';
import type { Language } from '../i18n/languages.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { texts } from './texts/texts.ts';

interface TemplateChoiceProps {
  channel: PlainChannel;
  language: Language;
  onUse: (variant: Variant) => void;
}

/** O38: what a text may be begun with: people's own templates, and those that come along. */
export function TemplateChoice({ channel, language, onUse }: TemplateChoiceProps) {
  const t = useTexts(texts);
  const own = useEndpoint(listTemplates, { channel, language, limit: 100 }).data?.rows ?? [];
  const ready = useEndpoint(listBuiltInTemplates, { channel, language }).data?.templates ?? [];
  const take = async (chosen: string | null) => {
    const one = ready.find(({ key }) => key === chosen);
    if (one) onUse(one.variant);
    else if (chosen !== null) onUse((await call(getTemplate, { id: chosen as never })).variant);
  };
  return (
    <SelectField
      label={t('fromTemplate')}
      nothing={t('chooseTemplate')}
      choices={[
        ...own.map(({ id, name }) => ({ value: id as string, label: name })),
        ...ready.map(({ key, name, description }) => ({ value: key as string, label: `${name} · ${description}` })),
      ]}
      value={null}
      onChange={(chosen) => void take(chosen)}
    />
  );
}
