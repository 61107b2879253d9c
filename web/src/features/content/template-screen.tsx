import { createTemplate, getTemplate, listTemplates, updateTemplate } from '../../../../contract/content.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { nearestLanguage } from '../../i18n/languages.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useGo, useParam } from '../../url.ts';
import { TemplateForm } from './template-form.tsx';
import { texts } from './texts/texts.ts';
import { useArchiveTemplate } from './use-archive-template.ts';

const useCrumbs = () => [{ label: useTexts(texts)('templates'), href: paths.templates() }];

export function NewTemplateScreen() {
  const t = useTexts(texts);
  const go = useGo();
  const language = nearestLanguage([useFormat().language]);
  const create = useAction(createTemplate, {
    invalidate: [listTemplates],
    done: t('templateSaved'),
    toast: false,
    onSuccess: ({ id }) => go(paths.template(id)),
  });
  const start = {
    name: '',
    channel: 'email' as const,
    language,
    variant: { subject: '', preheader: '', html: '', text: null },
  };
  return (
    <Page title={t('newTemplate')} crumbs={useCrumbs()}>
      <TemplateForm start={start} send={create.runAsync} />
    </Page>
  );
}

/** One template: its name, its language and its texts. */
export function TemplateScreen() {
  const t = useTexts(texts);
  const id = useParam('id');
  const go = useGo();
  const crumbs = useCrumbs();
  const mayEdit = useMay('content.edit');
  const archive = useArchiveTemplate();
  const { data: template, problem } = useEndpoint(getTemplate, { id: id as never });
  const save = useAction(updateTemplate, {
    invalidate: [listTemplates, getTemplate],
    done: t('templateSaved'),
    toast: false,
  });
  if (!template)
    return (
      <Page title={t('template')} crumbs={crumbs}>
        {problem ? <Alert tone="bad">{problem.message}</Alert> : <Skeleton lines={8} />}
      </Page>
    );
  const putAway = async () => {
    if (await archive(template)) go(paths.templates());
  };
  const { name, channel, language, variant } = template;
  return (
    <Page
      title={name}
      crumbs={crumbs}
      actions={mayEdit ? <Button onClick={() => void putAway()}>{t('archive')}</Button> : undefined}
    >
      <TemplateForm
        key={template.id}
        fixed
        start={{ name, channel, language, variant }}
        send={(words) => save.runAsync({ ...words, id: template.id })}
        disabled={!mayEdit}
      />
    </Page>
  );
}
