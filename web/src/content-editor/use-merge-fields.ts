import { useMemo } from 'react';
import { listMergeFields, type MergeField } from '../../../contract/content.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { nearestLanguage } from '../i18n/languages.ts';
import { useFormat } from '../i18n/use-format.ts';

export interface NamedField extends MergeField {
  /** In the language of the interface. */
  title: string;
}

/** Offered first on right-click. */
const USUAL = [
  'contact.first_name',
  'contact.last_name',
  'company.name',
  'sender.name',
  'view_url',
  'unsubscribe_url',
  'direct_link_url',
];

/** On paper and on the phone nobody follows a link; the direct link alone is printed or read out. */
const isLink = (name: string): boolean => name.endsWith('_url') && name !== 'direct_link_url';

/** `linkless`: of a text whose readers cannot click. */
export function useMergeFields(linkless = false): { fields: readonly NamedField[]; usual: readonly NamedField[] } {
  const language = nearestLanguage([useFormat().language]);
  const { data } = useEndpoint(listMergeFields, {});
  return useMemo(() => {
    const fields = (data?.fields ?? [])
      .filter(({ name }) => !linkless || !isLink(name))
      .map((field) => ({ ...field, title: field.label[language] }));
    return { fields, usual: USUAL.flatMap((name) => fields.find((field) => field.name === name) ?? []) };
  }, [data, language, linkless]);
}
