import { defineTexts } from '../define-texts.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { nb } from './nb.ts';
import { pl } from './pl.ts';

/** Words that every screen uses: Save, Cancel, … */
export const shared = defineTexts('shared', { en, nb, pl, fr });
