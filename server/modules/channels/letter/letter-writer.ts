import type { LayoutDesign } from '../../../../contract/layouts.ts';
import { LANGUAGES, type Language } from '../../../../contract/messages/index.ts';
import { LOCALES } from '../../../../contract/messages/languages.ts';
import {
  type CompiledContent,
  type CompiledLetter,
  compileLetters,
  type FieldKind,
  type MergeValues,
  NO_ADDRESSES,
  renderLetter,
  slotValues,
  type WrittenContent,
} from '../../content/index.ts';
import type { OwnData } from '../../crm/index.ts';
import {
  asLink,
  type Block,
  barsOf,
  blocksOfText,
  type PrintedDocument,
  shielded,
  spacedCode,
} from '../../layouts/index.ts';
import { assetTable, enclosureList, NAME_OF_DATE } from './model/letter-words.ts';

export interface LetterTo {
  language: Language | null;
  address: string[];
  values: MergeValues;
  senderName: string;
  /** Twelve digits; null for eyes on a screen. */
  code: string | null;
  assets: OwnData['assets'];
  /** Where the personal link leads. */
  directLink: string;
}

interface LetterTerms {
  design: LayoutDesign;
  content: WrittenContent;
  fields: ReadonlyMap<string, FieldKind>;
  enclosures: readonly string[];
  campaignName: string;
  on: Date;
  timeZone: string;
}

/** Writes the letters of a run: compiled once, one document for each recipient. */
export class LetterWriter {
  readonly #terms: LetterTerms;
  readonly #compiled: CompiledContent<CompiledLetter>;

  /** Throws ContentFaults. */
  constructor(terms: LetterTerms) {
    const { design, content, fields } = terms;
    this.#terms = terms;
    this.#compiled = compileLetters(content, fields, [...design.facts.map(({ value }) => value), design.closing]);
  }

  /** Whose values `write` needs, in order. */
  get fields(): readonly string[] {
    return this.#compiled.fields;
  }

  /** `missing` hears of fields without a value. Throws RenderError. */
  write(to: LetterTo, missing?: (field: string) => void): PrintedDocument {
    const { design, enclosures, campaignName } = this.#terms;
    const letter = this.#compiled.in(to.language, false);
    const { senderName, directLink: directLinkUrl } = to;
    const values = slotValues({ ...NO_ADDRESSES, senderName, campaignName, directLinkUrl }, to.values);
    const asWords = (value: string) => (value === directLinkUrl ? asLink(value) : shielded(value));
    const { subject, text, added } = renderLetter(letter, values, asWords, missing);
    const closing = added.at(-1) ?? '';
    const blocks: Block[] = [
      ...blocksOfText(text),
      ...(design.assets && to.assets.length > 0 ? [assetTable(to.assets, letter.language)] : []),
      ...blocksOfText(shielded(closing).replaceAll(shielded(directLinkUrl), asLink(directLinkUrl))),
      ...(enclosures.length > 0
        ? [{ kind: 'space', height: 4 } as const, enclosureList(enclosures, letter.language)]
        : []),
    ];
    return {
      head: LANGUAGES.indexOf(letter.language),
      language: letter.language,
      address: to.address,
      code: to.code === null ? null : { bars: barsOf(to.code), text: spacedCode(to.code) },
      info: [...this.#dateIn(letter.language), ...this.#facts(added)],
      subject: subject || null,
      blocks,
    };
  }

  #dateIn(language: Language) {
    const { design, on, timeZone } = this.#terms;
    if (!design.date) return [];
    const value = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone }).format(on);
    return [{ label: NAME_OF_DATE[language], value }];
  }

  /** One without a value is left out. */
  #facts(values: readonly string[]) {
    return this.#terms.design.facts
      .map(({ label }, place) => ({ label, value: values[place] ?? '' }))
      .filter(({ value }) => value !== '');
  }
}
