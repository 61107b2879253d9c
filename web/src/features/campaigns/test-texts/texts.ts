import { defineTexts } from '../../../i18n/define-texts.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { nb } from './nb.ts';
import { pl } from './pl.ts';

export const testTexts = defineTexts('campaigns.test', { en, nb, pl, fr });
