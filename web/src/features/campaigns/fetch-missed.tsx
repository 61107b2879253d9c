import { useState } from 'react';
import { listMissed, type Missed } from '../../../../contract/missed.ts';
import { countAction } from '../../../../contract/runs.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { Checkbox } from '../../form/toggle-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { useReason } from '../../reasons/use-reason.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { Modal } from '../../ui/modal.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Text } from '../../ui/text.tsx';
import { useHere } from './campaign-context.ts';
import { missedTexts } from './missed-texts/texts.ts';
import { useAddresses } from './use-addresses.ts';
import { useFetchFailed, useGenerate } from './use-list-actions.ts';

type Fetched = Exclude<Missed, 'unknown'>;
const FETCHED: readonly Fetched[] = ['failed', 'bounced', 'dropped', 'unopened'];

/** Q29, Q30: everyone who did not receive it, by reason; whom of them a new list fetches is ticked here. */
export function FetchMissed({ onClose }: { onClose: () => void }) {
  const t = useTexts(missedTexts);
  const reason = useReason();
  const { action } = useHere();
  const { log, actions } = useAddresses();
  const missed = useEndpoint(listMissed, { id: action.id });
  const { fetch, busy } = useFetchFailed(onClose);
  const [chosen, setChosen] = useState<Fetched[]>(['failed']);
  const of = (what: Missed) => missed.data?.find((one) => one.what === what);
  const said = (what: Missed) =>
    of(what)
      ?.reasons.map((one) => `${reason(one.reason)}: ${one.lines}`)
      .join(' · ');
  const count = chosen.reduce((sum, what) => sum + (of(what)?.lines ?? 0), 0);
  const unknown = of('unknown')?.lines ?? 0;
  return (
    <Modal open onClose={onClose} title={t('title')}>
      <Stack>
        <Text tone="quiet">{t('text')}</Text>
        {missed.problem ? <Alert tone="bad">{missed.problem.message}</Alert> : null}
        {missed.data ? null : <Skeleton lines={4} />}
        {missed.data
          ? FETCHED.map((what) => (
              <Checkbox
                key={what}
                label={t(what, { count: of(what)?.lines ?? 0 })}
                hint={said(what) || t(`${what}Hint`)}
                value={chosen.includes(what)}
                disabled={(of(what)?.lines ?? 0) === 0}
                onChange={(yes) => setChosen(yes ? [...chosen, what] : chosen.filter((one) => one !== what))}
              />
            ))
          : null}
        {unknown > 0 ? (
          <Text tone="quiet">
            {t('unknown', { count: unknown })}{' '}
            <Link href={log({ run: 'all', show: 'unknown' })}>{t('decideThere')}</Link>
          </Text>
        ) : null}
        <Text tone="quiet">
          {t('otherChannel')} <Link href={actions()}>{t('addAction')}</Link>
        </Text>
        <Joined onDone={onClose} />
        <Row spread="end">
          <Button look="primary" busy={busy} disabled={count === 0} onClick={() => fetch(chosen)}>
            {t('fetch', { count })}
          </Button>
        </Row>
      </Stack>
    </Modal>
  );
}

/** Those for whom the action is only now: whoever was in it before is left out of a new list by itself. */
function Joined({ onDone }: { onDone: () => void }) {
  const t = useTexts(missedTexts);
  const { action } = useHere();
  const { generate, busy } = useGenerate(onDone);
  const count = useEndpoint(countAction, { id: action.id }).data?.planned ?? 0;
  if (count === 0) return null;
  return (
    <Alert
      title={t('joinedTitle')}
      action={
        <Button size="small" busy={busy} onClick={generate}>
          {t('fetchJoined')}
        </Button>
      }
    >
      {t('joined', { count })}
    </Alert>
  );
}
