import { sql } from 'kysely';
import type { InputOf } from '../../../../contract/endpoint.ts';
import { LayoutDesign } from '../../../../contract/layouts.ts';
import type * as api from '../../../../contract/letters.ts';
import type { LetterBatch } from '../../../../contract/letters.ts';
import type { Page } from '../../../../contract/paging.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { Invalid } from '../../../platform/errors.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { type Press, type PrintedDocument, readReturnCode } from '../../layouts/index.ts';
import { getBatch, pageOfBatches } from './batch.views.ts';
import type { PostalAddress } from './model/postal-address.ts';
import { sealBatch, type Weighed } from './seal-batch.ts';

export const listLetterBatches = async (
  { db }: { db: Db },
  actor: Actor,
  input: InputOf<typeof api.listLetterBatches>,
): Promise<Page<LetterBatch>> => {
  authorise(actor, 'campaign.see');
  return pageOfBatches(db, input);
};

interface Stored extends Weighed {
  code: string;
  document: PrintedDocument & { place: PostalAddress };
}

/** The letters as they were made, in a batch of its own: the first stays what it was. */
export const reprintLetters = async (
  { db, clock, press }: { db: Db; clock: Clock; press: Press },
  actor: Actor,
  { id, name, codes }: InputOf<typeof api.reprintLetters>,
): Promise<LetterBatch> => {
  authorise(actor, 'campaign.run');
  return db.transaction().execute(async (tx) => {
    const batch = await getBatch(tx, id);
    const letters = await storedLetters(tx, batch, codes);
    const terms = {
      ...batch,
      name,
      reprintOf: batch,
      design: await designOf(tx, id),
      enclosures: [],
      at: clock.now(),
      by: actor.userId,
    };
    const prints = letters.map(({ code, document }) => ({ code, document, address: document.place }));
    const again = await sealBatch(tx, press, terms, prints, (_, letter) => letters[letter] as Weighed);
    return getBatch(tx, again.id);
  });
};

/** Throws Invalid at the field `codes`. */
const storedLetters = async (tx: Tx, batch: LetterBatch, codes: readonly string[] | null): Promise<Stored[]> => {
  const wanted = codes?.map((code) => readReturnCode(code) ?? code) ?? null;
  const { rows } = await sql<Stored>`
    select code, pages, grams, cost_minor::float8 as cost_minor, document from letter
    where batch_id = ${batch.reprintOf?.id ?? batch.id} and (${wanted}::text[] is null or code = any(${wanted})) order by place`.execute(
    tx,
  );
  const found = new Set(rows.map(({ code }) => code));
  const unknown = wanted?.find((code) => !found.has(code));
  if (unknown !== undefined) throw new Invalid('codes', 'letter_code_unknown', { code: unknown });
  return rows;
};

const designOf = async (tx: Tx, id: string): Promise<LayoutDesign> => {
  const { rows } = await sql<{ design: unknown }>`select design from letter_batch where id = ${id}`.execute(tx);
  return LayoutDesign.parse(rows[0]?.design);
};
