import { z } from 'zod';
import { LayoutId } from './ids.ts';

/** A PDF that is made for each recipient and goes with the e-mail: its texts are templates, set on paper by a layout. */
export const Report = z.object({
  layoutId: LayoutId,
  /** Of the file, without its ending. */
  fileName: z.string().trim().min(1).max(80),
  title: z.string().max(1000).default(''),
  /** An empty line ends a paragraph, `# ` begins a heading, `- ` an item; `**bold**`, `*italic*`. */
  text: z.string().max(100_000).default(''),
});
export type Report = z.output<typeof Report>;

/** What can be one recipient's own in an e-mail: its report, and what was issued to him. */
export const ENCLOSURES = ['report', 'document'] as const;
export type Enclosure = (typeof ENCLOSURES)[number];

/** The PDF as one recipient got it. */
export const enclosedAddress = (runId: string, no: number, which: Enclosure): string =>
  `/api/runs/${runId}/lines/${no}/${which}`;
