import type { Variant, Variants } from '../../../contract/content.ts';
import { LANGUAGES, type Language } from '../../../contract/messages/index.ts';
import type { FieldProblem } from '../../platform/errors.ts';
import { type CompiledEmail, compileEmail } from './compile-email.ts';
import { type CompiledLetter, letterWith } from './compile-letter.ts';
import { type CompileTerms, PartError } from './compile-part.ts';
import { type CompiledText, compileText } from './compile-text.ts';
import type { Articles } from './model/article.ts';
import { createFieldSlots, type FieldKind, type FieldSlots } from './model/liquid/names.ts';
import { placeOf } from './model/liquid/template-error.ts';
import { MESSAGE_FIELDS, withMessageFields } from './model/message-fields.ts';
import { numberLinks } from './model/number-links.ts';

export interface WrittenContent {
  defaultLanguage: Language;
  variants: Variants;
  /** Those that its texts name, as they are now, or as a run has frozen them. */
  articles: Articles;
}

/** All that is compiled, whatever the main language is. */
export type Texts = Pick<WrittenContent, 'variants' | 'articles'>;

/** What a channel makes of a variant, in one language. Throws PartError. */
export type Compile<T> = (variant: Variant, terms: CompileTerms) => T;

/** A content in all its languages, compiled together: they share the slots of their fields. */
export interface CompiledContent<T = CompiledEmail> {
  /** The fields of the recipient that `values` must bring, in order. */
  readonly fields: readonly string[];
  /** All fields that a text names, those of the message itself too. */
  readonly named: ReadonlySet<string>;
  /** The recipient's language where there is a text in it, otherwise the main one; untracked without pixel and counted links. */
  in(language: Language | null, tracked: boolean): T;
  /** All of them, tracked and untracked. */
  readonly languages: readonly T[];
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

export interface CompiledLanguages<T> {
  compiled: T[];
  faults: FieldProblem[];
  /** The fields of the recipient, in the order of their slots. */
  fields: readonly string[];
}

/** Compiles every language that can be compiled and tells what is wrong with the others. */
export const compileLanguages = <T>(
  compile: Compile<T>,
  { variants, articles }: Texts,
  fields: ReadonlyMap<string, FieldKind>,
  led: Led,
  slots: FieldSlots = createFieldSlots(withMessageFields(fields), MESSAGE_FIELDS),
): CompiledLanguages<T> => {
  const links = numbersOf({ variants, articles });
  const compiled: T[] = [];
  const faults: FieldProblem[] = [];
  for (const language of LANGUAGES) {
    const variant = variants[language];
    if (!variant) continue;
    try {
      compiled.push(compile(variant, { language, fields: slots, links, articles, ...led }));
    } catch (error) {
      faults.push(faultOf(language, error));
    }
  }
  return { compiled, faults, fields: slots.used.slice(MESSAGE_FIELDS.length) };
};

/** Where links lead. */
export type Led = Pick<CompileTerms, 'addresses' | 'utm'>;

const UNTRACKED: CompileTerms['addresses'] = { open: null, click: null };
export const STRAIGHT: Led = { addresses: UNTRACKED, utm: null };

/** Compiles once per run, with and without tracking; both take their values from the same slots. Throws ContentFaults. */
const compileFor = <T extends { language: Language }>(
  compile: Compile<T>,
  content: WrittenContent,
  fields: ReadonlyMap<string, FieldKind>,
  led: Led,
): CompiledContent<T> => {
  const slots = createFieldSlots(withMessageFields(fields), MESSAGE_FIELDS);
  const { compiled, faults } = compileLanguages(compile, content, fields, led, slots);
  const main = ({ language }: T) => language === content.defaultLanguage;
  if (faults.length > 0) throw new ContentFaults(faults);
  if (!compiled.some(main))
    throw new ContentFaults([{ field: 'defaultLanguage', code: 'content_no_variant', params: {} }]);
  const untracked = compileLanguages(compile, content, fields, { ...led, addresses: UNTRACKED }, slots);
  return {
    fields: untracked.fields,
    named: slots.named,
    languages: [...compiled, ...untracked.compiled],
    in: (wanted, tracked) => {
      const among = tracked ? compiled : untracked.compiled;
      return (among.find(({ language }) => language === wanted) ?? among.find(main)) as T;
    },
  };
};

export const compileContent = (
  content: WrittenContent,
  fields: ReadonlyMap<string, FieldKind>,
  led: Led,
): CompiledContent => compileFor(compileEmail, content, fields, led);

export const compileTexts = (
  content: WrittenContent,
  fields: ReadonlyMap<string, FieldKind>,
  { click, utm }: { click: string | null; utm: Led['utm'] },
): CompiledContent<CompiledText> => compileFor(compileText, content, fields, { addresses: { open: null, click }, utm });

/** `added`: templates of the layout, which share the fields of the text. */
export const compileLetters = (
  content: WrittenContent,
  fields: ReadonlyMap<string, FieldKind>,
  added: readonly string[],
): CompiledContent<CompiledLetter> => compileFor(letterWith(added), content, fields, STRAIGHT);

/** What is written for a channel, compiled only to find its faults. */
export const faultsOf = (channel: string, content: Texts, fields: ReadonlyMap<string, FieldKind>): FieldProblem[] => {
  const faults = <T>(compile: Compile<T>) => compileLanguages(compile, content, fields, STRAIGHT).faults;
  if (channel === 'sms') return faults(compileText);
  return channel === 'letter' ? faults(letterWith([])) : faults(compileEmail);
};

/** A text that is no template has no links to number; it is refused where it is compiled, with its place. */
const numbersOf = ({ variants, articles }: Texts): ReturnType<typeof numberLinks> => {
  try {
    return numberLinks(variants, articles);
  } catch {
    return new Map();
  }
};
