import { useEffect, useRef, useState } from 'react';
import { previewContent } from '../../../contract/content.ts';
import type { OutputOf, SentTo } from '../../../contract/endpoint.ts';
import { useEndpoint } from '../api/use-endpoint.ts';

export type Preview = OutputOf<typeof previewContent>;
type Asked = SentTo<typeof previewContent>;

const PAUSE_MS = 400;

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
  const key = JSON.stringify(input);
  const [asked, setAsked] = useState<{ key: string; input: Asked }>({ key, input });
  const made = useRef<{ language: string; preview: Preview } | null>(null);
  useEffect(() => {
    if (key === asked.key) return undefined;
    const timer = setTimeout(() => setAsked({ key, input }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [key, asked.key, input]);
  const { data } = useEndpoint(previewContent, asked.input, { keep: true });
  const { language } = asked.input;
  if (data && isMade(data)) made.current = { language, preview: data };
  const last = made.current?.language === language ? made.current.preview : undefined;
  const stale = !isMade(data) && last !== undefined;
  return { preview: stale ? last : data, stale, remarks: data?.remarks ?? [] };
}
