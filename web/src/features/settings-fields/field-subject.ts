import type { CustomField } from '../../../../contract/custom-fields.ts';

/** Whose fields: every record of an entity, or only assets or interactions of one type. */
export type FieldSubject = Pick<CustomField, 'entity' | 'assetTypeId' | 'interactionTypeId'>;

export const isOf = (field: FieldSubject, subject: FieldSubject): boolean =>
  field.entity === subject.entity &&
  field.assetTypeId === subject.assetTypeId &&
  field.interactionTypeId === subject.interactionTypeId;
