import type { Variant } from '../../../contract/content.ts';
import type { Language } from '../../../contract/messages/index.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { WrittenContent } from './compile-content.ts';
import { deriveText } from './derive-text.ts';
import { gatherValues, type LineParty, type MergeValues, recipientFields } from './gather-values.views.ts';
import { type Articles, withArticles } from './model/article.ts';
import { withDirectLink } from './model/direct-link.ts';
import { createFieldSlots, type FieldKind, type FieldSlots } from './model/liquid/names.ts';
import { parseTemplate } from './model/liquid/parse.ts';
import { asIs, renderText, type Template } from './model/liquid/template.ts';
import { tokenize } from './model/liquid/tokenize.ts';
import { MESSAGE_FIELDS, slotValues, withMessageFields } from './model/message-fields.ts';

/** Who says it, in which campaign, and where the personal link leads. */
export interface ScriptFrom {
  senderName: string;
  campaignName: string;
  directLinkUrl: string;
}

interface CompiledScript {
  /** The fields of the recipient, in the order of their values. */
  fields: readonly string[];
  render(values: MergeValues, from: ScriptFrom, missing?: (field: string) => void): string;
}

/** Of what cannot be answered by following a link in it: a script, a letter. */
export const NO_ADDRESSES = {
  unsubscribeUrl: '',
  viewUrl: '',
  answerUrl: '',
  offerUrl: '',
  invoiceUrl: '',
  token: '',
};

/** The text of a variant, or what its HTML says. */
const tokensOf = ({ text, html }: Variant, articles: Articles) =>
  text?.trim()
    ? withDirectLink(withArticles(tokenize(text), articles, deriveText), 'text')
    : deriveText(withDirectLink(withArticles(tokenize(html), articles), 'text'));

/** Throws TemplateError. */
export const parseScript = (variant: Variant, language: Language, fields: FieldSlots, articles: Articles): Template =>
  parseTemplate(tokensOf(variant, articles), fields, language);

/** What is said or done, as plain text. Throws TemplateError. */
export const compileScript = (
  variant: Variant,
  language: Language,
  fields: ReadonlyMap<string, FieldKind>,
  articles: Articles,
): CompiledScript => {
  const slots = createFieldSlots(withMessageFields(fields), MESSAGE_FIELDS);
  const template = parseScript(variant, language, slots, articles);
  return {
    fields: slots.used.slice(MESSAGE_FIELDS.length),
    render: (values, from, missing) =>
      renderText(template, slotValues({ ...NO_ADDRESSES, ...from }, values), asIs, missing).trim(),
  };
};

export interface ScriptFor {
  line: LineParty;
  language: Language | null;
  from: ScriptFrom;
}

/** For one person, in his language where it is written; null when nothing was. */
export const renderScript = async (
  db: Db | Tx,
  { variants, defaultLanguage, articles }: WrittenContent,
  { line, language, from }: ScriptFor,
): Promise<string | null> => {
  const written = language !== null && variants[language] ? language : defaultLanguage;
  const variant = variants[written];
  if (!variant) return null;
  const script = compileScript(variant, written, await recipientFields(db), articles);
  const [values = []] = await gatherValues(db, [line], script.fields);
  return script.render(values, from) || null;
};
