import { listColleagues } from '../../../../contract/access.ts';
import { ActionWork, WORK_CHANNELS } from '../../../../contract/action-work.ts';
import {
  ADDRESSINGS,
  type DispatchChannel,
  listCampaigns,
  mayAddress,
  PREPARATION_STATES,
  SENDER_POLICIES,
  sells,
} from '../../../../contract/campaigns.ts';
import { ContentChannel } from '../../../../contract/content.ts';
import { createQuickCampaign } from '../../../../contract/quick-campaign.ts';
import { PARTY_KINDS, type Party } from '../../../../contract/runs.ts';
import { isMailed, NO_PLAN } from '../../../../contract/sales-plan.ts';
import { listSegments } from '../../../../contract/segments.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { MultiSelect, SelectField } from '../../form/choice-fields.tsx';
import { FieldGroup, FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { TextArea, TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useSession } from '../../session/session.ts';
import { Page } from '../../ui/page.tsx';
import { useGo, useParam, useSearchState } from '../../url.ts';
import { QuickAddressees } from './quick-addressees.tsx';
import { QuickPlan } from './quick-plan.tsx';
import { QuickTemplate } from './quick-template.tsx';
import { quickTexts } from './quick-texts/texts.ts';
import { texts } from './texts/texts.ts';
import { WorkFields } from './work-fields.tsx';
import { workTexts } from './work-texts/texts.ts';

type From = Partial<Record<(typeof PARTY_KINDS)[number] | 'segment', string>>;

/** Records named in the address, by whatever list or page led here. */
const partiesOf = (search: From): Party[] =>
  PARTY_KINDS.flatMap((kind) =>
    String(search[kind] ?? '')
      .split(',')
      .filter((id) => id !== '')
      .map((id) => ({ kind, id: id as Party['id'] })),
  );

/** Firms that were marked are meant themselves, not the people there. */
const isOfCompanies = (parties: readonly Party[]): boolean =>
  parties.length > 0 && parties.every(({ kind }) => kind === 'company');

/** E10–E23: one form, one audience, one button. */
export function QuickCampaignScreen() {
  const t = useTexts(quickTexts);
  const channel = useParam('channel') as DispatchChannel;
  const [search] = useSearchState<From>();
  return (
    <Page
      title={t(`quick_${channel}`)}
      text={t('quickText')}
      crumbs={[{ label: useTexts(texts)('campaigns'), href: paths.campaigns() }]}
      width="reading"
    >
      <QuickForm channel={channel} parties={partiesOf(search)} segmentIds={search.segment ? [search.segment] : []} />
    </Page>
  );
}

interface QuickFormProps {
  channel: DispatchChannel;
  parties: Party[];
  segmentIds: string[];
}

function useQuickForm({ channel, parties, segmentIds }: QuickFormProps) {
  const go = useGo();
  const { user } = useSession();
  const create = useAction(createQuickCampaign, { invalidate: [listCampaigns], toast: false });
  return useForm({
    schema: createQuickCampaign.input.omit({ channel: true }),
    start: {
      name: '',
      goal: '',
      ownerId: user?.id ?? '',
      senderPolicy: 'owner',
      addressing: isOfCompanies(parties) ? 'company' : 'contact',
      state: 'preparing',
      templateId: null,
      builtIn: null,
      work: ActionWork.parse({}),
      description: '',
      results: '',
      segmentIds,
      parties,
      salesPlan: sells(channel) ? { ...NO_PLAN, mailed: isMailed(channel, NO_PLAN) } : null,
    },
    send: async (values) => {
      const { id } = await create.runAsync({ ...values, channel });
      // After the form has settled, so that it does not ask about unsaved changes.
      setTimeout(() => go(paths.campaign(id)));
    },
  });
}

function QuickForm(props: QuickFormProps) {
  const t = useTexts(quickTexts);
  const c = useTexts(texts);
  const w = useTexts(workTexts);
  const go = useGo();
  const form = useQuickForm(props);
  const owners = useEndpoint(listColleagues, {}).data?.rows ?? [];
  const segments = useEndpoint(listSegments, { limit: 500, sort: 'name' }).data?.rows ?? [];
  const kind = ContentChannel.safeParse(props.channel).data;
  const strategies = ADDRESSINGS.filter((value) => mayAddress(props.channel, value));
  const named = (rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form form={form}>
      <TextField name="name" label={c('name')} hint={c('nameHint')} autoFocus />
      <TextArea name="goal" label={c('goal')} hint={c('goalHint')} rows={2} />
      <FieldRow>
        <SelectField name="ownerId" label={c('owner')} hint={c('ownerHint')} choices={named(owners)} />
        <SelectField
          name="senderPolicy"
          label={c('sender')}
          hint={c('senderText')}
          choices={SENDER_POLICIES.map((value) => ({ value, label: c(`sender_${value}`) }))}
        />
      </FieldRow>
      <FieldRow>
        <SelectField
          name="addressing"
          label={t('strategy')}
          choices={strategies.map((value) => ({ value, label: c(`addressing_${value}`) }))}
        />
        <SelectField
          name="state"
          label={c('state')}
          hint={c('stateHint')}
          choices={PREPARATION_STATES.map((state) => ({ value: state, label: c(`state_${state}`) }))}
        />
      </FieldRow>
      {kind ? (
        <FieldRow>
          <QuickTemplate
            channel={kind}
            templateId={form.values.templateId ?? null}
            builtIn={form.values.builtIn ?? null}
            error={(form.store.state.errors['templateId'] ?? form.store.state.errors['builtIn'])?.message}
            onChange={({ templateId, builtIn }) => {
              form.store.set('templateId', templateId);
              form.store.set('builtIn', builtIn);
            }}
          />
        </FieldRow>
      ) : null}
      {WORK_CHANNELS.includes(props.channel) ? (
        <FieldGroup title={w('who')}>
          <WorkFields
            channel={props.channel}
            work={form.values.work ?? ActionWork.parse({})}
            change={(work) => form.set('work', work)}
          />
        </FieldGroup>
      ) : null}
      {form.values.salesPlan ? (
        <QuickPlan
          channel={props.channel}
          lines={form.values.salesPlan.lines}
          onLines={(lines) => form.store.set('salesPlan.lines', lines)}
        />
      ) : null}
      <FieldGroup title={t('addressees')}>
        <MultiSelect name="segmentIds" label={t('segments')} choices={named(segments)} nothing={c('chooseSegments')} />
        <QuickAddressees parties={form.values.parties} onChange={(parties) => form.set('parties', parties)} />
      </FieldGroup>
      <TextArea name="description" label={c('description')} rows={2} />
      <TextArea name="results" label={c('resultsField')} hint={c('resultsHint')} rows={2} />
      <FormFoot action={t('save')} onCancel={() => go(paths.campaigns())} />
    </Form>
  );
}
