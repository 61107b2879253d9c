import { useEffect } from 'react';
import { z } from 'zod';
import { listColleagues } from '../../../../contract/access.ts';
import {
  type Action,
  CAMPAIGN_TYPES,
  type Campaign,
  campaignHistory,
  getCampaign,
  listCampaigns,
  PREPARATION_STATES,
  updateAction,
  updateCampaign,
} from '../../../../contract/campaigns.ts';
import { choiceOf, DISPATCH_CHOICES, DispatchChoice, dispatchedBy } from '../../../../contract/dispatch-choices.ts';
import { countAction, previewAction } from '../../../../contract/runs.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { DateField } from '../../form/date-field.tsx';
import { FieldGroup, FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { MoneyField, NumberField } from '../../form/number-field.tsx';
import { TextArea, TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { HelpHint } from '../../ui/help-hint.tsx';
import { Stack } from '../../ui/layout.tsx';
import { AddAddresseesButton } from './add-addressees.tsx';
import { useHere } from './campaign-context.ts';
import { ConsentFields } from './consent-fields.tsx';
import { texts } from './texts/texts.ts';

/** Name, goal, owner, purpose and money. */
export function WhyStop() {
  const { campaign, action } = useHere();
  return (
    <Stack>
      <AddAddresseesButton />
      <WhyForm key={action.id} campaign={campaign} action={action} />
    </Stack>
  );
}

const startOf = (campaign: Campaign, action: Action) => ({
  requiresConsent: action.basis === 'consent',
  channel: choiceOf(action),
  name: campaign.name,
  code: campaign.code,
  description: campaign.description,
  goal: campaign.goal,
  results: campaign.results,
  type: campaign.type,
  state: campaign.state,
  ownerId: campaign.owner.id,
  purposeClass: campaign.purposeClass,
  topicId: campaign.topic?.id ?? null,
  budgetMinor: campaign.budgetMinor,
  expectedRevenueMinor: campaign.expectedRevenueMinor,
  holdoutPercent: campaign.holdoutPercent,
  startsOn: campaign.startsOn ?? '',
  endsOn: campaign.endsOn ?? '',
});

/** A state that isn’t the form’s to set (running, completed) is left out of what is sent. */
const schema = updateCampaign.input
  .omit({ id: true, updatedAt: true })
  .extend({ requiresConsent: z.boolean(), channel: DispatchChoice });
const isPreparation = (state: string) => (PREPARATION_STATES as readonly string[]).includes(state);

/** Without consent another basis must allow it: a notice follows from a contract, marketing from an earlier sale. */
const basisOf = (requiresConsent: boolean, purposeClass: string): 'consent' | 'contract' | 'soft_opt_in' =>
  requiresConsent ? 'consent' : purposeClass === 'notice' ? 'contract' : 'soft_opt_in';

/** Consent belongs to the action, the rest to the campaign: one form, and up to two things to store. */
function useSave(campaign: Campaign, action: Action) {
  const change = useAction(updateAction, { invalidate: [getCampaign], toast: false });
  const save = useAction(updateCampaign, {
    invalidate: [countAction, getCampaign, listCampaigns, campaignHistory, previewAction],
    toast: false,
  });
  return async ({ requiresConsent, channel, state, ...values }: Record<string, unknown>) => {
    let { updatedAt } = campaign;
    const basis = basisOf(requiresConsent === true, String(values['purposeClass']));
    const changed = {
      ...((basis === 'consent') === (action.basis === 'consent') ? {} : { basis }),
      ...(channel === choiceOf(action) ? {} : dispatchedBy(channel as DispatchChoice)),
    };
    if (Object.keys(changed).length > 0) {
      ({ updatedAt } = await change.runAsync({ id: action.id, updatedAt: action.updatedAt, ...changed }));
    }
    await save.runAsync({
      ...values,
      ...(isPreparation(String(state)) ? { state: state as 'ready' } : {}),
      id: campaign.id,
      updatedAt,
    });
  };
}

function useWhyForm(campaign: Campaign, action: Action) {
  const form = useForm({
    schema: isPreparation(campaign.state) ? schema : schema.omit({ state: true }),
    start: startOf(campaign, action),
    send: useSave(campaign, action),
  });
  const { reset, dirty } = form;
  const { updatedAt } = campaign;
  // biome-ignore lint/correctness/useExhaustiveDependencies: taken over when the stored campaign changes, never over what is being typed
  useEffect(() => {
    if (!dirty) reset(startOf(campaign, action));
  }, [updatedAt, dirty]);
  return form;
}

function WhyForm({ campaign, action }: { campaign: Campaign; action: Action }) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const form = useWhyForm(campaign, action);
  const colleagues = useEndpoint(listColleagues, {});
  const owners = colleagues.data?.rows ?? [campaign.owner];
  const shownStates =
    isPreparation(campaign.state) || campaign.state === 'cancelled' ? PREPARATION_STATES : [campaign.state];
  return (
    <div className="campaign-form">
      <Form form={form}>
        <TextField name="name" label={t('name')} disabled={!campaign.may.edit} />
        <FieldRow>
          <TextField name="code" label={t('code')} hint={t('codeHint')} />
          <SelectField
            name="ownerId"
            label={t('owner')}
            hint={t('ownerHint')}
            choices={owners.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            name="state"
            label={t('state')}
            hint={t('stateHint')}
            disabled={shownStates.length === 1}
            help={<HelpHint title={t('stateHelpTitle')}>{t('stateHelp')}</HelpHint>}
            choices={shownStates.map((state) => ({ value: state, label: t(`state_${state}`) }))}
          />
        </FieldRow>
        <TextArea name="goal" label={t('goal')} hint={t('goalHint')} rows={2} />
        <TextArea name="description" label={t('description')} rows={2} />
        <ConsentFields />
        <FieldGroup title={t('planning')}>
          <FieldRow>
            <SelectField
              name="channel"
              label={t('dispatchType')}
              disabled={action.totals.distributions > 0}
              choices={DISPATCH_CHOICES.map((channel) => ({ value: channel, label: t(`channel_${channel}`) }))}
            />
            <SelectField
              name="type"
              label={t('type')}
              choices={CAMPAIGN_TYPES.map((type) => ({ value: type, label: t(`type_${type}`) }))}
            />
            <DateField name="startsOn" label={t('startsOn')} />
            <DateField name="endsOn" label={t('endsOn')} />
          </FieldRow>
          <FieldRow>
            <MoneyField name="budgetMinor" label={t('budget')} currency={campaign.currency} />
            <MoneyField name="expectedRevenueMinor" label={t('expectedRevenue')} currency={campaign.currency} />
            <NumberField name="holdoutPercent" label={t('holdout')} hint={t('holdoutHint')} unit="%" min={0} max={50} />
          </FieldRow>
        </FieldGroup>
        <TextArea name="results" label={t('resultsField')} hint={t('resultsHint')} rows={2} />
        {campaign.may.edit ? <FormFoot action={common('save')} /> : null}
      </Form>
    </div>
  );
}
