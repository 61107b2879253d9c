import { useMemo } from 'react';
import { listMergeFields, type MergeField } from '../../../contract/content.ts';
import { DIRECT_LINK_CODE } from '../../../contract/direct-link.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { nearestLanguage } from '../i18n/languages.ts';
import { useFormat } from '../i18n/use-format.ts';

export interface NamedField extends MergeField {
  /** In the language of the interface. */
  title: string;
}

/** Every asset of the message, one after the other. */
const assetLoop = (inHtml: boolean): string => {
  const [before, after] = inHtml ? ['<li>', '</li>'] : ['- ', '\n'];
  const loop = `{% for asset in assets %}${before}{{ asset.name }} {{ asset.identifier }}${after}{% endfor %}`;
  return inHtml ? `<ul>${loop}</ul>` : loop;
};

/** Signs that would end the words, or the field. */
const withoutSigns = (words: string): string => words.replace(/["{}%<>&]/g, '').trim();

/** What is written into the text for a field; in HTML a link becomes one. `fallback`: what stands there for whoever lacks it. */
export const writtenField = (field: NamedField, inHtml: boolean, fallback = ''): string => {
  if (field.name === 'assets') return assetLoop(inHtml);
  const words = field.group === 'message' ? '' : withoutSigns(fallback);
  const filled = words === '' ? `{{ ${field.name} }}` : `{{ ${field.name} | default: "${words}" }}`;
  const value = field.name === 'direct_link_url' ? DIRECT_LINK_CODE : filled;
  return inHtml && field.name.endsWith('_url') ? `<a href="${value}">${field.title}</a>` : value;
};

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
