import { EVERYBODY } from '../../../../contract/rule.ts';
import { getSegment } from '../../../../contract/segments.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { QuickMenu } from '../../quick/quick-menu.tsx';
import { useMay } from '../../session/session.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useGo, useParam } from '../../url.ts';
import { SegmentEditor } from './segment-editor.tsx';
import { texts } from './texts/texts.ts';
import { useDeleteSegment } from './use-delete-segment.ts';

const useCrumbs = () => [{ label: useTexts(texts)('segments'), href: paths.segments() }];

export function NewSegmentScreen() {
  const t = useTexts(texts);
  const start = { name: '', description: '', partyKind: 'contact', rule: EVERYBODY } as const;
  return (
    <Page title={t('newSegment')} crumbs={useCrumbs()}>
      <SegmentEditor segment={null} start={start} />
    </Page>
  );
}

/** One segment: its rule, whom it selects now, and where it is used. */
export function SegmentScreen() {
  const t = useTexts(texts);
  const id = useParam('id');
  const go = useGo();
  const mayEdit = useMay('segment.edit');
  const remove = useDeleteSegment();
  const crumbs = useCrumbs();
  const { data: segment, problem } = useEndpoint(getSegment, { id });
  if (problem)
    return (
      <Page title={t('segments')} crumbs={crumbs}>
        <Alert tone="bad">{problem.message}</Alert>
      </Page>
    );
  if (!segment)
    return (
      <Page title={t('segments')} crumbs={crumbs}>
        <Skeleton lines={6} />
      </Page>
    );
  const removeAndLeave = async () => {
    if (await remove(segment)) go(paths.segments());
  };
  return (
    <Page
      title={segment.name}
      crumbs={crumbs}
      actions={
        <>
          <QuickMenu from={{ segment: [segment.id] }} />
          {mayEdit ? <Button onClick={() => void removeAndLeave()}>{t('deleteSegment')}</Button> : null}
        </>
      }
    >
      <SegmentEditor key={segment.id} segment={segment} start={segment} />
    </Page>
  );
}
