import type { ActionWork } from '../../../../contract/action-work.ts';
import type { Audience } from '../../../../contract/audience.ts';
import type { Utm } from '../../../../contract/utm.ts';
import type { SegmentTerms } from '../../audiences/index.ts';
import type { GateContext } from '../../consent/index.ts';
import type { DossierTerms } from '../../crm/index.ts';
import type { MailedDocument } from '../../sales/index.ts';

/** What was frozen when the recipient list was generated; the run goes by these, whatever is edited later. */
export interface Terms {
  campaignCode: string;
  campaignName: string;
  topicName: string | null;
  gate: GateContext;
  audience: Audience;
  /** What its segments asked; absent in runs from before they were written down. */
  segments?: SegmentTerms[];
  addressing: 'contact' | 'company' | 'both';
  senderPolicy: 'creator' | 'owner' | 'account_manager';
  creatorId: string;
  ownerId: string;
  /** Its lines are laid out by where the recipients are. */
  byPlace?: boolean;
  /** Absent in runs from before there were dossier items. */
  dossier?: DossierTerms | null;
  /** Absent in runs from before there were calls and tasks. */
  work?: ActionWork;
  /** An e-mail with report; absent in runs from before there were any. */
  report?: boolean;
  /** What it mails to each; absent in runs from before mails carried any. */
  document?: MailedDocument | null;
  /** Absent in runs from before links carried any. */
  utm?: Utm | null;
}
