import { type ApprovalRules, getApprovalRules, updateApprovalRules } from '../../../../contract/approvals.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { MoneyField, NumberField } from '../../form/number-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useSession } from '../../session/session.ts';
import { Card, Section } from '../../ui/card.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { notify } from '../../ui/toast.tsx';
import { texts } from './texts/texts.ts';

/** From what size and cost on a second person approves what is sent. */
export function ApprovalRulesSection() {
  const t = useTexts(texts);
  const { data } = useEndpoint(getApprovalRules, {});
  return (
    <Section title={t('approvals')} text={t('approvalsText')}>
      <Card>{data ? <ApprovalRulesForm {...data} /> : <Skeleton lines={2} />}</Card>
    </Section>
  );
}

function ApprovalRulesForm(start: ApprovalRules) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const { installation } = useSession();
  const save = useAction(updateApprovalRules, { toast: false, invalidate: [getApprovalRules] });
  const form = useForm({ schema: updateApprovalRules.input, start, send: save.runAsync });
  const saved = () => {
    form.reset(form.values);
    notify.success(common('saved'));
  };
  return (
    <Form form={form} onSaved={saved}>
      <FieldRow>
        <NumberField name="recipients" label={t('approvalRecipients')} min={1} />
        <MoneyField name="costMinor" label={t('approvalCost')} currency={installation?.currency ?? 'EUR'} />
      </FieldRow>
      <FormFoot action={common('save')} />
    </Form>
  );
}
