export type { LoadedRules } from './compile-rule.ts';
export { crmRuleFields } from './crm-rule-fields.ts';
export {
  createFieldRegistry,
  type FieldRegistry,
  type RuleFieldFragment,
  type RuleFieldSource,
} from './field-registry.ts';
export { addByHand, clearPick, type HandPick, listHandPicks, removeByHand } from './hand-pick.store.ts';
export { loadAudience } from './load-rules.ts';
export { type Addressing, type VerdictInput, verdictQuery } from './verdict-query.ts';
