import { useFormat } from '../../i18n/use-format.ts';
import { useSearchState } from '../../url.ts';
import { type LineFilter, lineFilterOf } from './line-filter.tsx';

/** Q33: the list, or what is shown of it, as an Excel or CSV file; `of` is the address of the list. */
export function useExport(of: string | null): (format: 'xlsx' | 'csv') => void {
  const [search] = useSearchState<LineFilter & { search?: string; sort?: string; direction?: string }>();
  const { language } = useFormat();
  return (format) => {
    if (of === null) return;
    const shown = new URLSearchParams({ format, words: language });
    const { search: words, sort, direction } = search;
    const asked = { ...lineFilterOf(search), search: words, sort, direction };
    for (const [name, value] of Object.entries(asked)) if (value !== undefined) shown.set(name, String(value));
    window.location.assign(`${of}/export?${shown}`);
  };
}
