import type { CrmEntity } from '../../../../contract/crm-fields.ts';

type Asked = Record<string, string | undefined>;

const FOLDER: Record<CrmEntity, string> = { contact: 'contacts', company: 'companies', lead: 'leads', asset: 'assets' };

/** Where the file of what the list shows is fetched. */
export function exportAddress(entity: CrmEntity, format: 'csv' | 'xlsx', language: string, asked: Asked): string {
  const query = new URLSearchParams({ format, words: language });
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value);
  return `/api/${FOLDER[entity]}/export?${query}`;
}
