import type { Variant } from '../../../contract/content.ts';
import type { Language } from '../../../contract/messages/index.ts';
import { type CompileTerms, inPart, readBody, withLinks } from './compile-part.ts';
import { withDirectLink } from './model/direct-link.ts';
import { parseTemplate } from './model/liquid/parse.ts';
import { asIs, renderText, type Template } from './model/liquid/template.ts';

/** One language of a message that is text alone, compiled: nothing is added to it. */
export interface CompiledText {
  language: Language;
  text: Template;
}

/** Throws PartError. */
export const compileText = ({ text }: Variant, terms: CompileTerms): CompiledText =>
  inPart('text', text ?? '', () => {
    const tokens = withLinks(withDirectLink(readBody(text ?? '', 'text', terms), 'text'), 'text', terms);
    return { language: terms.language, text: parseTemplate(tokens, terms.fields, terms.language) };
  });

/** `missing` hears of fields without a value. Throws RenderError. */
export const renderPlain = (
  { text }: CompiledText,
  values: readonly (string | null)[],
  missing?: (field: string) => void,
): string => renderText(text, values, asIs, missing).trim();
