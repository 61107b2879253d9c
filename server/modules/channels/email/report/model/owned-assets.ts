import type { OwnData } from '../../../../crm/index.ts';

/** What a table of assets is made of; each value is a list, in the same order. */
export const ASSET_FIELDS = ['asset.type', 'asset.name', 'asset.identifier', 'asset.acquired_on'] as const;

const listOf = (value: string | null | undefined): (string | null)[] => {
  const list: unknown = JSON.parse(value ?? '[]');
  return Array.isArray(list) ? list.map((one) => (one === null ? null : String(one))) : [];
};

/** From the values of `ASSET_FIELDS`, which come first. */
export const ownedAssets = (values: readonly (string | null)[]): OwnData['assets'] => {
  const [types = [], names = [], identifiers = [], since = []] = ASSET_FIELDS.map((_, at) => listOf(values[at]));
  return names.map((name, at) => ({
    type: types[at] ?? '',
    name: name ?? '',
    identifierLabel: '',
    identifier: identifiers[at] ?? null,
    acquiredOn: since[at] ?? null,
  }));
};
