import type { CrmFieldInfo } from '../../../../contract/crm-fields.ts';
import type { ImportEntity, Mapping } from '../../../../contract/import.ts';
import { FULL_NAME, importableFields } from '../../../../contract/import-fields.ts';
import { ALSO, OWNER_NAMES } from './header-names.ts';

type Field = Pick<CrmFieldInfo, 'name' | 'entity' | 'label' | 'custom'> & Partial<Pick<CrmFieldInfo, 'assetTypeId'>>;

/** Lower case, without accents, punctuation as single spaces: `E-postadresse:` → `e postadresse`. */
export const plainHeader = (header: string): string =>
  header
    .toLowerCase()
    .replace(/[æœ]/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const afterEntity = (name: string) => name.split('.').at(-1) ?? name;

/** Names that a field goes by, the surest first. */
const namesOf = (name: string, field: Field | undefined): string[] => {
  const short = afterEntity(name);
  const labels = field ? Object.values(field.label) : [];
  return [name, short, ...labels, ...(field?.custom || name === 'asset.name' ? [] : (ALSO[short] ?? []))].map(
    plainHeader,
  );
};

const looksLikeEmail = (value: string) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value.trim());

/** Whether the first row names the columns: it does unless an e-mail address stands in it. */
export const guessHeader = (cells: readonly string[]): boolean => !cells.some(looksLikeEmail);

/**
 * The field each column most likely fills, each field once. `values` are the columns' first values; they tell an address from its looks. In a file of
 * contacts, company fields give way to the contact's own (an “E-mail” column is the person's).
 */
export const guessMapping = (
  entity: ImportEntity,
  fields: readonly Field[],
  columns: readonly { name: string; values: readonly string[] }[],
  assetTypeId: string | null = null,
): Mapping => {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const names = new Map<string, string>();
  for (const name of importableFields(entity, fields, assetTypeId)) {
    for (const called of namesOf(name, byName.get(name)))
      if (called !== '' && !names.has(called)) names.set(called, name);
  }
  if (entity === 'asset')
    for (const [name, called] of OWNER_NAMES) for (const one of called) if (!names.has(one)) names.set(one, name);
  if (entity === 'contact') {
    for (const called of ['company', 'firma', 'entreprise', ...(ALSO['name'] ?? [])])
      if (!names.has(called)) names.set(called, 'company.name');
    names.set('nom', columns.some(({ name }) => plainHeader(name) === 'prenom') ? 'contact.last_name' : FULL_NAME);
  }
  const taken = new Set<string>();
  const take = (name: string | undefined) => {
    if (name === undefined || taken.has(name)) return null;
    taken.add(name);
    return name;
  };
  const found = columns.map((column) => take(names.get(plainHeader(column.name))));
  const email = `${entity}.email`;
  return found.map((name, place) => {
    const filled = columns[place]?.values.filter((value) => value.trim() !== '') ?? [];
    return name ?? (filled.length > 0 && filled.every(looksLikeEmail) ? take(email) : null);
  });
};
