import type * as api from '../../../contract/content.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { Language } from '../../../contract/messages/index.ts';
import type { Page } from '../../../contract/paging.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';
import { articlesOf } from './article.store.ts';
import { withKeptFiles } from './attachments/attachments.ts';
import { builtInTemplates } from './built-in/built-in-templates.ts';
import { faultsOf } from './compile-content.ts';
import { drawDesign as draw, drawn } from './draw-design.ts';
import { recipientFields } from './gather-values.views.ts';
import * as store from './template.store.ts';

const keptFiles = async (db: Db, variant: api.Variant): Promise<api.Variant> =>
  (await withKeptFiles(db, { en: variant })).en ?? variant;

/** Faults are told at the template's own fields: `variant.html`. */
const assertCompiles = async (db: Db, language: Language, variant: api.Variant): Promise<void> => {
  const variants = { [language]: variant };
  const faults = faultsOf('email', { variants, articles: await articlesOf(db, variants) }, await recipientFields(db));
  if (faults.length === 0) return;
  throw Invalid.all(
    faults.map((fault) => ({ ...fault, field: fault.field?.replace(`variants.${language}`, 'variant') ?? null })),
  );
};

export const listTemplates = async (
  needs: { db: Db },
  actor: Actor,
  input: InputOf<typeof api.listTemplates>,
): Promise<Page<api.Template>> => {
  authorise(actor, 'campaign.see');
  return store.pageOfTemplates(needs.db, input);
};

export const getTemplate = async (needs: { db: Db }, actor: Actor, { id }: InputOf<typeof api.getTemplate>) => {
  authorise(actor, 'campaign.see');
  return store.getTemplate(needs.db, id);
};

export const createTemplate = async (
  needs: { db: Db; ids: Ids },
  actor: Actor,
  input: InputOf<typeof api.createTemplate>,
) => {
  authorise(actor, 'content.edit');
  const variant = drawn(await keptFiles(needs.db, input.variant), input.language);
  await assertCompiles(needs.db, input.language, variant);
  return store.insertTemplate(needs.db, { ...input, variant, id: needs.ids.next() });
};

export const updateTemplate = async (needs: { db: Db }, actor: Actor, input: InputOf<typeof api.updateTemplate>) => {
  authorise(actor, 'content.edit');
  const variant = drawn(await keptFiles(needs.db, input.variant), input.language);
  await assertCompiles(needs.db, input.language, variant);
  return store.rewriteTemplate(needs.db, { ...input, variant });
};

export const archiveTemplate = async (
  needs: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.archiveTemplate>,
): Promise<{ ok: true }> => {
  authorise(actor, 'content.edit');
  await store.archiveTemplate(needs.db, id);
  return { ok: true };
};

export const drawDesign = async (
  _needs: object,
  actor: Actor,
  { design, language }: InputOf<typeof api.drawDesign>,
): Promise<OutputOf<typeof api.drawDesign>> => {
  authorise(actor, 'campaign.see');
  return { html: draw(design, language) };
};

export const listBuiltInTemplates = async (
  _needs: object,
  actor: Actor,
  { language, channel }: InputOf<typeof api.listBuiltInTemplates>,
): Promise<OutputOf<typeof api.listBuiltInTemplates>> => {
  authorise(actor, 'campaign.see');
  return { templates: builtInTemplates(language, channel) };
};
