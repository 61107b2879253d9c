import { SENDER_POLICIES } from '../../../../contract/campaigns.ts';
import { RadioField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { useHere } from './campaign-context.ts';
import { texts } from './texts/texts.ts';
import type { Saving } from './use-save-action.ts';

/** The creator, the owner, or each one's account manager. */
export function SenderChoice({ label, save }: { label: string; save: Saving['save'] }) {
  const t = useTexts(texts);
  const { campaign, action } = useHere();
  const names = { creator: campaign.createdBy.name, owner: campaign.owner.name, account_manager: '' };
  return (
    <RadioField
      label={label}
      value={action.senderPolicy}
      onChange={(senderPolicy) => save({ senderPolicy })}
      choices={SENDER_POLICIES.map((value) => ({
        value,
        label: t(`sender_${value}`),
        hint: value === 'account_manager' ? t('senderHint_account_manager') : names[value],
      }))}
    />
  );
}
