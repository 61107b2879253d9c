import { loadFields } from '../crm/index.ts';
import type { RuleFieldSource } from './field-registry.ts';

/** The fields of contacts, companies, leads and assets, custom ones included. */
export const crmRuleFields: RuleFieldSource = async (db) => (await loadFields(db)).values();
