import { campaignHistory } from '../../../../contract/campaigns.ts';
import { listLines, listRuns, type Run, resendUnknown } from '../../../../contract/runs.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { useHere } from './campaign-context.ts';
import { runTexts } from './run-texts/texts.ts';

/** Those of whom nobody knows whether it arrived: sent again only when a person decides so. */
export function UnknownHint({ run }: { run: Run }) {
  const t = useTexts(runTexts);
  const { campaign } = useHere();
  const count = run.sums.unknown;
  const unknown = useEndpoint(listLines, { id: run.id, state: 'unknown', limit: 500 }, { when: count > 0 });
  const resend = useAction(resendUnknown, { invalidate: [listRuns, listLines, campaignHistory] });
  if (count === 0) return null;
  const nos = (unknown.data?.rows ?? []).map(({ no }) => no);
  const ask = async () => {
    const question = {
      title: t('resendTitle', { count: nos.length }),
      text: t('resendText'),
      action: t('resend', { count: nos.length }),
    };
    if (await confirm(question)) resend.run({ id: run.id, nos, confirmed: true });
  };
  return (
    <Alert
      tone="warn"
      title={t('unknownTitle', { count })}
      action={
        campaign.may.run ? (
          <Button size="small" busy={resend.busy} disabled={nos.length === 0} onClick={() => void ask()}>
            {t('resend', { count: nos.length })}
          </Button>
        ) : null
      }
    >
      {t('unknownText')}
    </Alert>
  );
}
