export { closeGate, passGate } from './gate-lock.ts';
export { consentGates, consentRecordFor } from './gates.ts';
export { comeBack, hasLeft, type LeaveChoice, type Leaving, type LeavingLine, leave } from './leave.ts';
export { EXCLUSION_REASONS, type ExclusionReason, type Gate, type GateContext } from './model/gate.ts';
export { type OptOutRow, optOut } from './opt-out.store.ts';
export { type ConsentRow, type Recording, recordConsents } from './record-consents.ts';
export { type LineAtGate, type Refusal, refusedNow } from './refused-now.ts';
export { type SuppressionRow, suppress } from './suppression.store.ts';
