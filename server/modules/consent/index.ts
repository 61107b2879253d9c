export { closeGate, passGate } from './gate-lock.ts';
export { EXCLUSION_REASONS, type ExclusionReason, type Gate, type GateContext } from './model/gate.ts';
