import { useEffect, useRef } from 'react';
import { listSavedViews, openWithView, type SavedView, type ViewSearch } from '../../../contract/saved-views.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { type SearchState, useSearchState } from '../url.ts';

export interface SavedViews {
  views: readonly SavedView[];
  /** The one chosen, null without one. */
  chosen: SavedView | null;
  /** The list shows something else than the chosen view by now. */
  changed: boolean;
  /** What is shown, to be kept. */
  shown: ViewSearch;
  choose: (view: Pick<SavedView, 'id' | 'search'> | null) => void;
  openWith: (id: SavedView['id'] | null) => void;
}

/** The address of a list without the name of its view. */
const shownIn = ({ view: _, ...search }: SearchState): ViewSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== '')) as ViewSearch;

const written = (search: ViewSearch): string =>
  JSON.stringify(
    Object.entries(search)
      .map(([name, value]) => [name, String(value)])
      .sort(),
  );

/** The views of a list: which is chosen stands in the address, and an address that asks for nothing opens with one's own. */
export function useSavedViews(list: string): SavedViews {
  const [search, change] = useSearchState();
  const { data } = useEndpoint(listSavedViews, { list });
  const { run } = useAction(openWithView, { invalidate: [listSavedViews] });
  const views = data?.rows ?? [];
  const shown = shownIn(search);
  const chosen = views.find(({ id }) => id === search['view']) ?? null;
  const choose = (view: Pick<SavedView, 'id' | 'search'> | null) => {
    const none = Object.fromEntries(Object.keys(search).map((name) => [name, undefined]));
    change({ ...none, ...view?.search, view: view?.id });
  };
  const opened = useRef(Object.keys(search).length > 0);
  useEffect(() => {
    const first = data?.rows.find(({ opens }) => opens);
    if (data === undefined || opened.current) return;
    opened.current = true;
    if (first) change({ ...first.search, view: first.id });
  }, [data, change]);
  return {
    views,
    chosen,
    changed: chosen !== null && written(chosen.search) !== written(shown),
    shown,
    choose,
    openWith: (id) => run({ list, viewId: id as never }),
  };
}
