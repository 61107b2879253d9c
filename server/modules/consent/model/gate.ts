import type { RawBuilder } from 'kysely';

/** The exclusion reasons in the order in which the gates are asked; the first that refuses is the one told. */
export const EXCLUSION_REASONS = [
  'removed_by_hand',
  'already_in_campaign',
  'no_company',
  'no_contact',
  'asset_disposed',
  'no_address',
  'invalid_address',
  'landline',
  'premium_number',
  'unroutable_number',
  'no_vat_id',
  'no_billing_data',
  'missing_data',
  'suppressed_address',
  'suppressed_domain',
  'no_consent',
  'unsubscribed_campaign',
  'unsubscribed_topic',
  'duplicate_address',
  'pressure_cap',
  'holdout',
] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

/** What the gates need to know of the action; frozen in the run's terms. */
export interface GateContext {
  campaignId: string;
  /** A duplicated campaign leaves out those who left its original. */
  duplicatedFrom: string | null;
  actionId: string;
  channel: string;
  purposeClass: 'marketing' | 'notice';
  basis: 'consent' | 'soft_opt_in' | 'contract' | 'legal';
  topicId: string | null;
  sharedAddress: 'one' | 'each';
  /** The part of the audience that this campaign leaves out to measure its effect; absent in terms frozen before there was one. */
  holdoutPercent?: number;
  /** Asked of a single party: facts are looked up by its keys instead of gathered for everybody. Never frozen. */
  single?: boolean;
  /** The line brings what `consentFacts` joined to it, so that a million lines need no look-up each. Never frozen. */
  joined?: boolean;
}

/**
 * One gate as SQL over the alias `line` (columns party_kind, party_id, role, asset_id, company_id, address, address_key, language,
 * origin). `refuses` is a boolean expression, or null where the gate does not apply in this context; `seen` the value to tell.
 */
export interface Gate {
  reason: ExclusionReason;
  refuses(context: GateContext): RawBuilder<boolean> | null;
  /** The opposite, only to count: written as conditions of EXISTS and NOT EXISTS alone, which PostgreSQL joins as sets. */
  passes?(context: GateContext): RawBuilder<boolean>;
  seen(context: GateContext): RawBuilder<string | null>;
}
