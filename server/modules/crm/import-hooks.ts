import type { Tx } from '../../platform/database/open-database.ts';

/** Consent that an import brings along for the parties of one batch. */
export interface ImportedConsent {
  topicId: string;
  channel: string;
  wording: string;
  source: string;
  /** Agreed also to being tracked. */
  tracking: boolean;
  importId: string;
  /** Who started the import. */
  recordedBy: string | null;
  parties: { kind: 'contact' | 'company' | 'lead'; id: string; addressKey: string }[];
}

/** What later modules do when people come in; called in the transaction of each batch. */
export interface ImportHooks {
  recordConsent(tx: Tx, consent: ImportedConsent): Promise<void>;
}
