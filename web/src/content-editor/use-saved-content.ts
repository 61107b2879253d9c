import {
  type ContentVersion,
  getContentVersion,
  listEarlierContents,
  updateContentVersion,
} from '../../../contract/content.ts';
import { useAction } from '../api/use-action.ts';
import { useForm } from '../form/use-form.ts';
import { useTexts } from '../i18n/use-texts.ts';
import type { Content } from './content.ts';
import { texts } from './texts/texts.ts';

/** The form of a stored message. `onSaved` is told of a version with a new id where a run had frozen the former. */
export function useSavedContent(version: ContentVersion, onSaved?: (version: ContentVersion) => unknown) {
  const t = useTexts(texts);
  const save = useAction(updateContentVersion, {
    invalidate: [getContentVersion, listEarlierContents],
    done: t('contentSaved'),
    toast: false,
  });
  const start: Content = { defaultLanguage: version.defaultLanguage, variants: version.variants };
  return useForm({
    schema: updateContentVersion.input.omit({ id: true }),
    start,
    send: async (content) => {
      await onSaved?.(await save.runAsync({ ...content, id: version.id }));
    },
  });
}
