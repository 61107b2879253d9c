import type { Variant } from '../../../contract/content.ts';
import type { LayoutDesign } from '../../../contract/layouts.ts';
import type { Language } from '../../../contract/messages/index.ts';
import { compileLanguages, STRAIGHT, type WrittenContent } from './compile-content.ts';
import { compileEmail } from './compile-email.ts';
import { letterWith } from './compile-letter.ts';
import { type CompileTerms, inPart } from './compile-part.ts';
import { compileText } from './compile-text.ts';
import type { Layouts } from './layouts-of.ts';
import { bareFields } from './model/liquid/bare-fields.ts';
import type { FieldKind } from './model/liquid/names.ts';
import type { Template } from './model/liquid/template.ts';
import { MESSAGE_FIELDS, withMessageFields } from './model/message-fields.ts';
import { reportVariants } from './model/report-variants.ts';
import { parseScript } from './render-script.ts';

export interface NeededField {
  field: string;
  perAsset: boolean;
  /** In which texts it is put out with nothing to stand for it. */
  languages: Language[];
}

/** All that is merged for a recipient of an action. */
export interface MergedContent extends WrittenContent {
  channel: string;
  layouts: Layouts;
  /** The layout of letters. */
  layout: LayoutDesign | null;
  /** An e-mail with report. */
  report: boolean;
}

interface Templates {
  language: Language;
  templates: Template[];
}

type Parts = (variant: Variant, terms: CompileTerms) => Template[];

const partsOfEmail: Parts = (variant, terms) => {
  const { subject, preheader, html, text } = compileEmail(variant, terms);
  return [subject, preheader, ...(html ? [html] : []), text];
};

const partsOfLetter =
  (layout: LayoutDesign | null | undefined): Parts =>
  (variant, terms) => {
    const around = layout ? [...layout.facts.map(({ value }) => value), layout.closing] : [];
    const { subject, text, added } = letterWith(around)(variant, terms);
    return [subject, text, ...added];
  };

const partsOfScript: Parts = (variant, { language, fields, articles }) => [
  inPart('text', variant.text ?? '', () => parseScript(variant, language, fields, articles)),
];

/** With the report in the reader's language, or that of the main one. */
const partsWithReport =
  ({ variants, defaultLanguage, layouts }: MergedContent): Parts =>
  (variant, terms) => {
    const reports = reportVariants(variants);
    const language = reports[terms.language] ? terms.language : defaultLanguage;
    const [report, written] = [variants[language]?.report, reports[language]];
    const set = report && written ? partsOfLetter(layouts[report.layoutId])(written, terms) : [];
    return [...partsOfEmail(variant, terms), ...set];
  };

const partsOf = (content: MergedContent): Parts => {
  if (content.channel === 'sms') return (variant, terms) => [compileText(variant, terms).text];
  if (content.channel === 'letter') return partsOfLetter(content.layout);
  if (content.channel !== 'email') return partsOfScript;
  return content.report ? partsWithReport(content) : partsOfEmail;
};

/** What a recipient must have for no gap in his message. A text that cannot be compiled asks for nothing; its faults are told elsewhere. */
export const neededFields = (content: MergedContent, known: ReadonlyMap<string, FieldKind>): NeededField[] => {
  const parts = partsOf(content);
  const compile = (variant: Variant, terms: CompileTerms): Templates => ({
    language: terms.language,
    templates: parts(variant, terms),
  });
  const { compiled, fields } = compileLanguages(compile, content, known, STRAIGHT);
  const kinds = withMessageFields(known);
  const slots = [...MESSAGE_FIELDS, ...fields].map((name) => ({ name, kind: kinds.get(name) ?? TEXT }));
  const bare = compiled.map(({ language, templates }) => ({
    language,
    names: new Set(templates.flatMap((template) => bareFields(template, slots))),
  }));
  return fields.flatMap((field) => {
    const languages = bare.filter(({ names }) => names.has(field)).map(({ language }) => language);
    return languages.length === 0 ? [] : [{ field, perAsset: known.get(field)?.perAsset === true, languages }];
  });
};

const TEXT: FieldKind = { type: 'text', currency: null };
