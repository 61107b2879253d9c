import { useRef } from 'react';
import { previewContent } from '../../../contract/content.ts';
import type { OutputOf, SentTo } from '../../../contract/endpoint.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useLater } from '../ui/use-later.ts';

export type Preview = OutputOf<typeof previewContent>;
type Asked = SentTo<typeof previewContent>;

/** A text that is no template can't be shown. */
const isMade = (preview: Preview | undefined): boolean => preview !== undefined && preview.text !== '';

export interface LivePreview {
  /** The last that could be made; while there is an error it's an older one. */
  preview: Preview | undefined;
  stale: boolean;
  /** What is said of the text as it is now. */
  remarks: Preview['remarks'];
}

/** The message as the server makes it, a moment after the last key. */
export function usePreview(input: Asked): LivePreview {
  const asked = useLater(input);
  const made = useRef<{ language: string; preview: Preview } | null>(null);
  const { data } = useEndpoint(previewContent, asked, { keep: true });
  const { language } = asked;
  if (data && isMade(data)) made.current = { language, preview: data };
  const last = made.current?.language === language ? made.current.preview : undefined;
  const stale = !isMade(data) && last !== undefined;
  return { preview: stale ? last : data, stale, remarks: data?.remarks ?? [] };
}
