import { DIRECT_LINK_CODE } from '../../../contract/direct-link.ts';
import type { NamedField } from './use-merge-fields.ts';

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
