import { z } from 'zod';

/** Keyset paging: `after` is the opaque cursor of the previous answer. */
export const PageInput = z.object({
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  search: z.string().trim().max(200).optional(),
  sort: z.string().max(60).optional(),
  direction: z.enum(['asc', 'desc']).default('asc'),
});
export type PageInput = z.output<typeof PageInput>;

/** One page of a list; `total` is exact and counts what the filters match, or null where counting would cost more than it tells. */
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), next: z.string().nullable(), total: z.number().int().nullable() });

export interface Page<T> {
  rows: T[];
  next: string | null;
  total: number | null;
}

export const Empty = z.object({});
export const Ok = z.object({ ok: z.literal(true) });
