import type { ImportEntity, Mapping } from '../../../../contract/import.ts';
import type { ImportField } from './importable-fields.ts';

type Field = Pick<ImportField, 'name' | 'label' | 'called'>;

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

/** Names that a field goes by, the surest first. */
const namesOf = ({ name, label, called }: Field): string[] =>
  [name, name.split('.').at(-1) ?? name, ...Object.values(label), ...called].map(plainHeader);

/** `Price (NOK)` also goes by `Price`. */
const withoutRemark = (header: string): string => header.replace(/\s*[([][^()[\]]*[)\]]\s*$/, '');

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
): Mapping => {
  const names = new Map<string, string>();
  for (const field of fields) {
    for (const called of namesOf(field)) if (called !== '' && !names.has(called)) names.set(called, field.name);
  }
  if (entity === 'contact') {
    const first = columns.some(({ name }) => plainHeader(name) === 'prenom');
    names.set('nom', first ? 'contact.last_name' : 'contact.full_name');
  }
  const taken = new Set<string>();
  const take = (name: string | undefined) => {
    if (name === undefined || taken.has(name)) return null;
    taken.add(name);
    return name;
  };
  const fieldOf = (header: string) => names.get(plainHeader(header)) ?? names.get(plainHeader(withoutRemark(header)));
  const found = columns.map((column) => take(fieldOf(column.name)));
  const email = fields.find(({ name }) => name === `${entity}.email`)?.name;
  return found.map((name, place) => {
    const filled = columns[place]?.values.filter((value) => value.trim() !== '') ?? [];
    return name ?? (filled.length > 0 && filled.every(looksLikeEmail) ? take(email) : null);
  });
};
