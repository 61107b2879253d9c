import { sql } from 'kysely';
import type { Tx } from '../../platform/database/open-database.ts';

/**
 * For the rest of the transaction: memory to hash a million consents instead of looking each up, and no compiling of the statement
 * for a single run.
 */
export const giveRoom = async (tx: Tx): Promise<void> => {
  await sql`select set_config('work_mem', '128MB', true), set_config('jit', 'off', true)`.execute(tx);
};
