export { campaignReport } from './campaign-report.ts';
export { exportLines } from './export-lines.routes.ts';
export { type Check, checkLedger } from './ledger-check.ts';
export { today } from './today.ts';
