import { archiveTemplate, listTemplates, type Template } from '../../../../contract/content.ts';
import { useAction } from '../../api/use-action.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { confirm } from '../../ui/confirm.tsx';
import { notify } from '../../ui/toast.tsx';
import { texts } from './texts/texts.ts';

/** Asks, then puts a template away; answers whether it was done. */
export function useArchiveTemplate(): (template: Pick<Template, 'id' | 'name'>) => Promise<boolean> {
  const t = useTexts(texts);
  const archive = useAction(archiveTemplate, { invalidate: [listTemplates] });
  return async ({ id, name }) => {
    const question = { title: t('archiveTitle', { name }), text: t('archiveText'), action: t('archive'), danger: true };
    if (!(await confirm(question))) return false;
    await archive.runAsync({ id });
    notify.success(t('archived', { name }));
    return true;
  };
}
