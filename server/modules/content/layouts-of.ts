import type { Variants } from '../../../contract/content.ts';
import type { LayoutDesign } from '../../../contract/layouts.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { loadLayout } from '../layouts/index.ts';

/** The layouts of reports, by id. */
export type Layouts = Readonly<Record<string, LayoutDesign>>;

/** As they are now. Throws NotFound. */
export const layoutsOf = async (db: Db | Tx, variants: Variants): Promise<Layouts> => {
  const ids = new Set(Object.values(variants).flatMap((variant) => variant?.report?.layoutId ?? []));
  const layouts: Record<string, LayoutDesign> = {};
  for (const id of ids) layouts[id] = (await loadLayout(db, id)).design;
  return layouts;
};
