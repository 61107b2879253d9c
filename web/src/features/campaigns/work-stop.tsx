import { useState } from 'react';
import { campaignHistory, getCampaign, SENDER_POLICIES, updateAction } from '../../../../contract/campaigns.ts';
import { errorMessage } from '../../api/problem.ts';
import { useAction } from '../../api/use-action.ts';
import { SavedScript } from '../../content-editor/saved-script.tsx';
import { SelectField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Section } from '../../ui/card.tsx';
import { Stack } from '../../ui/layout.tsx';
import { useHere } from './campaign-context.ts';
import { DirectLinkFields } from './direct-link-fields.tsx';
import { DossierType } from './dossier-type.tsx';
import { texts } from './texts/texts.ts';
import { useSaveAction } from './use-save-action.ts';
import { WorkFields } from './work-fields.tsx';
import { workTexts } from './work-texts/texts.ts';

/** What is said or done, and by whom. */
export function WorkStop({ disabled }: { disabled: boolean }) {
  const t = useTexts(workTexts);
  const { action } = useHere();
  const call = action.channel === 'call';
  return (
    <Stack>
      <Section title={t(call ? 'script' : 'instructions')} text={t(call ? 'scriptText' : 'instructionsText')}>
        <Script disabled={disabled} />
      </Section>
      <fieldset className="plain-fieldset" disabled={disabled}>
        <DirectLinkFields />
        <Who />
        <DossierType />
      </fieldset>
    </Stack>
  );
}

function Script({ disabled }: { disabled: boolean }) {
  const t = useTexts(workTexts);
  const { campaign, action } = useHere();
  const point = useAction(updateAction, { invalidate: [getCampaign, campaignHistory] });
  if (action.contentVersionId === null) return null;
  return (
    <SavedScript
      id={action.contentVersionId}
      channel={action.channel === 'call' ? 'call' : 'task'}
      label={t(action.channel === 'call' ? 'script' : 'instructions')}
      disabled={disabled}
      campaignName={campaign.name}
      onSaved={({ id }) => point.runAsync({ id: action.id, updatedAt: action.updatedAt, contentVersionId: id })}
    />
  );
}

/** E14, E34: to whom each item is given. */
function Who() {
  const t = useTexts(workTexts);
  const c = useTexts(texts);
  const { action, problems } = useHere();
  const { save, problem } = useSaveAction();
  const [work, setWork] = useState(action.work);
  const lacking = problems.find(({ field }) => field === 'work.userIds');
  return (
    <Section title={t('who')} text={t('whoText')}>
      {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
      <WorkFields
        channel={action.channel}
        work={work}
        error={lacking && work.userIds.length === 0 ? errorMessage(lacking.code, lacking.params) : undefined}
        change={(changed) => {
          setWork(changed);
          save({ work: changed });
        }}
      />
      {work.to === 'sender' ? (
        <SelectField
          label={t('policy')}
          choices={SENDER_POLICIES.map((value) => ({ value, label: c(`sender_${value}`) }))}
          value={action.senderPolicy}
          onChange={(policy) => policy && save({ senderPolicy: policy })}
        />
      ) : null}
    </Section>
  );
}
