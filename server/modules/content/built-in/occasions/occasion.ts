import type { OCCASION_TEMPLATES } from '../../../../../contract/content.ts';

/** A message for an occasion: what its blocks say, from top to bottom. Texts are templates. */
export interface Occasion {
  name: string;
  description: string;
  subject: string;
  preheader: string;
  /** Why it came, at its foot. */
  reason: string;
  title: string;
  lead: string;
  /** What is to be known, line by line. */
  facts?: readonly (readonly [string, string])[];
  button?: { text: string; href: string };
  note: string;
}

export type OccasionKey = (typeof OCCASION_TEMPLATES)[number];
export type Occasions = Record<OccasionKey, Occasion>;
