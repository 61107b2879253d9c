import type { Variants } from '../../../contract/content.ts';
import { LANGUAGES, type Language } from '../../../contract/messages/index.ts';
import type { FieldProblem } from '../../platform/errors.ts';
import { type CompiledEmail, compileEmail, type EmailTerms, PartError } from './compile-email.ts';
import { createFieldSlots, type FieldKind, type FieldSlots } from './model/liquid/names.ts';
import { placeOf } from './model/liquid/template-error.ts';
import { MESSAGE_FIELDS, withMessageFields } from './model/message-fields.ts';
import { numberLinks } from './model/number-links.ts';

export interface WrittenContent {
  defaultLanguage: Language;
  variants: Variants;
}

/** A content in all its languages, compiled together: they share the slots of their fields. */
export interface CompiledContent {
  /** The fields of the recipient that `values` must bring, in order. */
  readonly fields: readonly string[];
  /** The recipient's language where there is a text in it, otherwise the main one; untracked without pixel and counted links. */
  in(language: Language | null, tracked: boolean): CompiledEmail;
  /** All of them, tracked and untracked. */
  readonly languages: readonly CompiledEmail[];
}

/** The texts of a content that are no valid templates, each with its field, line and column. */
export class ContentFaults extends Error {
  readonly problems: readonly FieldProblem[];

  constructor(problems: readonly FieldProblem[]) {
    super(problems.map(({ field, code }) => `${field}: ${code}`).join(', '));
    this.problems = problems;
  }
}

const faultOf = (language: Language, error: unknown): FieldProblem => {
  if (!(error instanceof PartError)) throw error;
  const { code, at, params } = error.error;
  return { field: `variants.${language}.${error.part}`, code, params: { ...params, ...placeOf(error.source, at) } };
};

export interface CompiledLanguages {
  emails: CompiledEmail[];
  faults: FieldProblem[];
  /** The fields of the recipient, in the order of their slots. */
  fields: readonly string[];
}

/** Compiles every language that can be compiled and tells what is wrong with the others. */
export const compileLanguages = (
  { variants }: Pick<WrittenContent, 'variants'>,
  fields: ReadonlyMap<string, FieldKind>,
  addresses: EmailTerms['addresses'],
  slots: FieldSlots = createFieldSlots(withMessageFields(fields), MESSAGE_FIELDS),
): CompiledLanguages => {
  const links = numbersOf(variants);
  const emails: CompiledEmail[] = [];
  const faults: FieldProblem[] = [];
  for (const language of LANGUAGES) {
    const variant = variants[language];
    if (!variant) continue;
    try {
      emails.push(compileEmail(variant, { language, fields: slots, links, addresses }));
    } catch (error) {
      faults.push(faultOf(language, error));
    }
  }
  return { emails, faults, fields: slots.used.slice(MESSAGE_FIELDS.length) };
};

const UNTRACKED: EmailTerms['addresses'] = { open: null, click: null };

/** Compiles once per run, with and without tracking; both take their values from the same slots. Throws ContentFaults. */
export const compileContent = (
  content: WrittenContent,
  fields: ReadonlyMap<string, FieldKind>,
  addresses: EmailTerms['addresses'],
): CompiledContent => {
  const slots = createFieldSlots(withMessageFields(fields), MESSAGE_FIELDS);
  const { emails, faults } = compileLanguages(content, fields, addresses, slots);
  const main = ({ language }: CompiledEmail) => language === content.defaultLanguage;
  if (faults.length > 0) throw new ContentFaults(faults);
  if (!emails.some(main))
    throw new ContentFaults([{ field: 'defaultLanguage', code: 'content_no_variant', params: {} }]);
  const untracked = compileLanguages(content, fields, UNTRACKED, slots);
  return {
    fields: untracked.fields,
    languages: [...emails, ...untracked.emails],
    in: (wanted, tracked) => {
      const among = tracked ? emails : untracked.emails;
      return (among.find(({ language }) => language === wanted) ?? among.find(main)) as CompiledEmail;
    },
  };
};

/** A text that is no template has no links to number; it is refused where it is compiled, with its place. */
const numbersOf = (variants: Variants): ReturnType<typeof numberLinks> => {
  try {
    return numberLinks(variants);
  } catch {
    return new Map();
  }
};
