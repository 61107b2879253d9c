import { BUILT_IN_FIELDS, type CrmEntity } from '../../../contract/crm-fields.ts';
import type { Language } from '../../../contract/messages/index.ts';
import { useFormat } from '../i18n/use-format.ts';

type NameOf<E extends CrmEntity> = Extract<keyof (typeof BUILT_IN_FIELDS)[E], string>;

/** What the built-in fields are called: `label('contact', 'first_name')`. */
export function useFieldLabel(): <E extends CrmEntity>(entity: E, name: NameOf<E>) => string {
  const language = useFormat().language as Language;
  return (entity, name) => {
    const fields: Record<string, { label: Record<Language, string> }> = BUILT_IN_FIELDS[entity];
    return fields[name]?.label[language] ?? name;
  };
}
