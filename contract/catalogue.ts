import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { PriceListId, ProductGroupId, ProductId } from './ids.ts';
import { Currency, Day, Moment } from './moment.ts';
import { Ok, PageInput, pageOf } from './paging.ts';
import { Tags } from './party.ts';

const tag = 'Catalogue';

/** The largest price or cost in minor units: twelve digits. */
export const MAX_AMOUNT = 999_999_999_999;
/** A price or cost in minor units, without VAT. */
export const Amount = z
  .number()
  .int()
  .refine((amount) => amount >= 0 && amount <= MAX_AMOUNT, 'amount_out_of_range');

export const PRODUCT_KINDS = ['product', 'service'] as const;
export const ProductKind = z.enum(PRODUCT_KINDS);
export type ProductKind = z.output<typeof ProductKind>;
/** Which of a country's rates applies is sales' matter; prices here are without VAT. */
export const VAT_CLASSES = ['standard', 'reduced', 'low', 'zero', 'exempt'] as const;
export type VatClass = (typeof VAT_CLASSES)[number];
export const PRICE_LIST_KINDS = ['default', 'period', 'agreed'] as const;
export type PriceListKind = (typeof PRICE_LIST_KINDS)[number];
export const GROUP_LEVELS = 4;

const Named = <T extends z.ZodType>(id: T) => z.object({ id, name: z.string() });
export const ListName = z.object({ id: PriceListId, name: z.string(), currency: Currency });

const fields = {
  number: z.string().trim().min(1).max(60),
  name: z.string().trim().min(1).max(200),
  description: z.string().trim().max(4000),
  kind: ProductKind,
  /** As it is written on an offer: h, pcs, set. */
  unit: z.string().trim().min(1).max(20),
  groupId: ProductGroupId.nullable(),
  vatClass: z.enum(VAT_CLASSES),
  /** What it costs us, without VAT. */
  cost: Amount.nullable(),
  costCurrency: Currency.nullable(),
  tags: Tags,
};

export const ProductRow = z.object({
  id: ProductId,
  number: z.string(),
  name: z.string(),
  kind: ProductKind,
  unit: z.string(),
  group: Named(ProductGroupId).nullable(),
  vatClass: z.enum(VAT_CLASSES),
  cost: z.number().int().nullable(),
  costCurrency: Currency.nullable(),
  tags: z.array(z.string()),
  archived: z.boolean(),
  updatedAt: Moment,
  /** Today's price in the list that was asked for. */
  price: z.object({ amount: z.number().int(), currency: Currency }).nullable(),
});
export type ProductRow = z.output<typeof ProductRow>;

export const Product = ProductRow.omit({ price: true }).extend({
  description: z.string(),
  createdAt: Moment,
  /** In each list: what holds today and what is planned next. */
  prices: z.array(
    z.object({
      list: ListName.extend({ kind: z.enum(PRICE_LIST_KINDS) }),
      amount: z.number().int().nullable(),
      validFrom: Day.nullable(),
      next: z.object({ amount: z.number().int().nullable(), validFrom: Day }).nullable(),
    }),
  ),
});
export type Product = z.output<typeof Product>;

export const ProductFilters = z.object({
  /** With the groups inside it. */
  groupId: ProductGroupId.optional(),
  kind: ProductKind.optional(),
  tag: z.string().max(60).optional(),
  archived: z.enum(['no', 'yes', 'all']).default('no'),
  /** Whose prices are shown; the default list of the installation's currency when absent. */
  listId: PriceListId.optional(),
});
export type ProductFilters = z.output<typeof ProductFilters>;

const OneProduct = z.object({ id: ProductId });

export const listProducts = endpoint({
  name: 'listProducts',
  method: 'GET',
  path: '/api/products',
  tag,
  summary: 'Products and services: searched, filtered, sorted, a page at a time',
  /** Sorted by `number`, `name`, `group`, `price`, `cost` or `updatedAt`. */
  input: PageInput.extend(ProductFilters.shape),
  output: pageOf(ProductRow),
});
export const getProduct = endpoint({
  name: 'getProduct',
  method: 'GET',
  path: '/api/products/:id',
  tag,
  summary: 'One product with its prices',
  input: OneProduct,
  output: Product,
});
export const suggestProductNumber = endpoint({
  name: 'suggestProductNumber',
  method: 'GET',
  path: '/api/product-numbers/next',
  tag,
  summary: 'The next free number for a product (P-…) or a service (S-…)',
  input: z.object({ kind: ProductKind }),
  output: z.object({ number: z.string() }),
});
export const createProduct = endpoint({
  name: 'createProduct',
  method: 'POST',
  path: '/api/products',
  tag,
  summary: 'Adds a product or service; without a number it gets the next free one',
  input: z.object({
    ...fields,
    number: fields.number.optional(),
    description: fields.description.default(''),
    groupId: fields.groupId.default(null),
    vatClass: fields.vatClass.default('standard'),
    cost: fields.cost.default(null),
    costCurrency: fields.costCurrency.default(null),
    tags: fields.tags.default([]),
  }),
  output: Product,
});
export const updateProduct = endpoint({
  name: 'updateProduct',
  method: 'PATCH',
  path: '/api/products/:id',
  tag,
  summary: 'Changes the fields that are given; archiving takes it out of lists and revisions',
  input: z.object(fields).partial().extend({ id: ProductId, archived: z.boolean().optional() }),
  output: Product,
});
export const archiveProducts = endpoint({
  name: 'archiveProducts',
  method: 'POST',
  path: '/api/products/archive',
  tag,
  summary: 'Archives the marked products, or brings them back',
  input: z.object({ ids: z.array(ProductId).min(1).max(500), archived: z.boolean() }),
  output: z.object({ changed: z.number().int() }),
});
export const deleteProduct = endpoint({
  name: 'deleteProduct',
  method: 'DELETE',
  path: '/api/products/:id',
  tag,
  summary: 'Deletes a product with its prices; archiving keeps them',
  input: OneProduct,
  output: Ok,
});
export const listProductTags = endpoint({
  name: 'listProductTags',
  method: 'GET',
  path: '/api/product-tags',
  tag,
  summary: 'The tags of products and how many have each',
  input: z.object({}),
  output: z.object({ tags: z.array(z.object({ tag: z.string(), count: z.number().int() })) }),
});

export const ProductGroup = z.object({
  id: ProductGroupId,
  name: z.string(),
  parentId: ProductGroupId.nullable(),
  /** 1 at the top. */
  level: z.number().int(),
  /** From the top: “Tyres / Winter tyres”. */
  path: z.string(),
  /** In this group itself. */
  products: z.number().int(),
});
export type ProductGroup = z.output<typeof ProductGroup>;

const groupFields = { name: z.string().trim().min(1).max(120), parentId: ProductGroupId.nullable().default(null) };

export const listProductGroups = endpoint({
  name: 'listProductGroups',
  method: 'GET',
  path: '/api/product-groups',
  tag,
  summary: 'The tree of product groups, parents before their children',
  input: z.object({}),
  output: z.object({ groups: z.array(ProductGroup) }),
});
export const createProductGroup = endpoint({
  name: 'createProductGroup',
  method: 'POST',
  path: '/api/product-groups',
  tag,
  summary: 'Adds a group; the tree has at most four levels',
  input: z.object(groupFields),
  output: z.object({ id: ProductGroupId }),
});
export const updateProductGroup = endpoint({
  name: 'updateProductGroup',
  method: 'PATCH',
  path: '/api/product-groups/:id',
  tag,
  summary: 'Renames a group or moves it, with everything inside it',
  input: z.object({
    id: ProductGroupId,
    name: groupFields.name.optional(),
    parentId: ProductGroupId.nullable().optional(),
  }),
  output: Ok,
});
export const deleteProductGroup = endpoint({
  name: 'deleteProductGroup',
  method: 'DELETE',
  path: '/api/product-groups/:id',
  tag,
  summary: 'Deletes an empty group; refused while groups or products are in it',
  input: z.object({ id: ProductGroupId }),
  output: Ok,
});
