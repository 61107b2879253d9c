import type { CampaignId } from '../../../contract/ids.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { Actor } from '../access/index.ts';

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

/** People of one batch who join the audience of an action. */
export interface ImportedRecipients {
  actionId: string;
  /** Who started the import. */
  pickedBy: string | null;
  parties: { kind: 'contact' | 'company' | 'lead'; id: string }[];
}

/** What later modules do when people come in; called in the transaction of each batch. */
export interface ImportHooks {
  /** Whose audience it is; throws unless the actor may change it, and it may still be changed. */
  assertAudience(
    db: Db | Tx,
    actor: Actor,
    actionId: string,
  ): Promise<{ campaignId: CampaignId; campaignName: string }>;
  joinAudience(tx: Tx, recipients: ImportedRecipients): Promise<void>;
  recordConsent(tx: Tx, consent: ImportedConsent): Promise<void>;
}
