import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { SavedViewId } from './ids.ts';
import { Ok } from './paging.ts';

const tag = 'Views';
const ListName = z.string().regex(/^[a-z][a-z-]{0,39}$/, 'invalid_list_name');
const ViewName = z.string().trim().min(1).max(80);
/** Search, filters, order and columns of a list, as they stand in its address. */
const Search = z.record(z.string().max(60), z.union([z.string().max(500), z.number(), z.boolean()]));
export type ViewSearch = z.output<typeof Search>;

export const SavedView = z.object({
  id: SavedViewId,
  name: z.string(),
  /** Everybody may choose it; only its owner changes it. */
  shared: z.boolean(),
  mine: z.boolean(),
  ownerName: z.string(),
  /** The list opens with it, for the person who asks. */
  opens: z.boolean(),
  search: Search,
});
export type SavedView = z.output<typeof SavedView>;

export const listSavedViews = endpoint({
  name: 'listSavedViews',
  method: 'GET',
  path: '/api/views',
  tag,
  summary: 'One’s own views of a list, and those that others share',
  input: z.object({ list: ListName }),
  output: z.object({ rows: z.array(SavedView) }),
});

export const saveView = endpoint({
  name: 'saveView',
  method: 'POST',
  path: '/api/views',
  tag,
  summary: 'Keep what a list shows under a name',
  input: z.object({
    list: ListName,
    name: ViewName,
    shared: z.boolean().default(false),
    opens: z.boolean().default(false),
    search: Search,
  }),
  output: z.object({ id: SavedViewId }),
});

export const updateView = endpoint({
  name: 'updateView',
  method: 'PATCH',
  path: '/api/views/:id',
  tag,
  summary: 'Change a view of one’s own: its name, who sees it, what it shows',
  input: z.object({
    id: SavedViewId,
    name: ViewName.optional(),
    shared: z.boolean().optional(),
    search: Search.optional(),
  }),
  output: Ok,
});

export const deleteView = endpoint({
  name: 'deleteView',
  method: 'DELETE',
  path: '/api/views/:id',
  tag,
  summary: 'Delete a view; an administrator may delete what others share',
  input: z.object({ id: SavedViewId }),
  output: Ok,
});

export const openWithView = endpoint({
  name: 'openWithView',
  method: 'PUT',
  path: '/api/views/opening',
  tag,
  summary: 'Choose the view that a list opens with; null: none',
  input: z.object({ list: ListName, viewId: SavedViewId.nullable() }),
  output: Ok,
});
