import type { WaitReason } from '../../../../contract/runs.ts';

const DATABASE_FULL = '53100';
const FOLDER_FULL = ['ENOSPC', 'EDQUOT'];

/** What a worker that met this error waits for; null: nothing that a person could clear. */
export const waitReasonOf = (error: unknown): WaitReason | null => {
  const { code } = error as { code?: unknown };
  if (code === DATABASE_FULL) return 'database_full';
  return FOLDER_FULL.includes(String(code)) ? 'folder_full' : null;
};
