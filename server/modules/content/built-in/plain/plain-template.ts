import type { PLAIN_TEMPLATES, PlainChannel } from '../../../../../contract/content.ts';

/** A text for a phone, for paper, or for whoever calls or does something: its paragraphs, which are templates. */
export interface PlainTemplate {
  description: string;
  /** Only of a letter. */
  subject?: string;
  text: readonly string[];
}

export type PlainTemplates = {
  [Channel in PlainChannel]: Record<(typeof PLAIN_TEMPLATES)[Channel][number], PlainTemplate>;
};
