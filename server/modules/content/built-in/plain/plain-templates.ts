import {
  type BuiltInTemplate,
  PLAIN_TEMPLATES,
  type PlainChannel,
  type Variant,
} from '../../../../../contract/content.ts';
import { frenchSpacesIn } from '../../../../../contract/french-spaces.ts';
import type { Language } from '../../../../../contract/messages/index.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { nb } from './nb.ts';
import { pl } from './pl.ts';
import type { PlainTemplate, PlainTemplates } from './plain-template.ts';

/** Phones know no such spaces. */
const TEMPLATES: Record<Language, PlainTemplates> = { en, nb, pl, fr: { ...frenchSpacesIn(fr), sms: fr.sms } };

/** In the order of their keys. An SMS is one paragraph. */
export const plainTemplates = (
  language: Language,
  channel: PlainChannel,
): { key: BuiltInTemplate; description: string; variant: Variant }[] => {
  const written: Partial<Record<BuiltInTemplate, PlainTemplate>> = TEMPLATES[language][channel];
  return PLAIN_TEMPLATES[channel].flatMap((key) => {
    const template = written[key];
    if (!template) return [];
    const { description, subject = '', text } = template;
    const words = text.join(channel === 'sms' ? '\n' : '\n\n');
    return [{ key, description, variant: { subject, preheader: '', html: '', text: words } }];
  });
};
