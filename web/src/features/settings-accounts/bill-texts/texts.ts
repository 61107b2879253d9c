import { defineTexts } from '../../../i18n/define-texts.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { nb } from './nb.ts';
import { pl } from './pl.ts';

export const billTexts = defineTexts('sms-bills', { en, nb, pl, fr });
