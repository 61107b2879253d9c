export { closeGate, passGate } from './gate-lock.ts';
