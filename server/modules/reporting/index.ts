export { listCampaignLines } from './campaign-lines.ts';
export { campaignProgress } from './campaign-progress.ts';
export { campaignReport } from './campaign-report.ts';
export { exportCampaignLines, exportLines } from './export-lines.routes.ts';
export { type Check, checkLedger } from './ledger-check.ts';
export { makeTableFile } from './table-file.routes.ts';
export { today } from './today.ts';
