import type { Run } from '../../../../contract/runs.ts';
import { useSearchState } from '../../url.ts';
import { type LineFilter, lineFilterOf } from './line-filter.tsx';

/** Q33: the list, or what is shown of it, as an Excel or CSV file. */
export function useExport(run: Run | null): (format: 'xlsx' | 'csv') => void {
  const [search] = useSearchState<LineFilter>();
  return (format) => {
    if (run === null) return;
    const shown = new URLSearchParams({ format });
    for (const [name, value] of Object.entries(lineFilterOf(search))) shown.set(name, String(value));
    window.location.assign(`/api/runs/${run.id}/export?${shown}`);
  };
}
