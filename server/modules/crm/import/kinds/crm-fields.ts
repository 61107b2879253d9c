import type { CrmEntity } from '../../../../../contract/crm-fields.ts';
import { loadFields } from '../../fields.ts';
import { importableFields } from '../../model/importable-fields.ts';
import type { ImportKind } from '../import-kind.ts';

/** The fields that a file of this kind may fill, archived ones left out. */
export const fieldsOf =
  (entity: CrmEntity): ImportKind['fields'] =>
  async (db, { assetTypeId }) => {
    const fields = [...(await loadFields(db)).values()].filter((field) => !field.archived);
    return importableFields(entity, fields, assetTypeId);
  };
