import { z } from 'zod';

/** Ids are opaque strings with a brand, so that one kind is never passed for another. */
const uuid = <B extends string>() => z.uuid().brand<B>();

/** Whether some record could have it. */
export const isRecordId = (text: string): boolean => z.uuid().safeParse(text).success;

export const UserId = uuid<'user'>();
export type UserId = z.output<typeof UserId>;
export const SavedViewId = uuid<'saved_view'>();
export type SavedViewId = z.output<typeof SavedViewId>;
export const CompanyId = uuid<'company'>();
export type CompanyId = z.output<typeof CompanyId>;
export const ContactId = uuid<'contact'>();
export type ContactId = z.output<typeof ContactId>;
export const PartyId = uuid<'party'>();
export type PartyId = z.output<typeof PartyId>;
export const LeadId = uuid<'lead'>();
export type LeadId = z.output<typeof LeadId>;
export const AssetTypeId = uuid<'asset_type'>();
export type AssetTypeId = z.output<typeof AssetTypeId>;
export const InteractionTypeId = uuid<'interaction_type'>();
export type InteractionTypeId = z.output<typeof InteractionTypeId>;
export const AssetId = uuid<'asset'>();
export type AssetId = z.output<typeof AssetId>;
export const ImportProfileId = uuid<'import_profile'>();
export type ImportProfileId = z.output<typeof ImportProfileId>;
export const TopicId = uuid<'topic'>();
export type TopicId = z.output<typeof TopicId>;
export const SegmentId = uuid<'segment'>();
export type SegmentId = z.output<typeof SegmentId>;
export const CampaignId = uuid<'campaign'>();
export type CampaignId = z.output<typeof CampaignId>;
export const ActionId = uuid<'action'>();
export type ActionId = z.output<typeof ActionId>;
export const CostLineId = uuid<'cost_line'>();
export type CostLineId = z.output<typeof CostLineId>;
export const RevenueLineId = uuid<'revenue_line'>();
export type RevenueLineId = z.output<typeof RevenueLineId>;
export const PlannedActivityId = uuid<'planned_activity'>();
export type PlannedActivityId = z.output<typeof PlannedActivityId>;
export const ApprovalId = uuid<'approval'>();
export type ApprovalId = z.output<typeof ApprovalId>;
export const CleansingId = uuid<'cleansing'>();
export type CleansingId = z.output<typeof CleansingId>;
export const ProofReaderId = uuid<'proof_reader'>();
export type ProofReaderId = z.output<typeof ProofReaderId>;

export const CampaignNoteId = uuid<'campaign_note'>();
export type CampaignNoteId = z.output<typeof CampaignNoteId>;
export const ContentVersionId = uuid<'content_version'>();
export type ContentVersionId = z.output<typeof ContentVersionId>;
export const AttachmentId = uuid<'attachment'>();
export type AttachmentId = z.output<typeof AttachmentId>;
export const TemplateId = uuid<'template'>();
export type TemplateId = z.output<typeof TemplateId>;
export const SendingAccountId = uuid<'sending_account'>();
export type SendingAccountId = z.output<typeof SendingAccountId>;
export const InteractionId = uuid<'interaction'>();
export type InteractionId = z.output<typeof InteractionId>;
export const ImportId = uuid<'import'>();
export type ImportId = z.output<typeof ImportId>;

export const ProductId = uuid<'product'>();
export type ProductId = z.output<typeof ProductId>;
export const ProductGroupId = uuid<'product_group'>();
export type ProductGroupId = z.output<typeof ProductGroupId>;
export const PriceListId = uuid<'price_list'>();
export type PriceListId = z.output<typeof PriceListId>;
export const PriceRevisionId = uuid<'price_revision'>();
export type PriceRevisionId = z.output<typeof PriceRevisionId>;

export const SalesStageId = uuid<'sales_stage'>();
export type SalesStageId = z.output<typeof SalesStageId>;
export const OpportunityId = uuid<'opportunity'>();
export type OpportunityId = z.output<typeof OpportunityId>;

export const MediaId = uuid<'media'>();
export type MediaId = z.output<typeof MediaId>;

export const ArticleId = uuid<'article'>();
export type ArticleId = z.output<typeof ArticleId>;

export const OfferId = uuid<'offer'>();
export type OfferId = z.output<typeof OfferId>;

export const InvoiceId = uuid<'invoice'>();
export type InvoiceId = z.output<typeof InvoiceId>;
export const LayoutId = uuid<'layout'>();
export type LayoutId = z.output<typeof LayoutId>;
export const LetterBatchId = uuid<'letter_batch'>();
export type LetterBatchId = z.output<typeof LetterBatchId>;

/** A run's id, decimal digits of a bigint: `yyyymm · 10⁷ + n`, or from 10¹⁵ on for a run with a partition of its own. */
export const RunId = z
  .string()
  .regex(/^\d{1,18}$/)
  .brand<'run'>();
export type RunId = z.output<typeof RunId>;

/** One delivery is a line of a run: `run.no`. */
export const LineNo = z.coerce.number().int().positive();
