import { ACCOUNT_TROUBLES } from '../../../../../contract/email-reasons.ts';
import { SMS_TROUBLES } from '../../../../../contract/sms-reasons.ts';
import { defineTexts } from '../../../i18n/define-texts.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { nb } from './nb.ts';
import { pl } from './pl.ts';

export const texts = defineTexts('today', { en, nb, pl, fr });

const TROUBLES = [...ACCOUNT_TROUBLES, ...SMS_TROUBLES] as const;

export const isTrouble = (reason: string): reason is (typeof TROUBLES)[number] =>
  (TROUBLES as readonly string[]).includes(reason);
