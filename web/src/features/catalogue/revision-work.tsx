import { useEffect, useRef, useState } from 'react';
import { listProducts } from '../../../../contract/catalogue.ts';
import { listPriceHistory } from '../../../../contract/catalogue-prices.ts';
import {
  getPriceRevision,
  listPriceRevisions,
  listRevisionLines,
  type PriceRevision,
  type RevisionWork,
  stopPriceRevision,
} from '../../../../contract/catalogue-revisions.ts';
import { useAction, useRefresh } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useMay } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Text } from '../../ui/text.tsx';
import { notify } from '../../ui/toast.tsx';
import { texts } from './texts/texts.ts';

const LOOK_EVERY_MS = 700;
const SAID = { applied: 'applied', reversed: 'reversed' } as const;

/** A revision, looked at again while a worker is at it; what it has changed is fetched anew when it is through. */
export function useRevision(id: string) {
  const t = useTexts(texts);
  const refresh = useRefresh();
  const [every, setEvery] = useState<number | false>(false);
  const answer = useEndpoint(getPriceRevision, { id: id as never }, { every });
  const revision = answer.data;
  const before = useRef<{ state: PriceRevision['state']; working: boolean } | null>(null);
  const working = revision?.work != null;
  const state = revision?.state;
  if (revision && working !== (every !== false)) setEvery(working ? LOOK_EVERY_MS : false);
  useEffect(() => {
    const was = before.current;
    before.current = state === undefined ? null : { state, working };
    if (state === undefined || working || was === null) return;
    // Work that took less than a look is known by the state it left behind.
    const changed = was.state !== state;
    if (changed || was.working) refresh(listPriceRevisions, listRevisionLines, listProducts, listPriceHistory);
    if (changed && state in SAID) notify.success(t(SAID[state as keyof typeof SAID]));
  }, [working, state, refresh, t]);
  return answer;
}

/** What a worker is doing at it: how far, until when, and a way to stop it. */
export function RevisionProgress({ revision, work }: { revision: PriceRevision; work: RevisionWork }) {
  const t = useTexts(texts);
  const format = useFormat();
  const mayEdit = useMay('catalogue.edit');
  const stop = useAction(stopPriceRevision, { invalidate: [getPriceRevision, listPriceRevisions] });
  const title = t(`work_${work.kind}`);
  const said = t('doneOf', { done: work.done, count: work.total });
  const actions = mayEdit ? (
    <Button size="small" busy={stop.busy} onClick={() => stop.run({ id: revision.id })}>
      {t('stop')}
    </Button>
  ) : null;
  return (
    <Card title={title} actions={actions}>
      <Stack gap="small">
        <Progress label={title} ratio={work.total === 0 ? undefined : work.done / work.total} said={said} />
        <Row spread="between">
          <Text as="span" size="small">
            {said}
          </Text>
          <Text as="span" size="small" tone="quiet">
            {work.finishEstimate ? t('readyAbout', { time: format.time(work.finishEstimate) }) : t('soon')}
          </Text>
        </Row>
        <Text tone="quiet">{t(work.kind === 'rehearse' ? 'rehearseNote' : 'writeNote')}</Text>
      </Stack>
    </Card>
  );
}
