export { endCall } from './end-call.ts';
export { getDesk } from './get-desk.ts';
export { getInstructions } from './instructions.ts';
export { keepCall, leaveCall } from './keep-call.ts';
export { nextCall } from './next-call.ts';
export { withdrawRun } from './withdraw-run.ts';
