import { MAX_ATTACHED } from '../../../contract/attachments.ts';
import type * as api from '../../../contract/content.ts';
import type { ContentVersion, Variants } from '../../../contract/content.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import { LANGUAGES } from '../../../contract/messages/index.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise, may } from '../access/index.ts';
import { articlesOf } from './article.store.ts';
import { withKeptFiles } from './attachments/attachments.ts';
import { faultsOf, type Texts } from './compile-content.ts';
import { earlierContents } from './content-edit.store.ts';
import * as store from './content-version.store.ts';
import { allDrawn } from './draw-design.ts';
import { recipientFields } from './gather-values.views.ts';
import { layoutsOf } from './layouts-of.ts';
import { embeddedIn } from './media/embedded-pictures.ts';
import { MAX_LINKS, numberLinks } from './model/number-links.ts';
import { atReport, reportVariants } from './model/report-variants.ts';

/** Counted before anything dearer is done; a text that cannot be read is refused afterwards, with its place. */
const hasTooManyLinks = ({ variants, articles }: Texts): boolean => {
  try {
    return numberLinks(variants, articles).size > MAX_LINKS;
  } catch {
    return false;
  }
};

/** The files and the pictures that go with a language may together weigh what files may. */
const assertCarriable = async (db: Db | Tx, content: Texts): Promise<void> => {
  for (const language of LANGUAGES) {
    const pictures = await embeddedIn(db, content, language);
    if (pictures.length === 0) continue;
    const weighed = [...pictures, ...(content.variants[language]?.attachments ?? [])];
    if (weighed.reduce((sum, { size }) => sum + size, 0) <= MAX_ATTACHED) continue;
    throw new Invalid(`variants.${language}.embedded`, 'embedded_too_large', { max: MAX_ATTACHED / 1_000_000 });
  }
};

/** Refuses texts that are no valid templates, each with line and column. Empty texts are fine in a draft. */
const assertWritable = async (db: Db | Tx, channel: string, variants: Variants): Promise<void> => {
  const content = { variants, articles: await articlesOf(db, variants) };
  if (hasTooManyLinks(content)) throw new Invalid('variants', 'content_too_many_links', { max: MAX_LINKS });
  await assertCarriable(db, content);
  const known = await recipientFields(db);
  await layoutsOf(db, variants);
  const reports = { ...content, variants: reportVariants(variants) };
  const faults = [...faultsOf(channel, content, known), ...faultsOf('letter', reports, known).map(atReport)];
  if (faults.length > 0) throw Invalid.all(faults);
};

export const createContentVersion = async (
  needs: { db: Db; ids: Ids },
  actor: Actor,
  { channel, defaultLanguage, variants: written }: InputOf<typeof api.createContentVersion>,
): Promise<ContentVersion> => {
  authorise(actor, 'campaign.create');
  const variants = allDrawn(await withKeptFiles(needs.db, written));
  await assertWritable(needs.db, channel, variants);
  const draft = { id: needs.ids.next(), channel, defaultLanguage, variants, previousId: null, createdBy: actor.userId };
  return store.insertContentVersion(needs.db, draft);
};

export const getContentVersion = async (
  needs: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.getContentVersion>,
): Promise<ContentVersion> => {
  authorise(actor, 'campaign.see');
  return store.getContentVersion(needs.db, id);
};

export const listEarlierContents = async (
  needs: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.listEarlierContents>,
): Promise<OutputOf<typeof api.listEarlierContents>> => {
  authorise(actor, 'campaign.see');
  await store.getContentVersion(needs.db, id);
  return { earlier: await earlierContents(needs.db, id) };
};

/** What a run has frozen, or what belongs to somebody else and may not be edited, stays: the change becomes a version of its own. */
export const updateContentVersion = async (
  needs: { db: Db; ids: Ids },
  actor: Actor,
  { id, defaultLanguage, variants: brought }: InputOf<typeof api.updateContentVersion>,
): Promise<ContentVersion> => {
  authorise(actor, 'campaign.create');
  const variants = allDrawn(await withKeptFiles(needs.db, brought));
  const { channel: written } = await store.getContentVersion(needs.db, id);
  await assertWritable(needs.db, written, variants);
  return needs.db.transaction().execute(async (tx) => {
    const { channel, createdBy } = await store.getOwnedVersion(tx, id);
    const mine = may(actor, 'content.edit') || createdBy === actor.userId;
    const rewritten = mine
      ? await store.rewriteContentVersion(tx, id, {
          defaultLanguage,
          variants,
          editId: needs.ids.next(),
          by: actor.userId,
        })
      : undefined;
    if (rewritten) return rewritten;
    const next = { id: needs.ids.next(), channel, defaultLanguage, variants, previousId: id, createdBy: actor.userId };
    return store.insertContentVersion(tx, next);
  });
};

/** A draft with the same texts, for a duplicated campaign. Throws NotFound. */
export const copyContentVersion = async (
  tx: Db | Tx,
  needs: { ids: Ids },
  actor: Actor,
  id: string,
): Promise<ContentVersion['id']> => {
  const { channel, defaultLanguage, variants } = await store.getContentVersion(tx, id);
  const draft = { id: needs.ids.next(), channel, defaultLanguage, variants, previousId: id, createdBy: actor.userId };
  return (await store.insertContentVersion(tx, draft)).id;
};
