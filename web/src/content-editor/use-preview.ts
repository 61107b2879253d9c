import { useEffect, useState } from 'react';
import { previewContent } from '../../../contract/content.ts';
import type { OutputOf, SentTo } from '../../../contract/endpoint.ts';
import { useEndpoint } from '../api/use-endpoint.ts';

export type Preview = OutputOf<typeof previewContent>;
type Asked = SentTo<typeof previewContent>;

const PAUSE_MS = 400;

/** The message as the server makes it, a moment after the last key. */
export function usePreview(input: Asked): { preview: Preview | undefined; refreshing: boolean } {
  const key = JSON.stringify(input);
  const [asked, setAsked] = useState<{ key: string; input: Asked }>({ key, input });
  useEffect(() => {
    if (key === asked.key) return undefined;
    const timer = setTimeout(() => setAsked({ key, input }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [key, asked.key, input]);
  const { data, refreshing } = useEndpoint(previewContent, asked.input, { keep: true });
  return { preview: data, refreshing };
}
