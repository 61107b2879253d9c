import { Invalid } from '../../../platform/errors.ts';

/** A name that is in use is told at its field. */
export const named = async <T>(write: () => Promise<T>): Promise<T> => {
  try {
    return await write();
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'sending_account_name') throw new Invalid('name', 'taken');
    throw error;
  }
};
