import { campaignHistory } from '../../../../contract/campaigns.ts';
import type { Run } from '../../../../contract/runs.ts';
import { getUnknownFate, leaveUnknown, type UnknownFate } from '../../../../contract/unknown-lines.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { useHere } from './campaign-context.ts';
import { unknownTexts } from './unknown-texts/texts.ts';
import { useAddresses } from './use-addresses.ts';
import { useResendUnknown } from './use-resend-unknown.ts';

/** Those of whom nobody knows whether it arrived: sent again only when a person decides so, or left; then what became of them. */
export function UnknownHint({ run }: { run: Run }) {
  const t = useTexts(unknownTexts);
  const count = run.sums.unknown;
  const every = run.state === 'sending' ? 2000 : undefined;
  const fate = useEndpoint(getUnknownFate, { id: run.id }, { when: count > 0 && run.mode !== 'test', every }).data;
  if (count === 0) return null;
  const open = !fate || fate.undecided.lines > 0;
  return (
    <Alert
      tone={open ? 'warn' : 'neutral'}
      title={t('unknownTitle', { count })}
      action={fate ? <Decide run={run} fate={fate} /> : null}
    >
      <Stack gap="small">
        {open ? <span>{t('unknownText')}</span> : null}
        {fate ? <Became fate={fate} /> : null}
      </Stack>
    </Alert>
  );
}

function Decide({ run, fate: { undecided, listed } }: { run: Run; fate: UnknownFate }) {
  const t = useTexts(unknownTexts);
  const { campaign } = useHere();
  const { recipients } = useAddresses();
  const { resend, busy } = useResendUnknown(run);
  const leave = useAction(leaveUnknown, { invalidate: [getUnknownFate, campaignHistory] });
  if (!campaign.may.run) return null;
  const { lines, nos } = undecided;
  const count = nos.length;
  const askResend = async () => {
    const question = { title: t('resendTitle', { count }), text: t('resendText'), action: t('resend', { count }) };
    if (await confirm(question)) await resend(nos);
  };
  const askLeave = async () => {
    const question = { title: t('leaveTitle', { count: lines }), text: t('leaveText'), action: t('leave') };
    if (await confirm(question)) leave.run({ id: run.id });
  };
  return (
    <Row>
      {listed > 0 ? (
        <Button size="small" href={recipients()}>
          {t('toList')}
        </Button>
      ) : null}
      {count > 0 ? (
        <>
          <Button size="small" busy={busy} disabled={leave.busy} onClick={() => void askResend()}>
            {t('resend', { count })}
          </Button>
          <Button size="small" look="quiet" busy={leave.busy} disabled={busy} onClick={() => void askLeave()}>
            {t('leave')}
          </Button>
        </>
      ) : null}
    </Row>
  );
}

const BECAME = ['sent', 'failed', 'dropped', 'unknown', 'open'] as const;

function Became({ fate: { listed, resent, left } }: { fate: UnknownFate }) {
  const t = useTexts(unknownTexts);
  const format = useFormat();
  const again = BECAME.filter((what) => resent[what] > 0);
  const count = again.reduce((sum, what) => sum + resent[what], 0);
  const became = again.map((what) => t(`became_${what}`, { count: resent[what] })).join(', ');
  return (
    <>
      {listed > 0 ? <span>{t('listReady', { count: listed })}</span> : null}
      {count > 0 ? <span>{t('resent', { count, became })}</span> : null}
      {left ? (
        <span>
          {t('left', { count: left.lines, who: left.by ?? t('leftBySomebody'), when: format.dateTime(left.at) })}
        </span>
      ) : null}
    </>
  );
}
