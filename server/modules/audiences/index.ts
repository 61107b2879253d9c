export type { LoadedRules } from './compile-rule.ts';
export { crmRuleFields } from './crm-rule-fields.ts';
export {
  createFieldRegistry,
  type FieldRegistry,
  type RuleFieldFragment,
  type RuleFieldSource,
} from './field-registry.ts';
export { loadAudience } from './load-rules.ts';
export { type Addressing, type VerdictInput, verdictQuery } from './verdict-query.ts';
