import { campaignHistory, getCampaign } from '../../../../contract/campaigns.ts';
import { countAction, previewAction } from '../../../../contract/runs.ts';
import { getSalesPlan, type SalesPlan, saveSalesPlan } from '../../../../contract/sales-plan.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { Form, FormFoot } from '../../form/form.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Section } from '../../ui/card.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useHere } from './campaign-context.ts';
import { SalesPlanFields } from './sales-plan-fields.tsx';
import { salesTexts } from './sales-texts/texts.ts';

/** E06: what is issued for each of the recipients. */
export function SalesPlanForm({ locked }: { locked: boolean }) {
  const t = useTexts(salesTexts);
  const { action } = useHere();
  const { data: plan, problem } = useEndpoint(getSalesPlan, { id: action.id });
  return (
    <Section title={t('planTitle')} text={t('planText')}>
      {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
      {plan ? <PlanForm key={action.id} plan={plan} locked={locked} /> : <Skeleton lines={6} />}
    </Section>
  );
}

function PlanForm({ plan, locked }: { plan: SalesPlan; locked: boolean }) {
  const t = useTexts(salesTexts);
  const common = useTexts(shared);
  const { campaign, action } = useHere();
  const save = useAction(saveSalesPlan, {
    invalidate: [getSalesPlan, getCampaign, countAction, previewAction, campaignHistory],
    toast: false,
    done: common('saved'),
  });
  const form = useForm({
    schema: saveSalesPlan.input.omit({ id: true }),
    start: plan,
    send: (values) => save.runAsync({ ...values, id: action.id }),
  });
  return (
    <Form form={form}>
      <fieldset className="plain-fieldset form" disabled={locked}>
        <SalesPlanFields
          channel={action.channel}
          lines={form.values.lines}
          onLines={(lines) => form.set('lines', lines)}
          currency={campaign.currency}
          locked={locked}
        />
        {locked ? null : <FormFoot action={t('savePlan')} />}
      </fieldset>
    </Form>
  );
}
