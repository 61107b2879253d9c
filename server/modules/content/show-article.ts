import type { ShownPicture } from '../../../contract/media.ts';
import type { Language } from '../../../contract/messages/index.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { findArticle } from './article.store.ts';
import { gatherValues, type LineParty, recipientFields } from './gather-values.views.ts';
import { goesOn } from './model/article.ts';
import { withDirectLink } from './model/direct-link.ts';
import { createFieldSlots } from './model/liquid/names.ts';
import { parseTemplate } from './model/liquid/parse.ts';
import { asIs, escapeHtml, renderText } from './model/liquid/template.ts';
import { TemplateError } from './model/liquid/template-error.ts';
import { tokenize } from './model/liquid/tokenize.ts';
import { RenderError } from './model/liquid/value.ts';
import { MESSAGE_FIELDS, type MessageValues, slotValues, withMessageFields } from './model/message-fields.ts';

/** An article as one person reads it on a page. */
export interface ShownArticle {
  title: string;
  /** Simple HTML: cleaned when it was written, values escaped. */
  body: string;
  picture: ShownPicture | null;
  goesOn: { url: string; label: string } | null;
}

/** As it is now, also when it was put away since; null where there is none, or none that can be shown. */
export const showArticle = async (
  db: Db,
  id: string,
  { line, language, message }: { line: LineParty; language: Language; message: MessageValues },
): Promise<ShownArticle | null> => {
  const article = await findArticle(db, id);
  if (!article) return null;
  const slots = createFieldSlots(withMessageFields(await recipientFields(db)), MESSAGE_FIELDS);
  try {
    const title = parseTemplate(tokenize(article.title), slots, language);
    const body = parseTemplate(withDirectLink(tokenize(article.body), 'html'), slots, language);
    const [gathered = []] = await gatherValues(db, [line], slots.used.slice(MESSAGE_FIELDS.length));
    const values = slotValues(message, gathered);
    return {
      title: renderText(title, values, asIs),
      body: renderText(body, values, escapeHtml),
      picture: article.picture,
      goesOn: goesOn(article),
    };
  } catch (error) {
    // A field that it names was taken away since.
    if (error instanceof TemplateError || error instanceof RenderError) return null;
    throw error;
  }
};
