import type { InvoiceState } from '../../../../contract/invoices.ts';
import type { OfferState } from '../../../../contract/offers.ts';
import type { OpportunityRow, OpportunityState } from '../../../../contract/sales.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { Status } from '../../ui/badge.tsx';
import { Link } from '../../ui/link.tsx';
import { texts } from './texts/texts.ts';

const TONES = { open: 'accent', won: 'good', lost: 'neutral' } as const;

export function OpportunityStatus({ state }: { state: OpportunityState }) {
  return <Status tone={TONES[state]}>{useTexts(texts)(`state_${state}`)}</Status>;
}

const PAGES = { contact: paths.contact, company: paths.company, lead: paths.lead };

/** Whose deal it is, leading to the record while there is one. */
export function PartyLink({ party }: { party: OpportunityRow['party'] }) {
  const t = useTexts(texts);
  if (party.name === null) return <span className="text-quiet">{t('gone')}</span>;
  return (
    <Link look="quiet" href={PAGES[party.kind](party.id)}>
      {party.name}
    </Link>
  );
}

const OFFER_TONES = {
  open: 'accent',
  expired: 'warn',
  accepted: 'good',
  declined: 'neutral',
  withdrawn: 'neutral',
} as const;

export function OfferStatus({ state }: { state: OfferState }) {
  return <Status tone={OFFER_TONES[state]}>{useTexts(texts)(`offer_${state}`)}</Status>;
}

const INVOICE_TONES = {
  open: 'accent',
  overdue: 'warn',
  paid: 'good',
  credited: 'neutral',
  credit_note: 'neutral',
} as const;

export function InvoiceStatus({ state }: { state: InvoiceState }) {
  return <Status tone={INVOICE_TONES[state]}>{useTexts(texts)(`invoice_${state}`)}</Status>;
}
