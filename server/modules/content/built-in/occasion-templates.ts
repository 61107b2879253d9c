import { OCCASION_TEMPLATES, type Variant } from '../../../../contract/content.ts';
import type { Block, Design } from '../../../../contract/design.ts';
import { frenchSpacesIn } from '../../../../contract/french-spaces.ts';
import type { Language } from '../../../../contract/messages/index.ts';
import { drawn } from '../draw-design.ts';
import { en } from './occasions/en.ts';
import { fr } from './occasions/fr.ts';
import { nb } from './occasions/nb.ts';
import type { Occasion, OccasionKey, Occasions } from './occasions/occasion.ts';
import { pl } from './occasions/pl.ts';
import { WORDS } from './words.ts';

const OCCASIONS: Record<Language, Occasions> = { en, nb, pl, fr: frenchSpacesIn(fr) };
/** Petrol, as the house. */
const ACCENT = '#0b5a73';

const paragraph = (words: string): string => `<p>${words}</p>`;

const list = (facts: Occasion['facts'], colon: string): string => {
  const lines = (facts ?? []).map(([name, value]) => `<li><strong>${name}${colon}</strong> ${value}</li>`);
  return lines.length === 0 ? '' : `<ul>${lines.join('')}</ul>`;
};

const designOf = ({ title, lead, facts, button, note, reason }: Occasion, language: Language): Design => {
  const { hello, regards } = WORDS[language].common;
  const colon = language === 'fr' ? '\u00a0:' : ':';
  const blocks: Block[] = [
    { id: 'title', kind: 'heading', text: title },
    { id: 'lead', kind: 'text', html: paragraph(hello) + paragraph(lead) + list(facts, colon) },
    ...(button ? [{ id: 'button', kind: 'button' as const, ...button }] : []),
    { id: 'end', kind: 'text', html: paragraph(note) + paragraph(regards) },
  ];
  return { accent: ACCENT, reason, blocks };
};

const variantOf = (occasion: Occasion, language: Language): Variant => {
  const { subject, preheader } = occasion;
  return drawn({ subject, preheader, html: '', text: null, design: designOf(occasion, language) }, language);
};

/** E18, O38, O51: a message for each occasion, put together from blocks that can be changed. */
export const occasionTemplates = (
  language: Language,
): { key: OccasionKey; name: string; description: string; variant: Variant }[] =>
  OCCASION_TEMPLATES.map((key) => {
    const occasion = OCCASIONS[language][key];
    return { key, name: occasion.name, description: occasion.description, variant: variantOf(occasion, language) };
  });
