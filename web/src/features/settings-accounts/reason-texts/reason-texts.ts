import { EMAIL_REASONS, type EmailReason } from '../../../../../contract/email-reasons.ts';
import { SMS_REASONS, type SmsReason } from '../../../../../contract/sms-reasons.ts';
import { defineTexts } from '../../../i18n/define-texts.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { nb } from './nb.ts';
import { pl } from './pl.ts';

const reasonTexts = defineTexts('account-reasons', { en, nb, pl, fr });

const KNOWN: readonly string[] = [...EMAIL_REASONS, ...SMS_REASONS];
const isKnown = (reason: string): reason is EmailReason | SmsReason => KNOWN.includes(reason);

/** What a reason means and what to do; the code itself should one ever be new. */
export function useReason(): (reason: string) => string {
  const t = useTexts(reasonTexts);
  return (reason) => (isKnown(reason) ? t(reason) : reason);
}
