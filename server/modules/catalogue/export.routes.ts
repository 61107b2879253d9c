import { z } from 'zod';
import { ProductFilters } from '../../../contract/catalogue.ts';
import { LineFilters } from '../../../contract/catalogue-revisions.ts';
import { PriceRevisionId } from '../../../contract/ids.ts';
import { LANGUAGES } from '../../../contract/messages/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import { streamTable } from '../../platform/files/table-export.ts';
import { languageOf } from '../../platform/http/problem.ts';
import { bare, type Exchange } from '../../platform/http/route.ts';
import { type Actor, authorise, findInstallation } from '../access/index.ts';
import { linesTable, productsTable } from './export-tables.ts';
import { allProducts, listToShow } from './product.views.ts';
import { headOf } from './revision.views.ts';
import { todayOf } from './today.ts';

const Asked = z.object({
  format: z.enum(['csv', 'xlsx']),
  /** Of the headers; otherwise the browser's. */
  words: z.enum(LANGUAGES).optional(),
  search: z.string().trim().max(200).optional(),
});

const read = <S extends z.ZodType>(schema: S, { request }: Exchange): z.output<S> => {
  const asked = schema.safeParse({ ...(request.query as object), ...(request.params as object) });
  if (asked.success) return asked.data;
  throw new Invalid(String(asked.error.issues[0]?.path[0] ?? 'format'), 'invalid', { reason: 'query' });
};

const separatorIn = (language: string) => (language === 'en' ? ',' : ';');

export const exportProducts = bare<{ db: Db; clock: Clock }, Actor>({
  method: 'GET',
  path: '/api/products/export',
  access: 'session',
  summary: 'Every product that the search and the filters leave, as a CSV or Excel file',
  handle: async ({ db, clock }, actor, exchange) => {
    authorise(actor, 'catalogue.see');
    const { format, words, ...filters } = read(Asked.extend(ProductFilters.shape), exchange);
    const language = words ?? languageOf(exchange.request);
    const day = await todayOf(db, clock);
    const list = await listToShow(db, filters.listId, (await findInstallation(db))?.currency ?? 'EUR');
    const table = productsTable(allProducts(db, filters, { list, day }), list, language);
    return streamTable(exchange.reply, {
      ...table,
      format,
      fileName: `${table.name}-${day}`,
      separator: separatorIn(language),
    });
  },
});

export const exportRevision = bare<{ db: Db; clock: Clock }, Actor>({
  method: 'GET',
  path: '/api/price-revisions/:id/export',
  access: 'session',
  summary: 'The lines of a rehearsal, as a CSV or Excel file',
  handle: async ({ db, clock }, actor, exchange) => {
    authorise(actor, 'catalogue.see');
    const schema = Asked.extend(LineFilters.shape).extend({ id: PriceRevisionId });
    const { format, words, id, ...filters } = read(schema, exchange);
    const language = words ?? languageOf(exchange.request);
    const today = await todayOf(db, clock);
    const revision = await headOf(db, id);
    const table = linesTable(db, revision, today, filters, language);
    return streamTable(exchange.reply, {
      ...table,
      format,
      fileName: `${table.name}-${today}`,
      separator: separatorIn(language),
    });
  },
});
