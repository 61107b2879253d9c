import type { RawBuilder } from 'kysely';
import type { Clock } from '../../../../platform/clock.ts';
import type { Db } from '../../../../platform/database/open-database.ts';
import { passes } from '../../../../platform/database/passing-trouble.ts';
import { type Press, PressClosed } from '../../../layouts/index.ts';
import { type MailedDocument, mailedFile, mailedName, mailedTo } from '../../../sales/index.ts';
import type { EnclosedFile, Parcel, RenderFailure } from '../../channel.ts';

interface DocumentTerms {
  db: Db;
  clock: Clock;
  press: Press;
  document: MailedDocument;
  test: boolean;
}

/** Brings each recipient what was issued to him. Which one it is stands in the intent: it is the same whenever it is asked for. */
export class DocumentWriter {
  readonly fields: readonly string[] = [];
  readonly beside: RawBuilder<string | null>;
  readonly #terms: DocumentTerms;

  constructor(terms: DocumentTerms) {
    this.#terms = terms;
    this.beside = mailedTo(terms.document, terms.test);
  }

  /** Null where nothing was issued to him. Throws what passes by itself. */
  async print({ no }: Parcel, [id]: Parcel['values']): Promise<EnclosedFile | RenderFailure | null> {
    if (!id) return null;
    const { document } = this.#terms;
    try {
      const { name, type, body } = await mailedFile(this.#terms, document, id);
      return { name, type, content: Buffer.from(body) };
    } catch (error) {
      if (passes(error) || error instanceof PressClosed) throw error;
      // An intent that stands must be settled.
      return { no, field: document.kind, message: error instanceof Error ? error.message : String(error) };
    }
  }

  async nameOf([id]: Parcel['values']): Promise<string | null> {
    return id ? mailedName(this.#terms.db, this.#terms.document, id) : null;
  }
}
