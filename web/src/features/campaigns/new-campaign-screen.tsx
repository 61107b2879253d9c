import { createCampaign, listCampaigns } from '../../../../contract/campaigns.ts';
import {
  DISPATCH_CHOICES,
  DISPATCH_TYPES,
  DispatchChoice,
  dispatchedBy,
} from '../../../../contract/dispatch-choices.ts';
import { PROFILED_KINDS } from '../../../../contract/tracks.ts';
import { useAction } from '../../api/use-action.ts';
import { RadioField } from '../../form/choice-fields.tsx';
import { Form, FormFoot } from '../../form/form.tsx';
import { TextArea, TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { campaignStop, paths } from '../../paths.ts';
import { HelpHint } from '../../ui/help-hint.tsx';
import { Page } from '../../ui/page.tsx';
import { useGo } from '../../url.ts';
import { actionTexts } from './action-texts/texts.ts';
import { texts } from './texts/texts.ts';
import { trackTexts } from './track-texts/texts.ts';

const isDispatchType = (channel: string) => (DISPATCH_TYPES as readonly string[]).includes(channel);

/** Only what can’t be guessed; everything else has a default and can be changed under Why. */
export function NewCampaignScreen() {
  const t = useTexts(texts);
  const a = useTexts(actionTexts);
  const tt = useTexts(trackTexts);
  const go = useGo();
  const create = useAction(createCampaign, { invalidate: [listCampaigns], toast: false });
  const form = useForm({
    schema: createCampaign.input.pick({ name: true, kind: true, goal: true }).extend({ channel: DispatchChoice }),
    start: { name: '', kind: 'one_off', channel: 'email', goal: '' },
    send: async (values) => {
      const { id, kind } = await create.runAsync({ ...values, ...dispatchedBy(values.channel) });
      // After the form has settled, so that it does not ask about unsaved changes.
      setTimeout(() => go(kind === 'one_off' ? campaignStop(id, 'who') : paths.campaign(id)));
    },
  });
  return (
    <Page
      title={t('newCampaign')}
      crumbs={[{ label: t('campaigns'), href: paths.campaigns() }]}
      width="reading"
      text={t('newText')}
    >
      <Form form={form}>
        <TextField name="name" label={t('name')} hint={t('nameHint')} autoFocus />
        <RadioField
          name="channel"
          label={t('dispatchType')}
          help={<HelpHint title={t('dispatchHelpTitle')}>{t('dispatchHelp')}</HelpHint>}
          choices={DISPATCH_CHOICES.map((value) => ({
            value,
            label: t(`channel_${value}`),
            hint: t(`channelHint_${value}`),
            ...(!isDispatchType(value) && { group: t('otherDispatch') }),
          }))}
        />
        <RadioField
          name="kind"
          label={a('stages')}
          choices={[
            ...(['one_off', 'multi_stage'] as const).map((kind) => ({
              value: kind,
              label: a(`stages_${kind}`),
              hint: a(`stagesHint_${kind}`),
            })),
            ...PROFILED_KINDS.map((kind) => ({ value: kind, label: tt(`kind_${kind}`), hint: tt(`kindHint_${kind}`) })),
          ]}
        />
        <TextArea name="goal" label={t('goal')} hint={t('goalHint')} rows={2} />
        <FormFoot action={t('saveCampaign')} onCancel={() => go(paths.campaigns())} />
      </Form>
    </Page>
  );
}
