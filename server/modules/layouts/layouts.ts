import type { InputOf } from '../../../contract/endpoint.ts';
import type * as api from '../../../contract/layouts.ts';
import type { FullLayout, Layout, LayoutDesign } from '../../../contract/layouts.ts';
import type { Page } from '../../../contract/paging.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';
import { mergeFieldFragments } from '../crm/index.ts';
import * as store from './layout.store.ts';
import { imagesOf, letterheadOf } from './model/letterhead.ts';
import type { Press } from './press.ts';

interface Needs {
  db: Db;
  ids: Ids;
  press: Press;
}

export const listLayouts = async (
  { db }: { db: Db },
  actor: Actor,
  input: InputOf<typeof api.listLayouts>,
): Promise<Page<Layout>> => {
  authorise(actor, 'campaign.see');
  return store.pageOfLayouts(db, input);
};

export const getLayout = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.getLayout>,
): Promise<FullLayout> => {
  authorise(actor, 'campaign.see');
  return store.getLayout(db, id);
};

export const createLayout = async (
  needs: Needs,
  actor: Actor,
  input: InputOf<typeof api.createLayout>,
): Promise<FullLayout> => {
  authorise(actor, 'content.edit');
  await assertPrintable(needs, input.design);
  return store.storeLayout(needs.db, { ...input, id: needs.ids.next() });
};

export const updateLayout = async (
  needs: Needs,
  actor: Actor,
  input: InputOf<typeof api.updateLayout>,
): Promise<FullLayout> => {
  authorise(actor, 'content.edit');
  await store.getLayout(needs.db, input.id);
  await assertPrintable(needs, input.design);
  return store.storeLayout(needs.db, input);
};

export const archiveLayout = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.archiveLayout>,
): Promise<{ ok: true }> => {
  authorise(actor, 'content.edit');
  await store.archiveLayout(db, id);
  return { ok: true };
};

/** A field that is none, or a picture that is none, is refused here, not when the letters are made. */
const assertPrintable = async ({ db, press }: Needs, design: LayoutDesign): Promise<void> => {
  const known = await mergeFieldFragments(db);
  const unknown = design.needs.find((name) => !known.has(name));
  if (unknown !== undefined) throw new Invalid('design.needs', 'unknown_merge_field', { name: unknown });
  if (design.logo === null) return;
  const blank = { head: 0, language: 'en', address: [], code: null, info: [], subject: null, blocks: [] } as const;
  const job = { title: '', author: '', heads: [letterheadOf(design, 'en')], images: imagesOf(design) };
  try {
    await press.print({ ...job, documents: [{ ...blank, address: [], info: [], blocks: [] }] });
  } catch {
    throw new Invalid('design.logo', 'logo_unreadable');
  }
};
