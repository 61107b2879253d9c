import {
  type BuiltInChoice,
  type ContentChannel,
  listBuiltInTemplates,
  listTemplates,
} from '../../../../contract/content.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { LANGUAGE_NAMES, LANGUAGES, nearestLanguage } from '../../i18n/languages.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { quickTexts } from './quick-texts/texts.ts';

interface Chosen {
  templateId: string | null;
  builtIn: BuiltInChoice | null;
}

interface QuickTemplateProps extends Chosen {
  channel: ContentChannel;
  error: string | undefined;
  onChange: (chosen: Chosen) => void;
}

const NOTHING: Chosen = { templateId: null, builtIn: null };

/** E18, O38: a template of the kind, the house’s own or one that comes along, which is there in four languages. */
export function QuickTemplate({ channel, templateId, builtIn, error, onChange }: QuickTemplateProps) {
  const t = useTexts(quickTexts);
  const language = nearestLanguage([useFormat().language]);
  const own = useEndpoint(listTemplates, { limit: 500, channel }).data?.rows ?? [];
  const ready = useEndpoint(listBuiltInTemplates, { language, channel }).data?.templates ?? [];
  const choose = (value: string | null) => {
    const key = ready.find((one) => one.key === value)?.key;
    if (key) onChange({ templateId: null, builtIn: { key, language: builtIn?.language ?? language } });
    else onChange({ ...NOTHING, templateId: value });
  };
  return (
    <>
      <SelectField
        label={t('template')}
        hint={ready.find(({ key }) => key === builtIn?.key)?.description}
        clearable
        nothing={t('noTemplate')}
        value={builtIn?.key ?? templateId}
        error={error}
        onChange={choose}
        choices={[
          ...own.map(({ id, name, language: written }) => ({
            value: id as string,
            label: `${name} · ${LANGUAGE_NAMES[written]}`,
          })),
          ...ready.map(({ key, name }) => ({ value: key as string, label: t('comesAlong', { name }) })),
        ]}
      />
      {builtIn ? (
        <SelectField
          label={t('templateLanguage')}
          value={builtIn.language}
          onChange={(chosen) => chosen && onChange({ templateId: null, builtIn: { ...builtIn, language: chosen } })}
          choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
      ) : null}
    </>
  );
}
