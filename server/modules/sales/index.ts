export { creditInvoices, rehearseCredit } from './credit-invoices.ts';
export { creditPart } from './credit-part.ts';
export { firmsReachedAgain } from './firms-reached-again.ts';
export { invoiceFor, type ShownInvoice } from './invoice.views.ts';
export { downloadInvoice, invoiceFile } from './invoice-files.routes.ts';
export { findInvoiceProof, findSignedInvoice, getInvoice, invoicePath, listInvoices, payInvoice } from './invoices.ts';
export { issueInvoices } from './issue-invoices.ts';
export { issueOffers } from './issue-offers.ts';
export { type Issued, issueOpportunities } from './issue-opportunities.ts';
export { type MailedDocument, mailedFile, mailedName, mailedTo } from './mailed-document.ts';
export { type Unsellable, unsellable, type WholeLine } from './model/priced-line.ts';
export { SHEET_TEXTS } from './model/sheet-texts.ts';
export { offerFor, type ShownOffer } from './offer.views.ts';
export { downloadOffer } from './offer-file.routes.ts';
export { answerOffer, findSignedOffer, getOffer, listOffers, offerPath, storeAnswer } from './offers.ts';
export { listCampaignProducts, listOpenedProducts } from './opened-products.ts';
export {
  closeOpportunity,
  createOpportunity,
  deleteOpportunity,
  getOpportunity,
  listOpportunities,
  reopenOpportunity,
  updateOpportunity,
} from './opportunities.ts';
export { findOwnDocuments, type OwnDocument } from './own-documents.views.ts';
export { copyPlan, dropPlan, findPlan, storePlan } from './plan.store.ts';
export { lookUpLines } from './price-lines.ts';
export { salesPriceUses } from './price-uses.ts';
export { invoicesFor } from './rehearse-invoices.ts';
export { repriceProducts } from './reprice-products.ts';
export { wonDealsOf } from './revenue.views.ts';
export { sendSalesFile } from './sales-file.ts';
export { carryDealsOver, salesMerge } from './sales-merge.ts';
export { getSalesTerms, saveSalesTerms, sellerOf, untaxable } from './sales-terms.ts';
export { salesTimeline } from './sales-timeline.ts';
export { getSeller, saveSeller, uninvoiceable } from './seller.ts';
export { findBillable, invoiceStands, issueInvoice, rehearseInvoice } from './single-invoice.ts';
export { listSalesStages, makeDefaultStages, saveSalesStages, stageOrFirst } from './stages.ts';
