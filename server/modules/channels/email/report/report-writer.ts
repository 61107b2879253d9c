import type { LayoutDesign } from '../../../../../contract/layouts.ts';
import { LANGUAGES, type Language } from '../../../../../contract/messages/index.ts';
import type { Report } from '../../../../../contract/reports.ts';
import { type FieldKind, RenderError, reportVariants, type WrittenContent } from '../../../content/index.ts';
import { imagesOf, type Press, PressClosed } from '../../../layouts/index.ts';
import type { EnclosedFile, Parcel, RenderFailure } from '../../channel.ts';
import { LetterWriter } from '../../letter/letter-writer.ts';
import { reportHeads } from '../../letter/seal-batch.ts';
import { ASSET_FIELDS, ownedAssets } from './model/owned-assets.ts';

interface ReportTerms {
  content: WrittenContent & { layouts: Readonly<Record<string, LayoutDesign>> };
  fields: ReadonlyMap<string, FieldKind>;
  campaignName: string;
  /** Where a recipient's personal link leads; `{token}` is filled in. */
  directLink: string;
  /** Of the account, for lines without a sender of their own. */
  senderName: string;
  on: Date;
  timeZone: string;
  press: Press;
}

interface Written {
  report: Report;
  design: LayoutDesign;
  writer: LetterWriter;
  /** Where its values begin among those of all languages. */
  from: number;
}

/** Makes each recipient's report: compiled once a run, set from the values that stand in the intent. */
export class ReportWriter {
  /** Whose values `print` needs, in order. */
  readonly fields: readonly string[];
  readonly #terms: ReportTerms;
  readonly #written = new Map<Language, Written>();

  /** Throws ContentFaults. */
  constructor(terms: ReportTerms) {
    this.#terms = terms;
    const fields: string[] = [...ASSET_FIELDS];
    for (const language of LANGUAGES) {
      const written = this.#writtenIn(language, fields.length);
      if (!written) continue;
      this.#written.set(language, written);
      fields.push(...written.writer.fields);
    }
    this.fields = fields;
  }

  #writtenIn(language: Language, from: number): Written | null {
    const { content, fields, campaignName, on, timeZone } = this.#terms;
    const report = content.variants[language]?.report;
    const design = report && content.layouts[report.layoutId];
    if (!design) return null;
    const { [language]: variant } = reportVariants(content.variants);
    const own = { defaultLanguage: language, variants: { [language]: variant }, articles: content.articles };
    const terms = { design, content: own, fields, enclosures: [], campaignName, on, timeZone };
    return { report, design, writer: new LetterWriter(terms), from };
  }

  /** `values` are those of `fields`. */
  async print(parcel: Parcel, values: Parcel['values']): Promise<EnclosedFile | RenderFailure | null> {
    const { content, senderName, directLink, press } = this.#terms;
    const written = this.#written.get(parcel.language ?? content.defaultLanguage) ?? this.#main();
    if (!written) return null;
    const { report, design, writer, from } = written;
    try {
      const document = writer.write({
        language: parcel.language,
        address: [],
        values: values.slice(from, from + writer.fields.length),
        senderName: parcel.sender?.name || senderName,
        code: null,
        assets: ownedAssets(values),
        directLink: directLink.replace('{token}', parcel.token),
      });
      const title = document.subject ?? report.fileName;
      const job = { title, author: senderName, heads: reportHeads(design), images: imagesOf(design) };
      const { pdf } = await press.print({ ...job, documents: [document] });
      return { name: `${report.fileName}.pdf`, type: 'application/pdf', content: pdf };
    } catch (error) {
      if (error instanceof PressClosed) throw error;
      return failureOf(parcel.no, error);
    }
  }

  #main(): Written | undefined {
    return this.#written.get(this.#terms.content.defaultLanguage);
  }
}

/** Also a press that breaks: an intent that stands must be settled. */
const failureOf = (no: number, error: unknown): RenderFailure => ({
  no,
  field: error instanceof RenderError ? error.field : 'report',
  message: error instanceof Error ? error.message : String(error),
});
