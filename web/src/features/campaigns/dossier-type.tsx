import { WORK_CHANNELS } from '../../../../contract/action-work.ts';
import { type InteractionType, KEPT_ON, listInteractionTypes } from '../../../../contract/interactions.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { FieldRow } from '../../form/form.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Section } from '../../ui/card.tsx';
import { useHere } from './campaign-context.ts';
import { itemTexts } from './item-texts/texts.ts';
import { useSaveAction } from './use-save-action.ts';

/** A02, A20: what the action leaves in the dossier, and on whom. */
export function DossierType() {
  const t = useTexts(itemTexts);
  const { action } = useHere();
  const { save, problem } = useSaveAction();
  const types = useEndpoint(listInteractionTypes, {}).data?.types ?? [];
  const offered = types.filter(({ id, archived }) => !archived || id === action.interactionTypeId);
  const chosen = types.find(({ id }) => id === action.interactionTypeId);
  const nameOf = ({ name, work }: InteractionType) => (work ? t('asksForWork', { name }) : name);
  return (
    <Section title={t('dossierType')} text={t('dossierTypeText')}>
      {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
      <FieldRow>
        <SelectField
          label={t('dossierItems')}
          nothing={t('chooseDossierType')}
          choices={offered.map((type) => ({ value: type.id as string, label: nameOf(type) }))}
          value={action.interactionTypeId as string | null}
          onChange={(id) => save({ interactionTypeId: id as never })}
        />
        {chosen?.work && !WORK_CHANNELS.includes(action.channel) ? (
          <SelectField
            label={t('keptOn')}
            clearable
            nothing={`${t('kept_type')}: ${t(`kept_${chosen.keptOn}`)}`}
            choices={KEPT_ON.map((value) => ({ value, label: t(`kept_${value}`) }))}
            value={action.keptOn}
            onChange={(keptOn) => save({ keptOn })}
          />
        ) : null}
      </FieldRow>
    </Section>
  );
}
