import {
  archiveLayout,
  createLayout,
  getLayout,
  LayoutDesign,
  listLayouts,
  updateLayout,
} from '../../../../contract/layouts.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay, useSession } from '../../session/session.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useGo, useParam } from '../../url.ts';
import { LayoutForm } from './layout-form.tsx';
import { layoutTexts } from './layout-texts/texts.ts';

const useCrumbs = () => [{ label: useTexts(layoutTexts)('layouts'), href: paths.layouts() }];

export function NewLayoutScreen() {
  const t = useTexts(layoutTexts);
  const go = useGo();
  const { installation } = useSession();
  const create = useAction(createLayout, {
    invalidate: [listLayouts],
    done: t('saved'),
    toast: false,
    onSuccess: ({ id }) => go(paths.layout(id)),
  });
  const start = { name: '', design: LayoutDesign.parse({ name: installation?.name ?? '' }) };
  return (
    <Page title={t('newLayout')} crumbs={useCrumbs()}>
      <LayoutForm start={start} send={create.runAsync} />
    </Page>
  );
}

/** One layout, beside it a letter as it is printed with it. */
export function LayoutScreen() {
  const t = useTexts(layoutTexts);
  const id = useParam('id');
  const go = useGo();
  const crumbs = useCrumbs();
  const mayEdit = useMay('content.edit');
  const { data: layout, problem } = useEndpoint(getLayout, { id: id as never });
  const save = useAction(updateLayout, { invalidate: [listLayouts, getLayout], done: t('saved'), toast: false });
  const archive = useAction(archiveLayout, { invalidate: [listLayouts], onSuccess: () => go(paths.layouts()) });
  if (!layout)
    return (
      <Page title={t('layout')} crumbs={crumbs}>
        {problem ? <Alert tone="bad">{problem.message}</Alert> : <Skeleton lines={8} />}
      </Page>
    );
  const { name, design } = layout;
  const putAway = async () => {
    const question = { title: t('archiveTitle', { name }), text: t('archiveText'), action: t('archive'), danger: true };
    if (await confirm(question)) archive.run({ id: layout.id });
  };
  return (
    <Page
      title={name}
      crumbs={crumbs}
      actions={mayEdit ? <Button onClick={() => void putAway()}>{t('archive')}</Button> : undefined}
    >
      <LayoutForm
        key={layout.id}
        start={{ name, design }}
        send={(words) => save.runAsync({ ...words, id: layout.id })}
        disabled={!mayEdit}
      />
    </Page>
  );
}
