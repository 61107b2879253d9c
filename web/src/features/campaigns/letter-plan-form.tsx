import { campaignHistory, getCampaign } from '../../../../contract/campaigns.ts';
import { listLayouts } from '../../../../contract/layouts.ts';
import { getLetterPlan, type LetterPlan, saveLetterPlan } from '../../../../contract/letters.ts';
import { countAction, previewAction } from '../../../../contract/runs.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { MoneyField } from '../../form/number-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { Alert } from '../../ui/alert.tsx';
import { Section } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useHere } from './campaign-context.ts';
import { Enclosures, Postage } from './letter-plan-lists.tsx';
import { letterTexts } from './letter-texts/texts.ts';

/** A06, A13: with which layout the letters are printed, what is enclosed, and what one costs. */
export function LetterPlanForm({ locked }: { locked: boolean }) {
  const t = useTexts(letterTexts);
  const { action } = useHere();
  const { data: plan, problem } = useEndpoint(getLetterPlan, { id: action.id });
  return (
    <Section title={t('planTitle')} text={t('planText')}>
      {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
      {plan ? <PlanForm key={action.id} plan={plan} locked={locked} /> : <Skeleton lines={6} />}
    </Section>
  );
}

function PlanForm({ plan, locked }: { plan: LetterPlan; locked: boolean }) {
  const t = useTexts(letterTexts);
  const common = useTexts(shared);
  const { campaign, action } = useHere();
  const { currency } = campaign;
  const save = useAction(saveLetterPlan, {
    invalidate: [getLetterPlan, getCampaign, countAction, previewAction, campaignHistory],
    toast: false,
    done: common('saved'),
  });
  const form = useForm({
    schema: saveLetterPlan.input.omit({ id: true }),
    start: plan,
    send: (values) => save.runAsync({ ...values, id: action.id }),
  });
  const layouts = useEndpoint(listLayouts, { limit: 200, sort: 'name' }).data?.rows ?? [];
  const { enclosures, postage } = form.values;
  return (
    <Form form={form}>
      <fieldset className="plain-fieldset form" disabled={locked}>
        <SelectField
          name="layoutId"
          label={t('layout')}
          nothing={t('chooseLayout')}
          choices={layouts.map(({ id, name }) => ({ value: id as string, label: name }))}
          hint={<Link href={paths.newLayout()}>{t('makeLayout')}</Link>}
        />
        <Enclosures rows={enclosures} set={(rows) => form.set('enclosures', rows)} currency={currency} />
        <FieldRow>
          <MoneyField name="pageMinor" label={t('page')} currency={currency} />
          <MoneyField name="envelopeMinor" label={t('envelope')} currency={currency} />
        </FieldRow>
        <Postage rows={postage} set={(rows) => form.set('postage', rows)} currency={currency} />
        {locked ? null : <FormFoot action={t('savePlan')} />}
      </fieldset>
    </Form>
  );
}
