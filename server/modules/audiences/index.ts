export { type AskedBoth, askBoth, type ToldBecause, tellBecause, withOutcomes } from './changed-parties.ts';
export { atMoment } from './compile-leaf.ts';
export { consentRuleFields } from './consent-rule-fields.ts';
export { countAudience } from './count-audience.ts';
export { crmRelations } from './crm-relations.ts';
export { crmRuleFields } from './crm-rule-fields.ts';
export { deleteSegment } from './delete-segment.ts';
export {
  type Choices,
  createFieldRegistry,
  type FieldRegistry,
  type RelationFragment,
  type RuleFieldFragment,
  type RuleFieldSource,
} from './field-registry.ts';
export { getSegment, listSegments } from './get-segment.ts';
export { addByHand, clearPick, dropPicks, listHandPicks, pickedByHand, removeByHand } from './hand-pick.store.ts';
export { interactionRelations, interactionRuleFields } from './interaction-rules.ts';
export { joinAudience } from './join-audience.ts';
export { listRuleFields, listRuleRelations } from './list-rule-fields.ts';
export { loadAudience, presentSegments, recallAudience } from './load-rules.ts';
export { audienceMerge } from './merge-picks.ts';
export type { ChangedLine } from './model/because.ts';
export { dayRange } from './model/day-range.ts';
export type { LineThen } from './model/lines-since.ts';
export type { SegmentTerms } from './model/segment-tree.ts';
export { partyName } from './party-names.ts';
export {
  createPressureRule,
  deletePressureRule,
  findPressureRules,
  listPressureRules,
  updatePressureRule,
} from './pressure-rules.ts';
export { previewAudience } from './preview-audience.ts';
export { countSegment, previewSegment } from './preview-segment.ts';
export { giveRoom, withRoom } from './room.ts';
export { ruleNames, segmentsThatName } from './rule-names.ts';
export { salesRelations } from './sales-relations.ts';
export { salesRuleFields } from './sales-rule-fields.ts';
export { createSegment, updateSegment } from './save-segment.ts';
export type { SegmentUseSource } from './segment-uses.ts';
export type { VerdictInput } from './verdict-input.ts';
export { verdictQuery } from './verdict-query.ts';
export { whyPerson } from './why-person.ts';
export { type EarlierQuestion, whySince } from './why-since.ts';
