import type { RuleField } from '../../../contract/rule-fields.ts';
import { type CrmField, loadFields } from '../crm/index.ts';
import type { RuleFieldSource } from './field-registry.ts';

const isAsked = (field: CrmField): field is CrmField & { entity: RuleField['entity'] } =>
  field.entity === 'contact' || field.entity === 'company';

/** The fields of contacts and companies, custom ones included. */
export const crmRuleFields: RuleFieldSource = async (db) => [...(await loadFields(db)).values()].filter(isAsked);
