import { useState } from 'react';
import { campaignHistory } from '../../../../contract/campaigns.ts';
import { findInvoiceProof } from '../../../../contract/invoices.ts';
import { listRuns, sendTest } from '../../../../contract/runs.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useSession } from '../../session/session.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { Row } from '../../ui/layout.tsx';
import { useHere } from './campaign-context.ts';
import { salesTexts } from './sales-texts/texts.ts';

/** Q24: an invoice to look at, which draws no number. */
export function InvoiceProof() {
  const t = useTexts(salesTexts);
  const { action, problems } = useHere();
  const me = useSession().user?.email ?? '';
  const [runId, setRunId] = useState<string | null>(null);
  const test = useAction(sendTest, {
    invalidate: [listRuns, campaignHistory],
    done: t('proofThere'),
    toast: false,
    onSuccess: (run) => setRunId(run.id),
  });
  const proof = useEndpoint(findInvoiceProof, { runId: runId as never }, { when: runId !== null });
  return (
    <Section title={t('proofTitle')} text={t('proofText')}>
      {test.problem ? <Alert tone="bad">{test.problem.message}</Alert> : null}
      <Row>
        <Button
          busy={test.busy}
          disabled={problems.some(({ stop }) => stop === 'what')}
          onClick={() => test.run({ id: action.id, to: me })}
        >
          {t('proof')}
        </Button>
        {proof.data ? (
          <Button look="quiet" href={paths.invoice(proof.data.id)}>
            {t('openProof')}
          </Button>
        ) : null}
      </Row>
    </Section>
  );
}
