import type { Config } from '../../config/config.ts';
import { createSigner } from '../../platform/crypto/sign.ts';
import { NotFound } from '../../platform/errors.ts';

const SIGNATURE_BYTES = 12;
const ID = /^[0-9a-f-]{36}$/;

type Signing = { config: Pick<Config, 'secret'> };

/** The page of a document, whose address nobody can guess. */
export const signedPage = (kind: 'offer' | 'invoice') => {
  const signer = ({ config }: Signing) => createSigner(config.secret, `${kind} page`, SIGNATURE_BYTES);
  return {
    pathOf: (needs: Signing, id: string): string => `/${kind}/${id}/${signer(needs).sign(id)}`,
    /** What a signed address names; null for any other address. */
    find: async <T>(
      needs: Signing,
      { id, signature }: { id: string; signature: string },
      show: (id: string) => Promise<T>,
    ): Promise<T | null> => {
      if (!ID.test(id) || !signer(needs).verify(id, signature)) return null;
      try {
        return await show(id);
      } catch (error) {
        if (error instanceof NotFound) return null;
        throw error;
      }
    },
  };
};
