import { useState } from 'react';
import type { OutputOf } from '../../../../contract/endpoint.ts';
import { lastSmsBill, type SmsBillRow } from '../../../../contract/sms-invoices.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Modal } from '../../ui/modal.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { billTexts } from './bill-texts/texts.ts';
import { SmsBillForm } from './sms-bill-form.tsx';
import { type Bill, type Rehearsed, SmsBillRehearsal } from './sms-bill-rehearsal.tsx';

interface SmsBillDialogProps {
  chosen: SmsBillRow;
  /** Of the same period, not invoiced yet. */
  accounts: readonly SmsBillRow['account'][];
  currency: string;
  onClose: () => void;
}

/** The SMS of a period become an invoice: to whom and at which price, how it will look, and then for good. */
export function SmsBillDialog({ chosen, accounts, currency, onClose }: SmsBillDialogProps) {
  const t = useTexts(billTexts);
  const { data, problem } = useEndpoint(lastSmsBill, { accountId: chosen.account.id });
  const [rehearsed, setRehearsed] = useState<Rehearsed | null>(null);
  const [kept, setKept] = useState<Bill | null>(null);
  const show = (next: Rehearsed) => {
    setKept(next.bill);
    setRehearsed(next);
  };
  return (
    <Modal open onClose={onClose} title={t('dialogTitle', { period: chosen.period })}>
      {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
      {data || problem ? null : <Skeleton lines={6} />}
      {data && !rehearsed ? (
        <SmsBillForm
          start={kept ?? startOf(chosen, data.last)}
          last={data.last}
          accounts={accounts}
          currency={currency}
          onRehearsed={show}
          onClose={onClose}
        />
      ) : null}
      {rehearsed ? <SmsBillRehearsal rehearsed={rehearsed} onBack={() => setRehearsed(null)} onDone={onClose} /> : null}
    </Modal>
  );
}

const startOf = ({ period, account }: SmsBillRow, last: OutputOf<typeof lastSmsBill>['last']): Bill => ({
  period,
  accountIds: [account.id],
  companyId: (last?.company?.id ?? '') as Bill['companyId'],
  productId: (last?.product.id ?? '') as Bill['productId'],
  pricing: last?.pricing ?? 'metered',
  markup: last?.markup ?? 0,
  perPartMillionths: last?.perPartMillionths ?? null,
  lines: last?.lines ?? 'country',
});
