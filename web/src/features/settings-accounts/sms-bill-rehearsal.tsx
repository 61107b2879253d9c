import type { OutputOf, SentTo } from '../../../../contract/endpoint.ts';
import { listInvoices } from '../../../../contract/invoices.ts';
import type { SalesLine } from '../../../../contract/sales.ts';
import {
  issueSmsInvoice,
  lastSmsBill,
  listSmsBills,
  type rehearseSmsInvoice,
} from '../../../../contract/sms-invoices.ts';
import { useAction } from '../../api/use-action.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { List, Row, Stack } from '../../ui/layout.tsx';
import { Foot } from '../../ui/modal.tsx';
import { Stat, Stats } from '../../ui/stat.tsx';
import { Text } from '../../ui/text.tsx';
import { notify } from '../../ui/toast.tsx';
import { Money } from '../../ui/values.tsx';
import { billTexts } from './bill-texts/texts.ts';

export type Bill = SentTo<typeof rehearseSmsInvoice>;

export interface Rehearsed {
  bill: Bill;
  invoice: OutputOf<typeof rehearseSmsInvoice>;
}

interface SmsBillRehearsalProps {
  rehearsed: Rehearsed;
  onBack: () => void;
  onDone: () => void;
}

/** The invoice as it will be, before its number is drawn. */
export function SmsBillRehearsal({ rehearsed: { bill, invoice }, onBack, onDone }: SmsBillRehearsalProps) {
  const t = useTexts(billTexts);
  const format = useFormat();
  const { number, title, currency, lines, vatTreatment, unsettledParts } = invoice;
  const money = (minor: number) => <Money minor={minor} currency={currency} />;
  const manyOf = ({ quantity, unit }: SalesLine) =>
    `${format.number(quantity / 1000, quantity % 1000 === 0 ? 0 : 3)} ${unit}`.trim();
  const issue = useAction(issueSmsInvoice, {
    invalidate: [listSmsBills, lastSmsBill, listInvoices],
    toast: false,
    onSuccess: (issued) => {
      notify.success(t('issued', { number: issued.number }));
      onDone();
    },
  });
  return (
    <Stack>
      {issue.problem ? <Alert tone="bad">{issue.problem.message}</Alert> : null}
      <Text>
        <b>{t('number', { number })}</b> · {title}
      </Text>
      <Stats>
        <Stat label={t('net')} value={money(invoice.netMinor)} />
        <Stat
          label={t('vat')}
          value={money(invoice.vatMinor)}
          note={vatTreatment === 'domestic' ? undefined : t(`treatment_${vatTreatment}`)}
        />
        <Stat
          label={t('gross')}
          value={money(invoice.grossMinor)}
          note={t('dueOn', { day: format.date(invoice.dueOn) })}
        />
      </Stats>
      <List label={t('linesOf')} gap="small">
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines that are only looked at have no other name
          <li key={at}>
            <Row spread="between" align="baseline" oneLine>
              <div>
                {line.name}
                <Text size="small" tone="quiet">
                  {manyOf(line)} × {money(line.priceMinor)}
                </Text>
              </div>
              {money(line.amountMinor)}
            </Row>
          </li>
        ))}
      </List>
      {unsettledParts > 0 ? <Alert tone="warn">{t('unsettled', { count: unsettledParts })}</Alert> : null}
      <Foot>
        <Button onClick={onBack}>{t('back')}</Button>
        <Button
          look="primary"
          busy={issue.busy}
          onClick={() => issue.run({ ...bill, expectedGrossMinor: invoice.grossMinor })}
        >
          {t('issue', { number })}
        </Button>
      </Foot>
    </Stack>
  );
}
