export { campaignReport } from './campaign-report.ts';
export { type Check, checkLedger } from './ledger-check.ts';
export { today } from './today.ts';
