import { type RawBuilder, sql } from 'kysely';
import type { ActionId } from '../../../../contract/ids.ts';
import type { LetterBatch } from '../../../../contract/letters.ts';
import type { Page, PageInput } from '../../../../contract/paging.ts';
import { keyset } from '../../../platform/database/keyset.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { NotFound } from '../../../platform/errors.ts';
import { userName } from '../../access/index.ts';

type Row = Omit<LetterBatch, 'sealedAt' | 'takenAt'> & { sealedAt: Date; takenAt: Date | null };

const present = ({ sealedAt, takenAt, costMinor, bytes, ...row }: Row): LetterBatch => ({
  ...row,
  costMinor: Number(costMinor),
  bytes: Number(bytes),
  sealedAt: sealedAt.toISOString(),
  takenAt: takenAt?.toISOString() ?? null,
});

const batches = (where: RawBuilder<unknown>, more: RawBuilder<unknown> = sql``) => sql<Row>`
  select b.id, b.name, b.campaign_id, coalesce(c.name, '') as campaign_name, b.action_id, b.run_id, b.proof,
    case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.name) end as reprint_of, b.letters, b.pages, b.grams, b.cost_minor,
    b.currency, b.sha256, b.bytes, b.sealed_at, ${userName(sql`b.sealed_by`)} as sealed_by, b.taken_at, ${userName(sql`b.taken_by`)} as taken_by,
    (select count(*)::int from letter l where l.batch_id = b.id and l.returned_at is not null) as returned ${more}
  from letter_batch b left join campaign c on c.id = b.campaign_id left join letter_batch o on o.id = b.reprint_of
  where ${where}`;

export const pageOfBatches = async (
  db: Db,
  input: Pick<PageInput, 'after' | 'limit' | 'search'> & { campaignId?: string | undefined },
): Promise<Page<LetterBatch>> => {
  const paging = keyset(
    { ...input, sort: 'sealedAt', direction: 'desc' },
    { sealedAt: { by: sql`b.sealed_at`, type: 'timestamptz' } },
    {
      sort: 'sealedAt',
      id: sql`b.id`,
    },
  );
  const search = `%${(input.search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const where = sql`not b.proof and b.name ilike ${search} and (${input.campaignId ?? null}::uuid is null or b.campaign_id = ${input.campaignId ?? null})`;
  const { rows } = await sql<Row & { pageKey: string }>`
    ${batches(sql`${where} and ${paging.where}`, sql`, ${paging.key} as page_key`)} ${paging.order} limit ${paging.limit}`.execute(
    db,
  );
  const { rows: counted } = await sql<{
    total: number;
  }>`select count(*)::int as total from letter_batch b where ${where}`.execute(db);
  const page = paging.page(rows, counted[0]?.total ?? 0);
  return { ...page, rows: page.rows.map(present) };
};

/** Throws NotFound. */
export const getBatch = async (db: Db | Tx, id: string): Promise<LetterBatch> => {
  const { rows } = await batches(sql`b.id = ${id}`).execute(db);
  if (!rows[0]) throw new NotFound('letter_batch');
  return present(rows[0]);
};

export interface LetterCost {
  actionId: ActionId;
  letters: number;
  totalMinor: number;
}

/** What the letters of a campaign's actions cost, reprints too, proofs left out. */
export const readLetterCosts = async (db: Db, campaignId: string, currency: string): Promise<LetterCost[]> => {
  const { rows } = await sql<LetterCost>`
    select action_id, sum(letters)::int as letters, sum(cost_minor)::float8 as total_minor
    from letter_batch where campaign_id = ${campaignId} and currency = ${currency} and not proof group by 1`.execute(
    db,
  );
  return rows;
};
