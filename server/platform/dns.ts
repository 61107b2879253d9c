import { Resolver } from 'node:dns/promises';

const NOTHING_THERE = ['ENOTFOUND', 'ENODATA'];

/** The texts (TXT) under a name, each with its pieces joined; empty when there is none. Throws when nobody answers in time. */
export const lookUpText = async (name: string): Promise<string[]> => {
  try {
    const records = await new Resolver({ timeout: 2_000, tries: 2 }).resolveTxt(name);
    return records.map((pieces) => pieces.join(''));
  } catch (error) {
    if (NOTHING_THERE.includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
};
