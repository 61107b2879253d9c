export type Side = 'kept' | 'gone';
type Row = Record<string, unknown>;

const PERSON = ['first_name', 'last_name', 'title'];
const PLACE = ['email', 'phone', 'street', 'postal_code', 'city', 'country', 'language', 'account_manager_id'];

/** The columns of which a person chooses one value, in the order of a form. */
export const MERGE_COLUMNS: Record<'contact' | 'company' | 'lead', readonly string[]> = {
  contact: [...PERSON, 'company_id', ...PLACE, 'time_zone', 'birthday'],
  company: ['name', 'organisation_number', 'vat_id', 'website', ...PLACE],
  lead: [...PERSON, 'company_name', ...PLACE, 'company_email', 'company_phone', 'time_zone', 'source'],
};

/** Columns that follow another: an address and the key it is compared by stay together. */
const FOLLOWERS: Record<string, readonly string[]> = {
  email: ['email_key'],
  phone: ['phone_key'],
  company_email: ['company_email_key'],
  company_phone: ['company_phone_key'],
};

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const customOf = (row: Row): Row => (row['custom'] ?? {}) as Row;
const valueIn = (row: Row, field: string): unknown =>
  field.startsWith('custom.') ? customOf(row)[field.slice('custom.'.length)] : row[field];

export interface MergeField {
  field: string;
  kept: unknown;
  gone: unknown;
  take: Side;
}

/** Every field of which at least one has a value; the one that stays keeps its own, and fills what it lacks. */
export const mergeFields = (kind: keyof typeof MERGE_COLUMNS, kept: Row, gone: Row): MergeField[] => {
  const custom = [...new Set([...Object.keys(customOf(kept)), ...Object.keys(customOf(gone))])].sort();
  return [...MERGE_COLUMNS[kind], ...custom.map((key) => `custom.${key}`)].flatMap((field) => {
    const [ours, theirs] = [valueIn(kept, field), valueIn(gone, field)];
    if (isEmpty(ours) && isEmpty(theirs)) return [];
    return [
      { field, kept: ours ?? null, gone: theirs ?? null, take: isEmpty(ours) ? ('gone' as const) : ('kept' as const) },
    ];
  });
};

/** The record that stays, as it will be: the chosen value of each field, the tags of both, main contact if either was of that firm. */
export const mergedRow = (
  kind: keyof typeof MERGE_COLUMNS,
  kept: Row,
  gone: Row,
  take: Readonly<Record<string, Side>>,
): Row => {
  const merged: Row = { ...kept, custom: { ...customOf(kept) } };
  for (const { field, take: proposed } of mergeFields(kind, kept, gone)) {
    if ((take[field] ?? proposed) === 'kept') continue;
    if (field.startsWith('custom.')) customOf(merged)[field.slice('custom.'.length)] = valueIn(gone, field) ?? null;
    else for (const column of [field, ...(FOLLOWERS[field] ?? [])]) merged[column] = gone[column] ?? null;
  }
  for (const [key, value] of Object.entries(customOf(merged))) if (value === null) delete customOf(merged)[key];
  const tags = [...((kept['tags'] ?? []) as string[]), ...((gone['tags'] ?? []) as string[])];
  merged['tags'] = [...new Map(tags.map((tag) => [tag.toLowerCase(), tag])).values()];
  if (kind === 'contact')
    merged['main'] = [kept, gone].some((one) => one['main'] === true && one['company_id'] === merged['company_id']);
  return merged;
};

export interface LostAddress {
  kind: 'email' | 'phone';
  address: string;
  key: string | null;
}

/** Addresses and numbers that lost: they are kept beside the one that is written to. */
export const lostAddresses = (merged: Row, both: readonly Row[]): LostAddress[] =>
  (['email', 'phone'] as const).flatMap((kind) => {
    const key = `${kind}_key`;
    return both.flatMap((row) => {
      const same = row[key] === null || row[key] === undefined ? row[kind] === merged[kind] : row[key] === merged[key];
      return isEmpty(row[kind]) || same
        ? []
        : [{ kind, address: String(row[kind]), key: (row[key] ?? null) as string | null }];
    });
  });

/**
 * The record that stays after the merge is undone: what nobody changed since is as it was before, what somebody changed stays.
 * `left` names those.
 */
export const unmergedRow = (before: Row, after: Row, now: Row): { row: Row; left: string[] } => {
  const row: Row = { ...now };
  const left: string[] = [];
  const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
  for (const column of Object.keys(before)) {
    if (column === 'updated_at' || same(before[column], after[column])) continue;
    if (same(now[column], after[column])) row[column] = before[column];
    else left.push(column);
  }
  return { row, left };
};
