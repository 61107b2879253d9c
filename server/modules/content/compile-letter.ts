import type { Variant } from '../../../contract/content.ts';
import type { Language } from '../../../contract/messages/index.ts';
import { type CompileTerms, inPart, read, readBody } from './compile-part.ts';
import { withDirectLink } from './model/direct-link.ts';
import type { FieldSlots } from './model/liquid/names.ts';
import { parseTemplate } from './model/liquid/parse.ts';
import { type Escape, renderText, type Template } from './model/liquid/template.ts';
import type { Token } from './model/liquid/tokenize.ts';

/** One language of a letter, compiled: subject, text, and what its layout adds, such as facts beside the address. */
export interface CompiledLetter {
  language: Language;
  subject: Template;
  text: Template;
  added: Template[];
}

const parsed = (tokens: readonly Token[], fields: FieldSlots, language: Language): Template =>
  parseTemplate(withDirectLink(tokens, 'text'), fields, language);

/** Throws PartError; a fault in what the layout adds is told at the text. */
export const letterWith =
  (added: readonly string[]) =>
  ({ subject, text }: Variant, terms: CompileTerms): CompiledLetter => {
    const { fields, language } = terms;
    return {
      language,
      subject: inPart('subject', subject, () => parsed(read(subject), fields, language)),
      text: inPart('text', text ?? '', () => parsed(readBody(text ?? '', 'text', terms), fields, language)),
      added: inPart('text', '', () => added.map((source) => parsed(read(source), fields, language))),
    };
  };

export interface RenderedLetter {
  subject: string;
  text: string;
  added: string[];
}

/** `escaped` is applied to the values in the text alone; `missing` hears of fields without a value. Throws RenderError. */
export const renderLetter = (
  { subject, text, added }: CompiledLetter,
  values: readonly (string | null)[],
  escaped: Escape,
  missing?: (field: string) => void,
): RenderedLetter => {
  const plainly = (template: Template) => renderText(template, values, (value) => value, missing).trim();
  return {
    subject: plainly(subject).replace(/\s+/g, ' '),
    text: renderText(text, values, escaped, missing).trim(),
    added: added.map(plainly),
  };
};
