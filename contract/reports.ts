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

/** The PDF as one recipient got it. */
export const reportAddress = (runId: string, no: number): string => `/api/runs/${runId}/lines/${no}/report`;
