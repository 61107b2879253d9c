export type { LoadedRules } from './compile-rule.ts';
export { consentRuleFields } from './consent-rule-fields.ts';
export { crmRuleFields } from './crm-rule-fields.ts';
export { deleteSegment } from './delete-segment.ts';
export {
  createFieldRegistry,
  type FieldRegistry,
  type RuleFieldFragment,
  type RuleFieldSource,
} from './field-registry.ts';
export { getSegment, listSegments } from './get-segment.ts';
export { addByHand, clearPick, type HandPick, listHandPicks, removeByHand } from './hand-pick.store.ts';
export { listRuleFields } from './list-rule-fields.ts';
export { loadAudience } from './load-rules.ts';
export { type AudiencePreview, previewAudience } from './preview-audience.ts';
export { countSegment, previewSegment } from './preview-segment.ts';
export { giveRoom } from './room.ts';
export { createSegment, updateSegment } from './save-segment.ts';
export { namesSegment, type SegmentUseSource } from './segment-uses.ts';
export { type Addressing, type VerdictInput, verdictQuery } from './verdict-query.ts';
export { whyPerson } from './why-person.ts';
