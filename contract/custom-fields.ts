import { z } from 'zod';
import { CRM_ENTITIES, CUSTOM_FIELD_TYPES, FieldOption } from './crm-fields.ts';
import { endpoint } from './endpoint.ts';
import { AssetTypeId, InteractionTypeId } from './ids.ts';
import { Currency } from './moment.ts';

export const CustomFieldId = z.uuid().brand<'custom_field'>();
export type CustomFieldId = z.output<typeof CustomFieldId>;

export const FIELD_OWNERS = [...CRM_ENTITIES, 'interaction'] as const;
export type FieldOwner = (typeof FIELD_OWNERS)[number];

/** Whose fields: every record of an entity, or only assets or interactions of one type. */
const Subject = {
  entity: z.enum(FIELD_OWNERS),
  assetTypeId: AssetTypeId.nullable(),
  interactionTypeId: InteractionTypeId.nullable(),
};

export const CustomField = z.object({
  id: CustomFieldId,
  ...Subject,
  /** Of the field in rules, texts and imports. */
  name: z.string(),
  key: z.string(),
  label: z.string(),
  type: z.enum(CUSTOM_FIELD_TYPES),
  options: z.array(FieldOption),
  currency: Currency.nullable(),
  position: z.number().int(),
  archived: z.boolean(),
  /** How many records have a value. */
  filled: z.number().int(),
});
export type CustomField = z.output<typeof CustomField>;

export const listCustomFields = endpoint({
  name: 'listCustomFields',
  method: 'GET',
  path: '/api/custom-fields',
  input: z.object({}),
  output: z.object({
    fields: z.array(CustomField),
    /** The types in use that may have fields of their own. */
    types: z.array(z.object({ ...Subject, name: z.string() })),
  }),
  summary: 'The custom fields of every entity and type, archived ones too',
  tag: 'Settings',
});
export const createCustomField = endpoint({
  name: 'createCustomField',
  method: 'POST',
  path: '/api/custom-fields',
  input: z.object({
    entity: Subject.entity,
    assetTypeId: Subject.assetTypeId.default(null),
    interactionTypeId: Subject.interactionTypeId.default(null),
    label: z.string().trim().min(1).max(80),
    /** Names the field in rules, texts and imports; made from the label when absent, never changed afterwards. */
    key: z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,39}$/)
      .optional(),
    type: z.enum(CUSTOM_FIELD_TYPES),
    options: z.array(FieldOption).max(200).default([]),
    currency: Currency.nullable().default(null),
  }),
  output: CustomField,
  summary: 'Defines a custom field',
  tag: 'Settings',
});
export const updateCustomField = endpoint({
  name: 'updateCustomField',
  method: 'PATCH',
  path: '/api/custom-fields/:id',
  input: z.object({
    id: CustomFieldId,
    label: z.string().trim().min(1).max(80).optional(),
    options: z.array(FieldOption).max(200).optional(),
    position: z.number().int().min(0).max(10_000).optional(),
    archived: z.boolean().optional(),
  }),
  output: CustomField,
  summary: 'Renames, reorders or archives a custom field, or changes its choices; its type and key stay',
  tag: 'Settings',
});
