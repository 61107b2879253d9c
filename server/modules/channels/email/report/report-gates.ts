import type { ContentVersionId } from '../../../../../contract/ids.ts';
import type { Db, Tx } from '../../../../platform/database/open-database.ts';
import type { Gate } from '../../../consent/index.ts';
import { layoutsOf, loadContentVersion } from '../../../content/index.ts';
import { dataGates } from '../../letter/data-gates.ts';

/** A14: an e-mail with report leaves out whoever lacks what one of its layouts needs. */
export const reportGates = async (
  db: Db | Tx,
  { report, contentVersionId }: { report: boolean; contentVersionId: ContentVersionId | null },
): Promise<readonly Gate[]> => {
  if (!report || contentVersionId === null) return [];
  const { variants } = await loadContentVersion(db, contentVersionId);
  const needs = Object.values(await layoutsOf(db, variants)).flatMap((design) => design.needs);
  return dataGates(db, [...new Set(needs)]);
};
