import { campaignHistory } from '../../../../contract/campaigns.ts';
import { withdrawRun } from '../../../../contract/desk.ts';
import { campaignProgress, listInteractions } from '../../../../contract/interactions.ts';
import { campaignReport } from '../../../../contract/runs.ts';
import { useAction } from '../../api/use-action.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { Row } from '../../ui/layout.tsx';
import { notify } from '../../ui/toast.tsx';
import { useHere } from './campaign-context.ts';
import { texts } from './texts/texts.ts';
import { workTexts } from './work-texts/texts.ts';

/** Q26 for work: it lies on people's desks; how far they are, and the way back. */
export function WorkGivenOut() {
  const t = useTexts(workTexts);
  const c = useTexts(texts);
  const { campaign, last } = useHere();
  const withdraw = useAction(withdrawRun, {
    invalidate: [campaignProgress, listInteractions, campaignReport, campaignHistory],
    onSuccess: ({ cancelled, kept }) => notify.success(t('withdrawn', { count: cancelled, kept })),
  });
  if (!last) return null;
  const ask = async () => {
    const question = { title: t('withdrawTitle'), text: t('withdrawText'), action: t('withdraw'), danger: true };
    if (await confirm(question)) withdraw.run({ id: last.id });
  };
  const { sent, planned } = last.sums;
  return (
    <Alert
      tone="good"
      title={t('finishedTitle')}
      action={
        <Row gap="small">
          <Button size="small" href={paths.campaignProgress(campaign.id)}>
            {c('viewProgress')}
          </Button>
          {campaign.may.run ? (
            <Button size="small" busy={withdraw.busy} onClick={() => void ask()}>
              {t('withdraw')}
            </Button>
          ) : null}
        </Row>
      }
    >
      {t('finishedText', { sent, planned })}
    </Alert>
  );
}
