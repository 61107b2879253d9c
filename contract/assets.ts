import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { AssetId, AssetTypeId, CompanyId, ContactId, UserId } from './ids.ts';
import { Day, Moment } from './moment.ts';
import { Ok, PageInput, pageOf } from './paging.ts';
import { CustomValues, Named, Tags, text } from './party.ts';

const TAG = 'Assets';

export const AssetType = z.object({
  id: AssetTypeId,
  /** Names the type in rules, texts and imports; never changes. */
  key: z.string(),
  name: z.string(),
  /** What identifies one: "Registration number". Empty: just "Identifier". */
  identifierLabel: z.string(),
  position: z.number().int(),
  archived: z.boolean(),
  assets: z.number().int(),
  fields: z.number().int(),
});
export type AssetType = z.output<typeof AssetType>;

export const listAssetTypes = endpoint({
  name: 'listAssetTypes',
  method: 'GET',
  path: '/api/asset-types',
  input: z.object({}),
  output: z.object({ types: z.array(AssetType) }),
  summary: 'The kinds of things customers own, archived ones too',
  tag: TAG,
});
export const createAssetType = endpoint({
  name: 'createAssetType',
  method: 'POST',
  path: '/api/asset-types',
  input: z.object({
    name: z.string().trim().min(1).max(80),
    identifierLabel: z.string().trim().max(80).default(''),
    /** Made from the name when absent. */
    key: z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,39}$/)
      .optional(),
  }),
  output: AssetType,
  summary: 'Adds a kind of thing customers own; its own fields are custom fields',
  tag: TAG,
});
export const updateAssetType = endpoint({
  name: 'updateAssetType',
  method: 'PATCH',
  path: '/api/asset-types/:id',
  input: z.object({
    id: AssetTypeId,
    name: z.string().trim().min(1).max(80).optional(),
    identifierLabel: z.string().trim().max(80).optional(),
    position: z.number().int().min(0).max(10_000).optional(),
    archived: z.boolean().optional(),
  }),
  output: AssetType,
  summary: 'Renames, reorders or archives an asset type; its key stays',
  tag: TAG,
});

const assetInput = {
  name: z.string().trim().max(200),
  identifier: text(100),
  /** The owner: a person, a firm, or a person and the firm. */
  contactId: ContactId.nullable(),
  companyId: CompanyId.nullable(),
  acquiredOn: Day.nullable(),
  /** Sold, scrapped, dead: it is kept, and no longer among what the owner has. */
  disposedOn: Day.nullable(),
  tags: Tags,
  custom: CustomValues,
};

export const Asset = z.object({
  id: AssetId,
  type: Named(AssetTypeId),
  name: z.string(),
  identifier: z.string().nullable(),
  contact: Named(ContactId).nullable(),
  company: Named(CompanyId).nullable(),
  acquiredOn: Day.nullable(),
  disposedOn: Day.nullable(),
  tags: z.array(z.string()),
  custom: CustomValues,
  createdAt: Moment,
  updatedAt: Moment,
});
export type Asset = z.output<typeof Asset>;

export const AssetFilters = z.object({
  typeId: AssetTypeId.optional(),
  contactId: ContactId.optional(),
  companyId: CompanyId.optional(),
  tag: z.string().max(60).optional(),
  /** Whose owner this user looks after. */
  accountManagerId: UserId.optional(),
  held: z.enum(['owned', 'disposed']).optional(),
});
export type AssetFilters = z.output<typeof AssetFilters>;

export const ASSET_SORTS = ['name', 'type', 'identifier', 'owner', 'acquiredOn', 'createdAt'] as const;

const ById = z.object({ id: AssetId });

export const listAssets = endpoint({
  name: 'listAssets',
  method: 'GET',
  path: '/api/assets',
  input: PageInput.extend(AssetFilters.shape),
  output: pageOf(Asset),
  summary:
    'What customers own: searched, filtered, sorted (also by a custom field as `custom.<key>`), a page at a time',
  tag: TAG,
});
export const getAsset = endpoint({
  name: 'getAsset',
  method: 'GET',
  path: '/api/assets/:id',
  input: ById,
  output: Asset,
  summary: 'One asset with its owners',
  tag: TAG,
});
export const createAsset = endpoint({
  name: 'createAsset',
  method: 'POST',
  path: '/api/assets',
  input: z.object(assetInput).partial().extend({ typeId: AssetTypeId }),
  output: Asset,
  summary: 'Adds something a customer owns; a name or an identifier is needed',
  tag: TAG,
});
export const updateAsset = endpoint({
  name: 'updateAsset',
  method: 'PATCH',
  path: '/api/assets/:id',
  input: z.object(assetInput).partial().extend({ id: AssetId }),
  output: Asset,
  summary: 'Changes the fields that are given, the owner too; its type stays',
  tag: TAG,
});
export const deleteAsset = endpoint({
  name: 'deleteAsset',
  method: 'DELETE',
  path: '/api/assets/:id',
  input: ById,
  output: Ok,
  summary: 'Deletes an asset; its owner stays',
  tag: TAG,
});
